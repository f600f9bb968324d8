"""What people type about delegates."""

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from events.models import Delegate
from portal.forms import PhoneField, ThaiDateField, ThaiDateTimeField
from portal.forms.cms import expire_field, go_live_field
from portal.thai.text import tidy

# Suggestions only: people carry titles that no list knows.
TITLES = {
    "th": ["นาย", "นาง", "นางสาว", "ดร.", "ผศ.ดร.", "นพ.", "พญ.", "พระ", "พระครู", "แม่ชี", "อิหม่าม", "บาทหลวง"],
    "en": ["Mr", "Mrs", "Ms", "Dr", "Phra", "Imam", "Father"],
}


class DelegateForm(forms.ModelForm):
    """The person who goes. Cleans to the keys of `events.actions.FIELDS`."""

    phone = PhoneField(label=_("Phone"), help_text=_("A number we can call before and during the event."))

    class Meta:
        model = Delegate
        fields = ["title", "name", "position", "phone", "email", "food", "access"]
        labels = {
            "title": pgettext_lazy("before a name", "Title"),
            "name": _("First name and family name"),
            "position": _("Position in the organization"),
            "email": _("E-mail"),
            "food": _("Food"),
            "access": _("Help on site"),
        }
        help_texts = {
            "title": _("For example Mr, Ms, Dr, Phra."),
            "email": _("We write to the delegate who entered the name and how to object."),
            "food": _("For example vegetarian, halal, allergies."),
            "access": _("For example a wheelchair, sign language, a lower bed."),
        }
        widgets = {
            # Off: the browser would offer the representative's own name for the delegate's.
            "title": forms.TextInput(attrs={"list": "delegate-titles", "autocomplete": "off"}),
            "name": forms.TextInput(attrs={"autocomplete": "off"}),
            "position": forms.TextInput(attrs={"autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"}),
        }

    @property
    def titles(self) -> list[str]:
        return TITLES["en" if get_language() == "en" else "th"]

    def clean_title(self) -> str:
        return self._tidied("title")

    def clean_name(self) -> str:
        return self._tidied("name")

    def clean_position(self) -> str:
        return self._tidied("position")

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def _tidied(self, name: str) -> str:
        """One spelling for what looks the same; a few scripts grow by it, so the length is checked again."""
        text = tidy(self.cleaned_data[name]).strip()
        self.fields[name].run_validators(text)
        return text

    # Django would write the typed words into the instance here, and the page would show them as if they were kept.
    def _post_clean(self) -> None:
        """Only the action writes the row: the instance keeps what the database says."""


class ReasonForm(forms.Form):
    """Why a name is taken back; the reason stays in the history."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The organization and the secretariat read it."),
    )


class EventForm(WagtailAdminModelForm):
    """The event in the CMS: every date is typed and shown in the editor's era."""

    starts_on = ThaiDateField(label=_("First day"))
    ends_on = ThaiDateField(label=_("Last day"))
    opens_at = ThaiDateTimeField(label=_("Registration opens"), required=False)
    closes_at = ThaiDateTimeField(label=_("Registration closes"), required=False)
    go_live_at = go_live_field()
    expire_at = expire_field()
