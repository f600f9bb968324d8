import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0029_lists_are_imported"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="keep_import_days",
            field=models.PositiveSmallIntegerField(
                default=90,
                help_text="After them the files and their rows are deleted; what was imported stays.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
                    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
                ],
                verbose_name="days that imported lists are kept",
            ),
        ),
    ]
