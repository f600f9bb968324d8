import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import network.models.membership


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0020_the_council_says_how_it_is_paid"),
    ]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="starts_on",
            field=models.DateField(blank=True, default=django.utils.timezone.localdate, null=True, verbose_name="from"),
        ),
        migrations.AddField(
            model_name="membership",
            name="begun_on",
            field=models.DateField(
                blank=True, default=django.utils.timezone.localdate, null=True, verbose_name="in force since"
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="follows",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="network.membership",
                verbose_name="term before it",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="suspended_on",
            field=models.DateField(blank=True, null=True, verbose_name="suspended on"),
        ),
        migrations.AddField(
            model_name="membership",
            name="suspended_reason",
            field=models.TextField(blank=True, verbose_name="why it is suspended"),
        ),
        migrations.AddField(
            model_name="membership",
            name="closed_reason",
            field=models.CharField(
                blank=True,
                choices=[("renewed", "Renewed"), ("resigned", "Resigned"), ("ended", "Ended by the council")],
                max_length=12,
                verbose_name="why it is closed",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="certificate_token",
            field=models.CharField(default=network.models.membership.new_token, editable=False, max_length=40),
        ),
    ]
