import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import network.models.case


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0017_a_tier_has_no_price_of_its_own"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Payment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("joining", "Joining fee"), ("renewal", "Renewal")],
                        max_length=10,
                        verbose_name="purpose",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="amount in baht")),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term in months")),
                ("reference", models.CharField(editable=False, max_length=20, verbose_name="payment code")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("due", "Not paid yet"),
                            ("submitted", "Waiting for the treasurer"),
                            ("accepted", "Paid"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="due",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be paid by")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="due since")),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("transfer", "Bank transfer"),
                            ("centre", "Paid at the coordination centre"),
                            ("cash", "Cash at the secretariat"),
                        ],
                        max_length=10,
                        verbose_name="way of payment",
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                (
                    "slip",
                    models.FileField(
                        blank=True, storage=network.models.case.private_storage, upload_to="slips", verbose_name="slip"
                    ),
                ),
                ("slip_name", models.CharField(blank=True, max_length=200, verbose_name="name of the file")),
                ("slip_bank", models.CharField(blank=True, max_length=10, verbose_name="bank code on the slip")),
                ("slip_reference", models.CharField(blank=True, max_length=60, verbose_name="bank reference")),
                ("reported_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported")),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="confirmed by the centre on"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="decided")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by the centre",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "fee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="network.fee",
                        verbose_name="fee",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="network.membership",
                        verbose_name="membership",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported by",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "permissions": [("verify_payment", "Can accept and refuse payments")],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(fields=["status", "reported_at"], name="payment_list"),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(fields=["slip_reference"], name="payment_slip_reference"),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                fields=("reference",),
                name="payment_codes_are_unique",
                violation_error_message="This payment code is taken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["due", "submitted"])),
                fields=("membership", "purpose"),
                name="one_open_payment_per_membership",
                violation_error_message="This is to be paid already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="payment_is_of_something",
                violation_error_message="An amount to pay is more than zero.",
            ),
        ),
        migrations.CreateModel(
            name="PaymentEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("open", "Became due"),
                            ("report", "Reported as paid"),
                            ("confirm", "The centre has the money"),
                            ("accept", "Accepted"),
                            ("refuse", "Refused"),
                            ("cancel", "Cancelled"),
                            ("void", "Receipt voided"),
                            ("reissue", "New receipt issued"),
                        ],
                        max_length=12,
                        verbose_name="action",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="time")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("due", "Not paid yet"),
                            ("submitted", "Waiting for the treasurer"),
                            ("accepted", "Paid"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=12,
                        verbose_name="status after it",
                    ),
                ),
                ("message", models.TextField(blank=True, verbose_name="message to the organization")),
                ("remark", models.TextField(blank=True, verbose_name="remark for centre and secretariat")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="timeline", to="network.payment"
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of a payment",
                "verbose_name_plural": "entries of payments",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
    ]
