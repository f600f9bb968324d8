import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ACTIONS = [
    ("admit", "Admitted"),
    ("begin", "The membership began"),
    ("renew", "Renewed"),
    ("suspend", "Suspended"),
    ("lift", "Lifted the suspension"),
    ("resign", "Resigned"),
    ("end", "Ended the membership"),
    ("reinstate", "Reinstated"),
    ("remind", "Reminded that the term ends"),
    ("grace", "Told that the term is over"),
    ("lapse", "Told that the membership has lapsed"),
]
NOTICES = [
    ("ends_soon", "Term ends soon"),
    ("in_grace", "Term is over"),
    ("lapsed", "Membership has lapsed"),
]


def of_membership(related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to="network.membership"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0024_terms_keep_their_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MembershipEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("action", models.CharField(choices=ACTIONS, max_length=20, verbose_name="action")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="time")),
                ("message", models.TextField(blank=True, verbose_name="message to the organization")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                ("membership", of_membership("history")),
            ],
            options={
                "verbose_name": "entry of a membership",
                "verbose_name_plural": "entries of memberships",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TermReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notice", models.CharField(choices=NOTICES, max_length=12, verbose_name="letter")),
                ("days_before", models.PositiveSmallIntegerField(default=0, verbose_name="days before the end")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="time")),
                ("membership", of_membership("reminders")),
            ],
            options={
                "verbose_name": "reminder of a membership",
                "verbose_name_plural": "reminders of memberships",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("membership", "notice", "days_before"),
                        name="one_reminder_of_a_kind_per_term",
                        violation_error_message="The organization has had this letter already.",
                    )
                ],
            },
        ),
    ]
