from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0023_a_membership_number_is_for_life"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("certificate_token",),
                name="certificate_tokens_are_unique",
                violation_error_message="This address is taken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("begun_on__isnull", True), ("ends_on__isnull", True), ("starts_on__isnull", True)),
                    models.Q(("begun_on__isnull", False), ("starts_on__isnull", False)),
                    _connector="OR",
                ),
                name="membership_has_days_once_it_began",
                violation_error_message="A membership has a first day once it has begun, and none before.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", True), ("closed_reason", "")),
                    models.Q(("closed_on__isnull", False), ("closed_reason__in", ["renewed", "resigned", "ended"])),
                    _connector="OR",
                ),
                name="membership_is_closed_for_a_reason",
                violation_error_message="A closed membership says why, and an open one does not.",
            ),
        ),
    ]
