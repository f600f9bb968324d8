"""What a member of the national council tells beyond the five items."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.enums import LegalForm
from network.forms.answers.answers_form import AnswersForm
from network.forms.years import ThaiYearField
from network.models import Issue
from portal.forms import ThaiDateField, TidyField, TidyTextField

ACTIVITY_TEXT = 1000


class LegalFormForm(AnswersForm):
    legal_form = forms.ChoiceField(
        label=_("Legal form"),
        choices=LegalForm,
        widget=forms.RadioSelect,
        help_text=_("A group that is not registered chooses “Club or group” or “Network”."),
        error_messages={"required": _("Please choose one.")},
    )


class RegistrationForm(AnswersForm):
    """Both may stay empty."""

    registration_number = TidyField(
        label=_("Registration number"),
        max_length=60,
        required=False,
        help_text=_("It stands on the certificate of registration."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    registered_on = ThaiDateField(label=pgettext_lazy("an organization", "Registered on"), required=False)

    def clean_registered_on(self) -> date | None:
        day = self.cleaned_data["registered_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This day is still to come. Check the year, please."), code="future")
        return day


class YearForm(AnswersForm):
    year_started = ThaiYearField(
        label=_("Year of founding"),
        help_text=_("For example 2532 or 1989. If nobody is sure, write the likely year."),
        error_messages={"required": _("Please write the year.")},
    )


class IssuesForm(AnswersForm):
    issues = forms.ModelMultipleChoiceField(
        Issue.objects.all(),
        label=_("Issues you work on"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick all that fit."),
        error_messages={"required": _("Please tick at least one.")},
    )


class PeopleAndAreaForm(AnswersForm):
    target_groups = TidyField(
        label=_("Whom you work with"),
        max_length=250,
        help_text=_("For example elderly people, young people, farmers."),
        error_messages={"required": _("Please write whom you work with.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    area = TidyField(
        label=_("Where you work"),
        max_length=250,
        help_text=_("For example three subdistricts of one district, or the whole province."),
        error_messages={"required": _("Please write where you work.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class ActivitiesForm(AnswersForm):
    first_activity = TidyTextField(
        label=_("A recent activity"),
        max_length=ACTIVITY_TEXT,
        help_text=_("What it was, when and where. One or two sentences are enough."),
        error_messages={"required": _("Please write about one activity.")},
        widget=forms.Textarea({"rows": 4}),
    )
    second_activity = TidyTextField(
        label=_("Another recent activity"),
        max_length=ACTIVITY_TEXT,
        error_messages={"required": _("Please write about a second activity.")},
        widget=forms.Textarea({"rows": 4}),
    )
