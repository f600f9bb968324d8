"""What applicants write about an application that was sent."""

from django import forms
from django.core.exceptions import ValidationError
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

    def __init__(self, *args, has_changes: bool = False, **kwargs) -> None:
        """`has_changes`: the application was changed after the question, which is an answer by itself."""
        super().__init__(*args, **kwargs)
        self.has_changes = has_changes

    def clean_message(self) -> str:
        message = self.cleaned_data["message"].strip()
        # Sent empty by mistake, the case would go back unanswered and the centre would have to ask again.
        if not message and not self.has_changes:
            raise ValidationError(_("Please write an answer, or change the application first."), code="required")
        return message


class WithdrawForm(forms.Form):
    """Why it is taken back, if the applicant likes to say."""

    message = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The centre and the secretariat read it."),
    )
