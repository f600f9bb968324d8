import secrets

from django.db import migrations
from django.db.models import F
from django.utils import timezone


def tell(apps, schema_editor) -> None:
    """Terms of before began on their first day, were closed by the council, and get a certificate each."""
    Membership = apps.get_model("network", "Membership")
    Membership.objects.update(begun_on=F("starts_on"))
    Membership.objects.filter(closed_on__isnull=False).update(closed_reason="ended")
    for pk in Membership.objects.values_list("pk", flat=True):
        Membership.objects.filter(pk=pk).update(certificate_token=secrets.token_urlsafe(16))


def give_every_term_a_first_day(apps, schema_editor) -> None:
    apps.get_model("network", "Membership").objects.filter(starts_on__isnull=True).update(
        starts_on=timezone.localdate()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0021_terms_say_how_they_began_and_closed"),
    ]

    operations = [
        migrations.RunPython(tell, give_every_term_a_first_day),
    ]
