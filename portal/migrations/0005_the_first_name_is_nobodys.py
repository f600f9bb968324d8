from django.db import migrations, models


class Migration(migrations.Migration):
    """Another federation's portal does not begin under this council's name; rows that exist keep theirs."""

    dependencies = [("portal", "0004_mails_and_their_texts_are_kept")]

    operations = [
        migrations.AlterField(
            model_name="identity",
            name="name",
            field=models.CharField(default="เครือข่ายองค์กร", max_length=200, verbose_name="name (Thai)"),
        ),
        migrations.AlterField(
            model_name="identity",
            name="name_en",
            field=models.CharField(default="Network of Organizations", max_length=200, verbose_name="name (English)"),
        ),
    ]
