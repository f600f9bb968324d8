"""The questions of an application in the order in which they are asked."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.enums import REGISTERED_FORMS, ApplicationKind, LegalForm
from network.forms.answers.answers_form import AnswersForm
from network.forms.answers.five_items import ContactForm, LeaderForm, NameForm, NamesForm, PhoneForm, WorkForm
from network.forms.answers.for_members import (
    ActivitiesForm,
    IssuesForm,
    LegalFormForm,
    PeopleAndAreaForm,
    RegistrationForm,
    YearForm,
)
from network.forms.answers.location import LocationForm
from network.models import MembershipApplication
from network.models.answers import missing_answers


@dataclass(frozen=True)
class Question:
    """One screen of the wizard, one part of the form at a desk.

    Attributes:
        name: as the address says it.
        title: what is asked, in words.
        form: what is typed; None for the documents, which are uploaded one by one.
    """

    name: str
    title: Any
    form: type[AnswersForm] | None

    @property
    def answers(self) -> tuple[str, ...]:
        """Names of its answers, as in `network.models.answers`."""
        return tuple(self.form.base_fields) if self.form else (self.name,)


NAME = _("What is the organization called?")
PHONE = _("Which phone number can we call?")
LOCATION = Question("location", _("Where is the organization?"), LocationForm)
LEADER = Question("leader", _("Who leads the team?"), LeaderForm)
WORK = Question("work", _("What do you do at present?"), WorkForm)
REGISTRATION = Question("registration", _("Is the organization registered?"), RegistrationForm)
DOCUMENTS = Question("documents", _("Which document shows that the organization exists?"), None)

PROVINCIAL = (
    Question("name", NAME, NameForm),
    LOCATION,
    LEADER,
    WORK,
    Question("phone", PHONE, PhoneForm),
)
NATIONAL = (
    Question("name", NAME, NamesForm),
    LOCATION,
    LEADER,
    WORK,
    Question("phone", PHONE, ContactForm),
    Question("legal-form", _("What kind of organization is it?"), LegalFormForm),
    REGISTRATION,
    Question("year", _("In which year did it begin?"), YearForm),
    Question("issues", _("Which issues do you work on?"), IssuesForm),
    Question("people", _("Whom do you work with, and where?"), PeopleAndAreaForm),
    Question("activities", _("What have you done recently?"), ActivitiesForm),
    DOCUMENTS,
)
# "Other" may well be registered, so it is asked.
NEVER_REGISTERED = set(LegalForm) - {*REGISTERED_FORMS, LegalForm.OTHER}


def questions_of(kind: str) -> tuple[Question, ...]:
    """Every question of a way of joining, as a form on paper has them."""
    return NATIONAL if kind == ApplicationKind.NATIONAL else PROVINCIAL


def questions_for(application: MembershipApplication) -> list[Question]:
    """Those that this application is asked: what is not registered has no number to tell."""
    has_none = application.legal_form in NEVER_REGISTERED and not application.registration_number
    return [one for one in questions_of(application.kind) if not (has_none and one is REGISTRATION)]


def open_questions(application: MembershipApplication) -> list[Question]:
    """Those without an answer that is needed, in order."""
    missing = set(missing_answers(application))
    return [one for one in questions_for(application) if missing.intersection(one.answers)]
