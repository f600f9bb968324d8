import django.core.validators
from django.db import migrations, models

LIMITS = [
    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
]


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0025_memberships_have_a_history"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="due_soon_days",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="From then on the membership is shown as ending soon, and the organization is reminded of it.",
                validators=LIMITS,
                verbose_name="days before the end of a term",
            ),
        ),
        migrations.AddField(
            model_name="membershipsettings",
            name="grace_days",
            field=models.PositiveSmallIntegerField(
                default=90,
                help_text="Within them it is renewed as if in time, and the organization keeps its rights. Then it has lapsed.",
                validators=LIMITS,
                verbose_name="days after the end of a term",
            ),
        ),
    ]
