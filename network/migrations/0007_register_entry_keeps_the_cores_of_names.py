from django.db import migrations, models


class Migration(migrations.Migration):
    """The column is filled by `setup_portal`, which every upgrade runs after `migrate`."""

    dependencies = [("network", "0006_subdistricts_know_every_postal_code")]

    operations = [
        migrations.AddField(
            model_name="registerentry",
            name="name_cores",
            field=models.TextField(blank=True, default="", editable=False),
        ),
    ]
