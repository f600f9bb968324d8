import django.core.validators
from django.db import migrations, models

LIMITS = [
    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
]


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0008_untouched_drafts_end_on_a_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="keep_draft_days",
            field=models.PositiveSmallIntegerField(
                default=180,
                help_text="An application that nobody goes on writing is deleted after them; its writer is warned before.",
                validators=LIMITS,
                verbose_name="days that an untouched draft is kept",
            ),
        ),
        migrations.AddField(
            model_name="membershipsettings",
            name="draft_warning_days",
            field=models.PositiveSmallIntegerField(
                default=14,
                help_text="Whoever writes again keeps the draft.",
                validators=LIMITS,
                verbose_name="days between the warning and the deletion of a draft",
            ),
        ),
    ]
