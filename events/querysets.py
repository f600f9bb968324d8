"""Reads of events, named as adjectives."""

from django.db import models
from django.utils import timezone


class EventQuerySet(models.QuerySet):
    def visible_to(self, user) -> "EventQuerySet":
        """Published ones for everyone; for event staff all of them."""
        if user.is_authenticated and user.has_perm("events.view_event"):
            return self
        return self.published()

    def published(self) -> "EventQuerySet":
        return self.filter(live=True)

    def upcoming(self) -> "EventQuerySet":
        """Those whose last day is today or later, the next one first."""
        return self.filter(ends_on__gte=timezone.localdate()).order_by("starts_on", "pk")

    def past(self) -> "EventQuerySet":
        """Those whose last day is over, the latest first."""
        return self.filter(ends_on__lt=timezone.localdate()).order_by("-starts_on", "pk")
