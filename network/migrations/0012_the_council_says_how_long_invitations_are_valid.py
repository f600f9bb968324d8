import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0011_people_are_invited"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="invitation_days",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="Within them the invited person accepts to act for an organization. Who invites can send it again.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
                    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
                ],
                verbose_name="days that an invitation is valid",
            ),
        ),
    ]
