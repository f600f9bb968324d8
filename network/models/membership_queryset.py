"""Reads of memberships, named as adjectives."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

from network.enums import GOOD_STANDING, Standing
from network.models.standing import Limits, standing_case

if TYPE_CHECKING:
    from network.models.membership import Membership  # noqa: F401 -- the base class names it in quotes


class MembershipQuerySet(models.QuerySet["Membership"]):
    def open(self) -> "MembershipQuerySet":
        """Not closed; the term itself may be over."""
        return self.filter(closed_on__isnull=True)

    def in_provinces(self, provinces) -> "MembershipQuerySet":
        return self.filter(organization__entry__province__in=provinces)

    def ending_by(self, day: date) -> "MembershipQuerySet":
        """Open ones whose term has ended or ends on `day` at the latest, the nearest first."""
        return self.open().filter(ends_on__lte=day).order_by("ends_on", "pk")

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
