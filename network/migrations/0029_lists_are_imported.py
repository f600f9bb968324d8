import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import network.models.organization


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0028_invitations_may_name_a_colleague"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        storage=network.models.organization.private_storage,
                        upload_to="imports",
                        verbose_name="file",
                    ),
                ),
                ("file_name", models.CharField(max_length=150, verbose_name="name of the file")),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("sheet", models.CharField(blank=True, max_length=100, verbose_name="sheet")),
                ("heading_row", models.PositiveIntegerField(default=1, verbose_name="row of the headings")),
                ("columns", models.JSONField(default=list, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[("listed", "Listed"), ("pending", "Not yet decided")],
                        default="listed",
                        max_length=12,
                        verbose_name="status of the new organizations",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "Columns to be checked"),
                            ("checked", "Checked, not yet imported"),
                            ("running", "Being imported"),
                            ("done", "Imported"),
                        ],
                        default="uploaded",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("counts", models.JSONField(default=dict, editable=False)),
                ("result", models.JSONField(default=dict, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="brought")),
                ("started_at", models.DateTimeField(editable=False, null=True, verbose_name="import started")),
                ("done_at", models.DateTimeField(editable=False, null=True, verbose_name="imported")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought by",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="imported by",
                    ),
                ),
            ],
            options={
                "verbose_name": "import of organizations",
                "verbose_name_plural": "imports of organizations",
                "permissions": [("import_organization", "Can import and export lists of organizations")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="row")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("changed", "Changed"),
                            ("same", "Nothing new"),
                            ("doubtful", "Doubtful"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                        verbose_name="what comes of it",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=250, verbose_name="name")),
                ("province", models.CharField(blank=True, max_length=6, verbose_name="province")),
                ("values", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("remarks", models.JSONField(default=list)),
                ("candidates", models.JSONField(default=list)),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "A new organization"),
                            ("same", "The same organization"),
                            ("skip", "Leave it out"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_rows",
                        to="network.organization",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.organization",
                        verbose_name="the same as",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="network.importrun"
                    ),
                ),
            ],
            options={
                "verbose_name": "row of an import",
                "verbose_name_plural": "rows of imports",
                "ordering": ["number"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "running")),
                fields=("state",),
                name="one_import_runs_at_a_time",
                violation_error_message="Another list is being imported at this moment.",
            ),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["run", "outcome", "number"], name="import_rows_by_outcome"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(
                fields=("run", "number"),
                name="one_result_per_row_of_a_list",
                violation_error_message="This row was checked already.",
            ),
        ),
    ]
