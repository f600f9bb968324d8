"""Reads of memberships, named as adjectives; `visible_to` is the only door to rows that a person sees."""

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from network.enums import GOOD_STANDING, RENEWABLE, PaymentPurpose, Standing, TermNotice
from network.models.coordinator import provinces_served_by
from network.models.representative import Representative
from network.models.standing import Limits, standing_case

if TYPE_CHECKING:
    from network.models.membership import Membership  # noqa: F401 -- the base class names it in quotes


class MembershipQuerySet(models.QuerySet["Membership"]):
    def visible_to(self, user) -> "MembershipQuerySet":
        """One's organizations', one's provinces', all for the secretariat and the treasurer, who reads what is paid."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("network.view_membership") or user.has_perm("network.view_payment"):
            return self
        # As subqueries: OR over two joins would repeat rows.
        own = Q(pk__in=self.model.objects.own_of(user).values("pk"))
        return self.filter(own | Q(pk__in=self.model.objects.on_desk_of(user).values("pk")))

    def own_of(self, user) -> "MembershipQuerySet":
        """Those of organizations that `user` represents today."""
        return self.filter(organization__in=Representative.objects.of(user).active().values("organization"))

    def on_desk_of(self, user) -> "MembershipQuerySet":
        """Those of the provinces that `user` coordinates; no province means no rows."""
        return self.in_provinces(provinces_served_by(user))

    def open(self) -> "MembershipQuerySet":
        """Not closed; the term itself may be over."""
        return self.filter(closed_on__isnull=True)

    def in_provinces(self, provinces) -> "MembershipQuerySet":
        return self.filter(organization__entry__province__in=provinces)

    def with_standing(self, day: date | None = None, limits: Limits | None = None) -> "MembershipQuerySet":
        """Each with `standing`, a value of Standing, as of `day` (today)."""
        return self.annotate(standing=standing_case(day, limits))

    def standing_as(
        self, *standings: Standing, day: date | None = None, limits: Limits | None = None
    ) -> "MembershipQuerySet":
        """Those that stand as one of `standings` on `day` (today)."""
        return self.alias(stands=standing_case(day, limits)).filter(stands__in=[s.value for s in standings])

    def in_good_standing(self, day: date | None = None, limits: Limits | None = None) -> "MembershipQuerySet":
        """Those with all rights of a member on `day` (today): active, ending soon or in grace."""
        return self.standing_as(*GOOD_STANDING, day=day, limits=limits)

    def renewable(self, day: date | None = None, limits: Limits | None = None) -> "MembershipQuerySet":
        """Those whose term ends soon, is over or has lapsed."""
        return self.standing_as(*RENEWABLE, day=day, limits=limits)

    def without_slip(self) -> "MembershipQuerySet":
        """Those whose renewal is not with the treasurer: their organizations still have something to do."""
        return self.filter(~Exists(self._slips()))

    def to_be_reminded(self, day: date, limits: Limits) -> "MembershipQuerySet":
        """Ending soon, and not yet told of the nearest reminder's day; who comes late is told of the nearest only.

        Without those whose slip is with the treasurer: they have done what the reminder asks for.
        """
        due = Q()
        days = [*limits.reminder_days, -1]
        for first, later in pairwise(days):
            told = self._reminders(TermNotice.ENDS_SOON).filter(days_before__gt=later, days_before__lte=first)
            band = Q(ends_on__gt=day + timedelta(days=later), ends_on__lte=day + timedelta(days=first))
            due |= Q(band, ~Exists(told))
        soon = self.standing_as(Standing.DUE_SOON, day=day, limits=limits)
        return soon.without_slip().filter(due).order_by("ends_on", "pk")

    def to_be_told_of(self, notice: TermNotice, day: date, limits: Limits) -> "MembershipQuerySet":
        """In grace or lapsed, and not yet told so."""
        stands = {TermNotice.IN_GRACE: Standing.GRACE, TermNotice.LAPSED: Standing.LAPSED}[notice]
        rows = self.standing_as(stands, day=day, limits=limits)
        return rows.filter(~Exists(self._reminders(notice))).order_by("ends_on", "pk")

    def _reminders(self, notice: TermNotice) -> models.QuerySet:
        # Late, both: those models are built upon this module.
        from network.models.term import TermReminder

        return TermReminder.objects.filter(membership=OuterRef("pk"), notice=notice)

    def _slips(self) -> models.QuerySet:
        from network.models.payment import Payment

        return Payment.objects.waiting().filter(membership=OuterRef("pk"), purpose=PaymentPurpose.RENEWAL)
