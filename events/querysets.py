"""Reads of events and delegates, named as adjectives; `visible_to` is the only door to rows a person sees."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from events.enums import LIVE_DELEGATES
from network.models import Representative


class EventQuerySet(models.QuerySet):
    def visible_to(self, user) -> "EventQuerySet":
        """Published ones for everyone; for editors and event staff all of them."""
        if user.is_authenticated and user.has_perm("events.view_event"):
            return self
        return self.published()

    def published(self) -> "EventQuerySet":
        # Wagtail's column: scheduled publishing sets it by itself.
        return self.filter(live=True)

    def upcoming(self) -> "EventQuerySet":
        """Those whose last day is today or later, the next one first."""
        # Until the last day is over: on the second day of an assembly people still look for the room.
        return self.filter(ends_on__gte=timezone.localdate()).order_by("starts_on", "pk")

    def past(self) -> "EventQuerySet":
        """Those whose last day is over, the latest first."""
        return self.filter(ends_on__lt=timezone.localdate()).order_by("-starts_on", "pk")

    def asking_for_delegates(self) -> "EventQuerySet":
        """Those with a registration window, whether it is still to come, open or over."""
        return self.filter(Q(opens_at__isnull=False) | Q(closes_at__isnull=False))


class DelegateQuerySet(models.QuerySet):
    def visible_to(self, user) -> "DelegateQuerySet":
        """All for event staff; for others those of the organizations that they represent today."""
        if user.is_authenticated and user.has_perm("events.view_delegate"):
            return self
        return self.filter(organization__in=Representative.objects.active().of(user).values("organization"))

    def live(self) -> "DelegateQuerySet":
        return self.filter(status__in=LIVE_DELEGATES)

    def with_needs(self) -> "DelegateQuerySet":
        return self.exclude(food="", access="")
