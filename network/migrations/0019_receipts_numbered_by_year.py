import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import network.models.receipt


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0018_payments_with_a_timeline"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year (Buddhist era)")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                ("issued_by_name", models.CharField(max_length=200, verbose_name="treasurer")),
                ("payer_name", models.CharField(max_length=250, verbose_name="received from")),
                ("payer_address", models.TextField(blank=True, verbose_name="address of the payer")),
                (
                    "payer_tax_id",
                    models.CharField(blank=True, max_length=60, verbose_name="registration number of the payer"),
                ),
                ("description", models.CharField(max_length=300, verbose_name="for what (Thai)")),
                ("description_en", models.CharField(max_length=300, verbose_name="for what (English)")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="amount in baht")),
                (
                    "method",
                    models.CharField(
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
                ("issuer_name", models.CharField(max_length=200, verbose_name="issuer")),
                ("issuer_address", models.TextField(blank=True, verbose_name="address of the issuer")),
                ("issuer_tax_id", models.CharField(blank=True, max_length=20, verbose_name="tax number of the issuer")),
                ("token", models.CharField(default=network.models.receipt.new_token, editable=False, max_length=40)),
                ("void_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="voided")),
                ("void_reason", models.TextField(blank=True, verbose_name="why it was voided")),
                (
                    "issued_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="network.payment",
                        verbose_name="payment",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="network.receipt",
                        verbose_name="in the place of",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voided by",
                    ),
                ),
            ],
            options={
                "verbose_name": "receipt",
                "verbose_name_plural": "receipts",
                "ordering": ["-year", "-number"],
                "permissions": [("void_receipt", "Can void receipts")],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("year", "number"),
                name="receipt_numbers_are_unique",
                violation_error_message="This receipt number is taken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("token",), name="receipt_tokens_are_unique", violation_error_message="This address is taken."
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("void_at__isnull", True)),
                fields=("payment",),
                name="one_valid_receipt_per_payment",
                violation_error_message="This payment has its receipt already.",
            ),
        ),
        migrations.CreateModel(
            name="ReceiptBook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year (Buddhist era)")),
                ("last_number", models.PositiveIntegerField(default=0, verbose_name="last number")),
            ],
            options={
                "verbose_name": "receipt book",
                "verbose_name_plural": "receipt books",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year",),
                        name="one_receipt_book_per_year",
                        violation_error_message="This year has its receipt book already.",
                    )
                ],
            },
        ),
    ]
