"""Who is asked to act for an organization, in which role, until when."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.actions import Invited
from network.enums import RepresentativeRole
from network.forms.documents import DocumentField
from network.models import Representative
from network.permissions.words import MAY
from portal.forms import PhoneField, ThaiDateField, TidyField
from portal.models.user import normal_email

LEAVE = "leave"
SOMEBODY_ELSE = "new"
lazy_html = lazy(format_html, SafeString)


class AddressField(forms.CharField):
    """Cleans to an e-mail address in lower case, or to a phone number of any kind in international form ("+66…")."""

    default_error_messages = {
        "unreadable": _("This is neither an e-mail address nor a phone number. Check it, please."),
    }

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        if not typed:
            return ""
        if "@" not in typed and any(letter.isdigit() for letter in typed):
            return PhoneField().to_python(typed)
        address = normal_email(typed) or ""
        try:
            validate_email(address)
        except ValidationError:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        return address


def name_field(**more: Any) -> TidyField:
    return TidyField(
        label=_("First name and family name"),
        max_length=150,
        error_messages={"required": _("Please write the person’s name.")},
        # Off: the browser would offer the name of whoever sits in front of it.
        widget=forms.TextInput({"autocomplete": "off"}),
        **more,
    )


def address_field() -> AddressField:
    return AddressField(
        label=_("E-mail address or phone number"),
        required=False,
        max_length=254,
        help_text=_(
            "With an e-mail address we write to the person. With a phone number you get words to send by LINE. "
            "With neither you print a sheet with a code and hand it over."
        ),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "email", "autocapitalize": "none"}),
    )


def role_choices(*roles: RepresentativeRole) -> list[tuple[str, Any]]:
    return [(role.value, two_lines(role.label, MAY[role])) for role in roles]


def two_lines(title: Any, text: Any) -> Any:
    """A choice and below it what it means."""
    return lazy_html('<span class="choice"><strong>{}</strong><br>{}</span>', title, text)


class MandateForm(forms.Form):
    """The role of somebody who acts already, and its last day."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=role_choices(*RepresentativeRole),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    mandate_until = ThaiDateField(
        label=_("Until when"),
        required=False,
        help_text=_("The last day, for example that of the committee’s term. Empty: until somebody ends it."),
    )

    def clean_mandate_until(self) -> date | None:
        day = self.cleaned_data["mandate_until"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose a later one."))
        return day


class InviteForm(MandateForm):
    """Somebody new. Cleans to a role and whom."""

    name = name_field()
    address = address_field()
    letter = DocumentField(
        label=_("Mandate letter"),
        required=False,
        help_text=_("If there is one: a PDF or a photo of at most 10 MB. Few people can open it; see below."),
    )
    field_order = ["name", "address", "role", "mandate_until", "letter"]

    def whom(self) -> Invited:
        cleaned, letter = self.cleaned_data, self.cleaned_data.get("letter")
        email, phone = reached_by(cleaned["address"])
        return Invited(
            name=cleaned["name"],
            email=email,
            phone=phone,
            mandate_until=cleaned["mandate_until"],
            letter=letter,
            letter_name=getattr(letter, "typed_name", ""),
            language=get_language() or "th",
        )


class ContactForm(InviteForm):
    """The first contact of an organization that has nobody: the role is no question."""

    role = None  # type: ignore[assignment]  # -- Django's way to drop an inherited field


class HandOverForm(forms.Form):
    """To whom one hands the main role over, and what one does oneself afterwards."""

    to = forms.ChoiceField(
        label=_("Who takes over?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    name = name_field(required=False, help_text=_("Only for somebody who does not act for the organization yet."))
    address = address_field()
    afterwards = forms.ChoiceField(
        label=_("What do you do afterwards?"),
        choices=[
            *role_choices(RepresentativeRole.EDITOR, RepresentativeRole.DELEGATE_MAKER),
            (LEAVE, two_lines(_("I leave"), _("I do not act for the organization any more."))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )

    def __init__(self, *args, colleagues: list[Representative], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(colleague.pk): colleague for colleague in colleagues}
        offered = [
            (pk, f"{colleague.user} · {colleague.get_role_display()}") for pk, colleague in self.colleagues.items()
        ]
        self.fields["to"].choices = [*offered, (SOMEBODY_ELSE, _("Somebody else"))]  # type: ignore[attr-defined]  # -- a choice field
        if not offered:
            # A choice of one is no question.
            self.fields["to"].widget = forms.HiddenInput()
            self.fields["to"].initial = SOMEBODY_ELSE
            self.fields["name"].help_text = ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("to") == SOMEBODY_ELSE and "name" in cleaned and not cleaned["name"]:
            self.add_error("name", _("Please write the person’s name."))
        return cleaned

    def whom(self) -> Invited:
        if colleague := self.colleagues.get(self.cleaned_data["to"]):
            return Invited(name=str(colleague.user), person=colleague.user)
        email, phone = reached_by(self.cleaned_data["address"])
        return Invited(self.cleaned_data["name"], email, phone, language=get_language() or "th")

    def role_afterwards(self) -> str:
        chosen = self.cleaned_data["afterwards"]
        return "" if chosen == LEAVE else chosen


class LetterForm(forms.Form):
    """The mandate letter of somebody who acts already."""

    letter = DocumentField(
        label=_("Mandate letter"),
        help_text=_("A PDF, or a photo taken with the phone. At most 10 MB."),
        error_messages={"required": _("Choose a file or take a photo first.")},
    )


def reached_by(address: str) -> tuple[str, str]:
    """What was typed, as an e-mail address and a phone number of which one at least is empty."""
    return ("", address) if address.startswith("+") else (address, "")
