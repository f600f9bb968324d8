from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0007_register_entry_keeps_the_cores_of_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershipapplication",
            name="ends_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="deleted on"),
        ),
        migrations.AlterField(
            model_name="timelineentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("save", "Wrote an answer"),
                    ("submit", "Sent the application"),
                    ("answer", "Answered the question"),
                    ("withdraw", "Withdrew the application"),
                    ("take_over", "Took the application over with its code"),
                    ("ask", "Asked a question"),
                    ("recommend", "Recommended it"),
                    ("advise_against", "Did not recommend it"),
                    ("announce", "Announced the approval"),
                    ("approve", "Approved it"),
                    ("decline", "Declined it"),
                    ("hand_up", "Handed it up to the secretariat"),
                    ("remind", "Reminded the centre"),
                    ("warn", "Warned that the draft will be deleted"),
                    ("forget", "Deleted it"),
                    ("correct", "Added a correction"),
                ],
                max_length=20,
                verbose_name="action",
            ),
        ),
    ]
