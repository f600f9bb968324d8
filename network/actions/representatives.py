"""What the secretariat does with representatives."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from network.enums import RepresentativeStatus
from network.models import Representative
from portal.models import User


def end_representation(representative: Representative, *, by: User) -> Representative:
    """End a mandate today and keep the row as history; harmless when it has ended already."""
    with transaction.atomic():
        present = Representative.objects.select_for_update().get(pk=representative.pk)
        # A second click writes no second entry.
        if present.status == RepresentativeStatus.ENDED:
            return present
        present.status = RepresentativeStatus.ENDED
        present.mandate_until = max(timezone.localdate(), present.mandate_from)
        present.save(update_fields=["status", "mandate_until"])
        log(instance=present, action="network.representative.end", user=by)
    return present
