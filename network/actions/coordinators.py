"""What the secretariat does with coordinators."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from network.models import Coordinator
from portal.models import User


def end_service(coordinator: Coordinator, *, by: User) -> Coordinator:
    """End a service today and keep the row as history; harmless when it has ended already."""
    with transaction.atomic():
        present = Coordinator.objects.select_for_update(of=("self",), no_key=True).get(pk=coordinator.pk)
        today = timezone.localdate()
        if present.serves_until is None or present.serves_until > today:
            # Somebody appointed for next month ends on that day: a service cannot end before it begins.
            present.serves_until = max(today, present.serves_from)
            present.save(update_fields=["serves_until"])
            log(instance=present, action="network.coordinator.end", user=by)
    return present
