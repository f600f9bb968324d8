import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0019_receipts_numbered_by_year"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipsettings",
            name="biller_id",
            field=models.CharField(
                blank=True,
                help_text="15 digits, from the bank's bill payment service. With it the QR code carries each payment's own code.",
                max_length=30,
                verbose_name="biller number",
            ),
        ),
        migrations.AddField(
            model_name="membershipsettings",
            name="payment_days",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="Counted from the day on which the fee becomes due.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Write a number of days from %(limit_value)s."),
                    django.core.validators.MaxValueValidator(365, "Write at most %(limit_value)s days."),
                ],
                verbose_name="days to pay",
            ),
        ),
        migrations.AddField(
            model_name="membershipsettings",
            name="tax_id",
            field=models.CharField(
                blank=True,
                help_text="13 digits; receipts are printed with it.",
                max_length=30,
                verbose_name="tax number of the council",
            ),
        ),
    ]
