"""Reads of payments, named as adjectives; `visible_to` is the only door to rows that a person sees."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from network.enums import OPEN_PAYMENTS, PaymentMethod, PaymentStatus
from network.models.coordinator import provinces_served_by
from network.models.representative import Representative

if TYPE_CHECKING:
    from network.models.payment import Payment


class PaymentQuerySet(models.QuerySet["Payment"]):
    def visible_to(self, user) -> "PaymentQuerySet":
        """One's organizations', one's provinces', all for the treasurer and the secretariat. Slips are apart."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("network.view_payment"):
            return self
        # As subqueries: OR over two joins would repeat rows, and `distinct` cannot be locked.
        own = Q(pk__in=self.model.objects.own_of(user).values("pk"))
        return self.filter(own | Q(pk__in=self.model.objects.on_desk_of(user).values("pk")))

    def own_of(self, user) -> "PaymentQuerySet":
        """Those of organizations that `user` represents today."""
        represented = Representative.objects.of(user).active().values("organization")
        return self.filter(membership__organization__in=represented)

    def on_desk_of(self, user) -> "PaymentQuerySet":
        """Those of the provinces that `user` coordinates; no province means no rows."""
        return self.in_provinces(provinces_served_by(user))

    def in_provinces(self, provinces) -> "PaymentQuerySet":
        return self.filter(membership__organization__entry__province__in=provinces)

    def told(self) -> "PaymentQuerySet":
        """With all that a list says of each, in two queries: the organization, the tier, the timeline."""
        related = ("membership__organization__entry__province", "membership__tier")
        return self.select_related(*related).prefetch_related("timeline")

    def due(self) -> "PaymentQuerySet":
        """Nothing was paid yet, or what was sent was refused."""
        return self.filter(status=PaymentStatus.DUE)

    def unpaid_at_centre(self) -> "PaymentQuerySet":
        """Those that a centre can do something about: not paid yet, or brought there and not confirmed.

        What waits for the centre's word comes first, then what should have been paid the longest ago.
        """
        unconfirmed = Q(status=PaymentStatus.SUBMITTED, method=PaymentMethod.CENTRE, confirmed_at__isnull=True)
        return self.filter(Q(status=PaymentStatus.DUE) | unconfirmed).order_by("-status", "due_on", "pk")

    def waiting(self) -> "PaymentQuerySet":
        """For the treasurer."""
        return self.filter(status=PaymentStatus.SUBMITTED)

    def open(self) -> "PaymentQuerySet":
        return self.filter(status__in=OPEN_PAYMENTS)

    def accepted(self) -> "PaymentQuerySet":
        return self.filter(status=PaymentStatus.ACCEPTED)

    def with_the_same_slip(self, payment: "Payment") -> "PaymentQuerySet":
        """Others with the bank reference of `payment`, or with the very same file; cancelled ones too."""
        same = Q(pk__in=[])
        if payment.slip_reference:
            same |= Q(slip_reference=payment.slip_reference, slip_bank=payment.slip_bank)
        if payment.slip_digest:
            same |= Q(slip_digest=payment.slip_digest)
        return self.filter(same).exclude(pk=payment.pk)

    def flagged(self) -> "PaymentQuerySet":
        """With `is_double`: another payment has the same bank reference or the same file."""
        others = self.model.objects.exclude(pk=OuterRef("pk"))
        transfer = others.filter(slip_reference=OuterRef("slip_reference"), slip_bank=OuterRef("slip_bank"))
        file = others.filter(slip_digest=OuterRef("slip_digest"))
        by_transfer = Exists(transfer) & ~Q(slip_reference="")
        return self.annotate(is_double=by_transfer | Exists(file) & ~Q(slip_digest=""))
