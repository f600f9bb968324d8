"""The questions of an application: a form each, for the screens of the wizard and for the form at a desk."""

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
from network.forms.answers.questions import DOCUMENTS, Question, open_questions, questions_for, questions_of

__all__ = [
    "DOCUMENTS",
    "ActivitiesForm",
    "AnswersForm",
    "ContactForm",
    "IssuesForm",
    "LeaderForm",
    "LegalFormForm",
    "LocationForm",
    "NameForm",
    "NamesForm",
    "PeopleAndAreaForm",
    "PhoneForm",
    "Question",
    "RegistrationForm",
    "WorkForm",
    "YearForm",
    "open_questions",
    "questions_for",
    "questions_of",
]
