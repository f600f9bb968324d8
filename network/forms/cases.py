"""What applicants write about an application that was sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONG_TEXT = 2000


class AnswerForm(forms.Form):
    """A word beside the changed answers."""

    message = forms.CharField(
        label=_("Your answer"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Write it here, or change the application itself first and leave this empty."),
    )


class WithdrawForm(forms.Form):
    """Why it is taken back, if the applicant likes to say."""

    message = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The centre and the secretariat read it."),
    )
