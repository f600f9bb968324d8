import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0013_organizations_are_merged"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="merge_undo_days",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="For so long it is kept what belonged to which of two merged organizations.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
                    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
                ],
                verbose_name="days in which a merge can be undone",
            ),
        ),
    ]
