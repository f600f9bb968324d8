from django.db import migrations, models

import network.models.representative


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0009_the_council_says_how_long_drafts_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="representative",
            name="letter",
            field=models.FileField(
                blank=True,
                storage=network.models.representative.private_storage,
                upload_to="mandates",
                verbose_name="mandate letter",
            ),
        ),
        migrations.AddField(
            model_name="representative",
            name="letter_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="name of the file"),
        ),
    ]
