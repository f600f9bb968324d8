"""What the registrar writes when deciding on one application or on many."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.enums import CaseAction

LONGEST = 2000
# The steps that a registrar takes in the CMS, in the order of the form, and how the choice reads.
CHOICES = {
    CaseAction.APPROVE: _("Approve"),
    CaseAction.ASK: _("Ask the organization a question"),
    CaseAction.DECLINE: _("Decline"),
    CaseAction.CORRECT: _("Add a correction to the closed case"),
}


class DecisionForm(forms.Form):
    """`actions` are the steps that are possible now; whether words are needed is the table's to say."""

    action = forms.ChoiceField(label=_("What is decided"), widget=forms.RadioSelect)
    message = forms.CharField(
        label=_("Message to the organization"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The question, or the reason. A refusal needs one, and so does a decision against the centre."),
    )
    remark = forms.CharField(
        label=_("Remark for centre and secretariat"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The organization does not read it."),
    )
    meeting = forms.CharField(
        label=_("Minuted meeting"),
        required=False,
        max_length=200,
        help_text=_("If a meeting decided: which one, and when."),
    )
    # Minutes are often pasted as www.…
    meeting_url = forms.URLField(label=_("Link to the minutes"), required=False, assume_scheme="https")
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, actions, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offered = [(action.value, label) for action, label in CHOICES.items() if action in actions]
        self.fields["action"].choices = offered  # type: ignore[attr-defined]  # -- a ChoiceField
        if len(offered) == 1:
            # A choice of one is no question.
            self.initial["action"] = offered[0][0]


class DecideManyForm(DecisionForm):
    """The same words for every chosen application."""

    seen = None  # type: ignore[assignment]  # -- Django's way to drop an inherited field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, actions=[CaseAction.APPROVE, CaseAction.ASK, CaseAction.DECLINE], **kwargs)
