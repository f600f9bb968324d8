from django.db import migrations
from django.db.models import Min
from django.utils import timezone


def take_from_tiers(apps, schema_editor) -> None:
    """What a tier cost until now holds from its first membership on."""
    tiers, fees, memberships = (apps.get_model("network", name).objects for name in ("Tier", "Fee", "Membership"))
    today = timezone.localdate()
    for tier in tiers.all():
        first = memberships.filter(tier=tier).aggregate(day=Min("starts_on"))["day"]
        day = min(first or today, today)
        fees.get_or_create(tier=tier, valid_from=day, defaults={"amount": tier.fee, "months": tier.months})


def give_to_tiers(apps, schema_editor) -> None:
    """A tier has one price again: today's, or the latest."""
    tiers, fees = (apps.get_model("network", name).objects for name in ("Tier", "Fee"))
    for tier in tiers.all():
        own = fees.filter(tier=tier).order_by("-valid_from")
        if fee := own.filter(valid_from__lte=timezone.localdate()).first() or own.first():
            tiers.filter(pk=tier.pk).update(fee=fee.amount, months=fee.months)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0015_fees_with_dates"),
    ]

    operations = [
        migrations.RunPython(take_from_tiers, give_to_tiers),
    ]
