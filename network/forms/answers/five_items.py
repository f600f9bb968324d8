"""Name, team leader, present work and phone; the location has a file of its own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.answers.answers_form import AnswersForm
from portal.forms import PhoneField, TidyField, TidyTextField

LONG_TEXT = 3000


class NameForm(AnswersForm):
    name = TidyField(
        label=_("Name of the organization"),
        max_length=250,
        help_text=_("The full name, as people know it."),
        error_messages={"required": _("Please write the name of the organization.")},
        widget=forms.TextInput({"autocomplete": "organization"}),
    )


class NamesForm(NameForm):
    """For members of the national council, whom readers abroad find too."""

    name_en = TidyField(
        label=_("Name in English"),
        max_length=250,
        required=False,
        help_text=_("Leave it empty if the organization has none."),
        widget=forms.TextInput({"autocomplete": "off", "lang": "en"}),
    )


class LeaderForm(AnswersForm):
    leader_name = TidyField(
        label=_("Name of the team leader"),
        max_length=150,
        help_text=_("First name and family name of the chair, president or coordinator."),
        error_messages={"required": _("Please write the name of the team leader.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class WorkForm(AnswersForm):
    current_work = TidyTextField(
        label=_("Your present work"),
        max_length=LONG_TEXT,
        help_text=_("Two or three sentences are enough: what you do, with whom and where."),
        error_messages={"required": _("Please write a sentence about your present work.")},
        widget=forms.Textarea({"rows": 6}),
    )


class PhoneForm(AnswersForm):
    phone = PhoneField(
        label=_("Phone number"),
        help_text=_("For example 081 234 5678 or 032 400 123. The centre calls you on this number."),
        error_messages={"required": _("Please write a phone number.")},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"


class ContactForm(PhoneForm):
    """For members of the national council."""

    email = forms.EmailField(
        label=_("E-mail of the organization"),
        max_length=254,
        required=False,
        help_text=_("Leave it empty if the organization has none."),
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email"}),
    )
