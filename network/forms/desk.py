"""What a coordinator writes: with a step on an application, or with the decision on a claim."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class StepForm(forms.Form):
    """Whether words are needed is the table's to say (`ReasonMissing`); `seen` is the last timeline entry shown."""

    message = forms.CharField(
        label=_("Message to the organization"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    remark = forms.CharField(
        label=_("Remark for centre and secretariat"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The organization does not read it."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def worded(self, label, hint, *, is_needed: bool) -> "StepForm":
        """The same form, its message asked for in the words of the step."""
        field = self.fields["message"]
        # Only for the eye: the action refuses an empty one in words of its own.
        field.label, field.help_text, field.required = label, hint, is_needed
        return self


class ClaimForm(forms.Form):
    """A word on the decision; a refusal needs one, which the action says."""

    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it. If you refuse, please write a sentence."),
    )
