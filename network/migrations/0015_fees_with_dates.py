import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0014_the_council_says_how_long_it_may_take_back"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="0 for free of charge.",
                        max_digits=10,
                        validators=[django.core.validators.MinValueValidator(0, "A fee is zero or more.")],
                        verbose_name="fee in baht",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave it empty for a membership without an end.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Write a number of months from %(limit_value)s."
                            )
                        ],
                        verbose_name="term in months",
                    ),
                ),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Leave it empty until another fee takes its place.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fees",
                        to="network.tier",
                        verbose_name="tier",
                    ),
                ),
            ],
            options={
                "verbose_name": "fee",
                "verbose_name_plural": "fees",
                "ordering": ["tier", "-valid_from"],
            },
        ),
        migrations.AddConstraint(
            model_name="fee",
            constraint=models.UniqueConstraint(
                fields=("tier", "valid_from"),
                name="one_fee_of_a_tier_from_a_day",
                violation_error_message="Another fee of this tier begins on the same day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                ),
                name="fee_ends_after_it_begins",
                violation_error_message="The fee cannot end before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fee",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)),
                name="fee_is_not_negative",
                violation_error_message="A fee is zero or more.",
            ),
        ),
    ]
