"""How an application begins and how it is sent."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.forms.answers import NameForm, NamesForm
from network.models import PrivacyNotice
from portal.forms import TidyField


class BeginForm(NameForm):
    """The first question. Its hidden token becomes the draft's, so that two clicks begin one."""

    draft = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)


class BeginNationalForm(BeginForm, NamesForm):
    pass


class SendForm(forms.Form):
    """Who accepts which privacy notice. Cleans to the keywords of `network.actions.submit_application`."""

    accepted_by = TidyField(
        label=_("Your first name and family name"),
        max_length=150,
        help_text=_("You accept the notice for the organization. Your name and the notice’s version are kept."),
        error_messages={"required": _("Please write your name.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    accepts = forms.BooleanField(
        label=_("I have read the privacy notice and accept it."),
        error_messages={"required": _("Please tick this box. Without it the application cannot be sent.")},
    )
    notice = forms.ModelChoiceField(PrivacyNotice.objects.all(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args, current: PrivacyNotice | None, **kwargs) -> None:
        self.current = current
        super().__init__(*args, **kwargs)
        self.initial["notice"] = current

    def clean(self) -> dict[str, Any]:
        """What is accepted is what was read."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("notice") != self.current:
            # The page shows the new one now, so neither the old one's number nor the tick may stay.
            shown = {"notice": getattr(self.current, "pk", ""), "accepts": ""}
            self.data = {**self.data, **{self.add_prefix(name): value for name, value in shown.items()}}
            raise ValidationError(_("The privacy notice has changed meanwhile. Please read it again and accept it."))
        return cleaned

    def keywords(self) -> dict[str, Any]:
        return {"accepted_by": self.cleaned_data["accepted_by"], "notice": self.current}
