from django.db import migrations, models
from django.db.models import Max


def give_every_term_a_number(apps, schema_editor) -> None:
    """Backwards only: terms that follow another one need numbers of their own again."""
    Membership = apps.get_model("network", "Membership")
    for term in Membership.objects.filter(follows__isnull=False).order_by("pk"):
        last = Membership.objects.filter(tier=term.tier).aggregate(last=Max("number"))["last"]
        Membership.objects.filter(pk=term.pk).update(number=last + 1)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0022_terms_of_before_are_told_in_the_new_words"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_numbers_are_unique",
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("follows__isnull", True)),
                fields=("tier", "number"),
                name="membership_numbers_are_unique",
                violation_error_message="This membership number is taken.",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, give_every_term_a_number),
    ]
