from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="registerentry",
            name="search_names",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="sort_key_en",
            field=models.BinaryField(db_index=True, default=b"", editable=False),
        ),
    ]
