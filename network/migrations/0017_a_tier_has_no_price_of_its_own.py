from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0016_the_first_fee_is_that_of_the_tier"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="tier",
            name="fee",
        ),
        migrations.RemoveField(
            model_name="tier",
            name="months",
        ),
    ]
