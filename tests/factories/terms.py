"""Members of the national council whose term ends on a given day."""

from datetime import timedelta

from django.utils import timezone

from network.enums import ApplicationKind
from network.models import Membership
from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.payments import FeeFactory


def member(days_left: int | None = 400, **fields) -> Membership:
    """A term of 24 months that ends in so many days (below 0: ended so many days ago; None: has no end)."""
    today = timezone.localdate()
    ends_on = None if days_left is None else today + timedelta(days=days_left)
    tier = fields.pop("tier", None) or TierFactory(
        kind=ApplicationKind.NATIONAL, name="สมาชิกระดับประเทศ", name_en="National member"
    )
    FeeFactory(tier=tier)
    starts_on = (ends_on or today) - timedelta(days=730)
    return MembershipFactory(**{"tier": tier, "starts_on": starts_on, "ends_on": ends_on, **fields})
