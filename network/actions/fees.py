"""What a tier costs from a day on: set once, and never changed after somebody was asked to pay by it."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from network.exceptions import FeeRefused
from network.models import Fee, Tier
from portal.models import User

# What may still be written about a fee that was used.
END = {"valid_until"}


def set_fee(fee: Fee, *, by: User) -> Fee:
    """Save `fee`, new or changed; the one that held before it ends on the day before.

    Raises:
        FeeRefused: another fee holds on some of its days, or it was used and more than its end has changed.
    """
    with transaction.atomic():
        # The tier's row is the queue: two fees set at once would not see each other.
        Tier.objects.select_for_update(no_key=True).get(pk=fee.tier_id)
        _check_unused(fee)
        try:
            fee.full_clean()
        except ValidationError as wrong:
            raise FeeRefused(" ".join(wrong.messages)) from wrong
        others = Fee.objects.filter(tier=fee.tier_id).exclude(pk=fee.pk)
        giving_way = others.giving_way_to(fee.valid_from, fee.valid_until)
        giving_way.update(valid_until=fee.valid_from - timedelta(days=1))
        action = "wagtail.edit" if fee.pk else "wagtail.create"
        fee.save()
        log(instance=fee, action=action, user=by, content_changed=True)
    return fee


def _check_unused(fee: Fee) -> None:
    if not Fee.objects.used().filter(pk=fee.pk).exists():
        return
    before = Fee.objects.get(pk=fee.pk)
    fields = [field.attname for field in Fee._meta.concrete_fields]
    if any(getattr(before, name) != getattr(fee, name) for name in fields if name not in END):
        raise FeeRefused(_("Somebody was asked to pay by this fee, so it stays. Add a new fee from a day on instead."))
