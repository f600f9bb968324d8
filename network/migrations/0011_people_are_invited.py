import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import network.models.representative


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0010_mandates_have_a_letter"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "code",
                    models.CharField(editable=False, max_length=12, unique=True, verbose_name="code on the sheet"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("add", "To join those who represent it"),
                            ("hand_over", "To take the main role over"),
                        ],
                        default="add",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("primary", "Primary contact"),
                            ("editor", "Keeps the profile"),
                            ("delegate_maker", "Names the delegate"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "role_afterwards",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("primary", "Primary contact"),
                            ("editor", "Keeps the profile"),
                            ("delegate_maker", "Names the delegate"),
                        ],
                        max_length=20,
                        verbose_name="role afterwards",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="phone")),
                (
                    "language",
                    models.CharField(
                        choices=[("th", "ไทย"), ("en", "English")], default="th", max_length=2, verbose_name="language"
                    ),
                ),
                ("mandate_until", models.DateField(blank=True, null=True, verbose_name="mandate until")),
                (
                    "letter",
                    models.FileField(
                        blank=True,
                        storage=network.models.representative.private_storage,
                        upload_to="mandates",
                        verbose_name="mandate letter",
                    ),
                ),
                ("letter_name", models.CharField(blank=True, max_length=200, verbose_name="name of the file")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="invited")),
                (
                    "sent_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="last sent"),
                ),
                ("valid_until", models.DateField(verbose_name="valid until")),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="network.organization",
                        verbose_name="organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open"), models.Q(("email", ""), _negated=True)),
                        fields=("organization", "email"),
                        name="one_open_invitation_per_address",
                        violation_error_message="This person is invited already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open"), models.Q(("phone", ""), _negated=True)),
                        fields=("organization", "phone"),
                        name="one_open_invitation_per_phone",
                        violation_error_message="This person is invited already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "hand_over"), ("status", "open")),
                        fields=("organization", "invited_by"),
                        name="one_open_hand_over_per_person",
                        violation_error_message="A hand-over is under way already.",
                    ),
                ],
            },
        ),
    ]
