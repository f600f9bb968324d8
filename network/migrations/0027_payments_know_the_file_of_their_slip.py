from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0026_the_council_says_when_terms_run_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="slip_digest",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(fields=["slip_digest"], name="payment_slip_digest"),
        ),
    ]
