"""What is written with a decision on a membership, and with a resignation."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class ResignForm(forms.Form):
    """A word of farewell, and a tick so that nobody resigns by a slip of the finger."""

    reason = forms.CharField(
        label=_("Why you leave"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If you like. It helps the council to do better."),
    )
    is_sure = forms.BooleanField(
        label=_("Our organization has decided to resign"),
        error_messages={"required": _("Please tick this if your organization has decided to resign.")},
    )


class TermForm(forms.Form):
    """What a registrar decides, of what is possible now, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The organization reads it. Name the letter or the minuted meeting."),
        error_messages={"required": _("Please write a sentence: the organization will read it.")},
    )

    def __init__(self, *args, choices: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        action = forms.ChoiceField(label=_("What is decided"), choices=choices, widget=forms.RadioSelect)
        self.fields = {"action": action, **self.fields}
