"""What each day brings for events."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.actions import forget_needs
from events.models import Delegate, EventRules
from portal.steps import DailyStep


def needs_of_past_events() -> QuerySet[Delegate]:
    """Of events that are over for as many days as EventRules says: rule 9 of the domain page, 90 days at first."""
    last_kept = timezone.localdate() - timedelta(days=EventRules.load().keep_needs_days)
    return Delegate.objects.with_needs().filter(event__ends_on__lt=last_kept)


STEPS = [DailyStep(310, _("Food and access needs of past events deleted"), needs_of_past_events, forget_needs)]
