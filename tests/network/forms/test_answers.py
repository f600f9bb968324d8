"""The forms of the questions: what they clean to is what `save_answers` takes."""

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import save_answers
from network.enums import ApplicationKind, LegalForm
from network.forms import answers as a
from network.models.answers import ANSWERS, FIVE_ITEMS, required_answers
from tests.factories.membership import ApplicationDocumentFactory, ApplicationFactory
from tests.factories.network import IssueFactory

pytestmark = pytest.mark.django_db
K = ApplicationKind


def errors(form):
    assert not form.is_valid()
    return {name: " ".join(found) for name, found in form.errors.items()}


def answers(form):
    assert form.is_valid(), form.errors
    return form.answers()


@pytest.mark.parametrize("kind", K)
def test_the_questions_ask_all_that_is_required(kind):
    asked = [answer for question in a.questions_of(kind) for answer in question.answers]
    assert set(required_answers(kind)) <= set(asked)
    assert len(asked) == len(set(asked))
    assert set(asked) <= {*ANSWERS, "documents"}


def test_five_questions_register_with_the_province():
    assert [question.name for question in a.questions_of(K.PROVINCIAL)] == [
        "name",
        "location",
        "leader",
        "work",
        "phone",
    ]
    needed = {
        name
        for question in a.questions_of(K.PROVINCIAL)
        for name, field in question.form.base_fields.items()
        if field.required
    }
    assert needed == set(FIVE_ITEMS)


@pytest.mark.parametrize("kind", K)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_question_is_asked_in_words(kind, language):
    with override(language):
        titles = [str(question.title) for question in a.questions_of(kind)]
        labels = [
            str(field.label)
            for question in a.questions_of(kind)
            if question.form
            for field in question.form.base_fields.values()
        ]
    assert len(set(titles)) == len(titles)
    assert all(labels)


@pytest.mark.parametrize("kind", K)
def test_what_is_typed_on_one_page_can_be_saved(kind):
    """As the form at a desk does it: every question with a prefix of its own."""
    application = ApplicationFactory(kind=kind, name="", leader_name="", current_work="", phone="")
    issue = IssueFactory()
    typed = {
        "name": "ตัวอย่าง กลุ่มรักษ์แม่น้ำ",
        "province": "TH-76",
        "district": "7601",
        "leader_name": "ตัวอย่าง คนนำ",
        "current_work": "ดูแลแม่น้ำ",
        "phone": "๐๘๑ ๒๓๔ ๕๖๗๘",
        "legal_form": LegalForm.CLUB_GROUP,
        "year_started": "๒๕๕๓",
        "issues": [issue.pk],
        "target_groups": "เยาวชน",
        "area": "ทั้งจังหวัด",
        "first_activity": "ปลูกป่า",
        "second_activity": "เก็บขยะ",
    }
    for question in [one for one in a.questions_of(kind) if one.form]:
        data = {f"{question.name}-{name}": value for name, value in typed.items()}
        form = question.form(data, application=application, prefix=question.name)
        application = save_answers(application, by=application.applicant, answers=answers(form))
    application.refresh_from_db()
    assert application.phone == "+66812345678"
    assert a.open_questions(application) == ([] if kind == K.PROVINCIAL else [a.DOCUMENTS])
    if kind == K.NATIONAL:
        assert (application.year_started, list(application.issues.all())) == (2010, [issue])


def test_a_form_shows_the_answers_of_its_application():
    application = ApplicationFactory(national=True, issues=[IssueFactory()])
    assert a.NameForm(application=application)["name"].value() == application.name
    assert a.LocationForm(application=application)["district"].value() == application.district_id
    assert a.IssuesForm(application=application)["issues"].value() == [application.issues.get().pk]
    with override("th"):
        assert 'value="2553"' in str(a.YearForm(application=application)["year_started"])
        assert "081" in str(a.PhoneForm(application=application)["phone"])
    assert a.NameForm()["name"].value() is None


@pytest.mark.parametrize(
    ("form", "name", "longest"),
    [
        (a.NameForm, "name", 250),
        (a.LeaderForm, "leader_name", 150),
        (a.WorkForm, "current_work", 3000),
        (a.PeopleAndAreaForm, "area", 250),
        (a.ActivitiesForm, "first_activity", 1000),
        (a.RegistrationForm, "registration_number", 60),
    ],
)
def test_more_than_fits_is_refused_in_words(form, name, longest):
    found = errors(form({name: "ก" * (longest + 1)}))
    assert str(longest) in found[name] or f"{longest:,}" in found[name]
    assert name not in form({name: "ก" * longest}).errors


def test_a_name_is_tidied():
    assert answers(a.NameForm({"name": "  เเม่น้ำ\u200b  เพชร "})) == {"name": "แม่น้ำ เพชร"}
    assert errors(a.NameForm({"name": " \u200b "}))["name"] == gettext("Please write the name of the organization.")


@pytest.mark.parametrize("typed", ["032 400 123", "๐๓๒-๔๐๐๑๒๓", "+66 32 400 123"])
def test_a_landline_will_do(typed):
    assert answers(a.PhoneForm({"phone": typed})) == {"phone": "+6632400123"}


def test_a_phone_that_cannot_be_stays_as_typed():
    form = a.PhoneForm({"phone": "๑๒"})
    assert "phone" in errors(form)
    assert 'value="๑๒"' in str(form["phone"])


def test_members_may_add_an_english_name_and_an_address():
    assert answers(a.NamesForm({"name": "ก", "name_en": " Sample "})) == {"name": "ก", "name_en": "Sample"}
    assert answers(a.ContactForm({"phone": "0812345678"}))["email"] == ""
    assert "email" in errors(a.ContactForm({"phone": "0812345678", "email": "x@"}))


def test_a_registration_may_be_left_out_and_is_never_to_come():
    assert answers(a.RegistrationForm({})) == {"registration_number": "", "registered_on": None}
    assert answers(a.RegistrationForm({"registered_on": "๑๕/๘/๒๕๖๑"}))["registered_on"].isoformat() == "2018-08-15"
    to_come = f"1/1/{timezone.localdate().year + 1}"
    assert errors(a.RegistrationForm({"registered_on": to_come})).keys() == {"registered_on"}


@pytest.mark.parametrize("typed", [{"issues": ["0"]}, {"issues": ["x", "9" * 30]}, {}])
def test_unknown_issues_are_refused(typed):
    assert "issues" in errors(a.IssuesForm(typed))


def test_an_unknown_legal_form_is_refused():
    assert "legal_form" in errors(a.LegalFormForm({"legal_form": "company"}))


def test_what_is_not_registered_is_not_asked_for_its_number():
    application = ApplicationFactory(national=True, legal_form=LegalForm.NETWORK)

    def names():
        return [question.name for question in a.questions_for(application)]

    assert "registration" not in names()
    application.registration_number = "ก 12"
    assert "registration" in names()
    application.registration_number, application.legal_form = "", LegalForm.OTHER
    assert "registration" in names()


def test_the_next_question_is_the_first_without_an_answer():
    application = ApplicationFactory(leader_name="", phone="")
    assert [question.name for question in a.open_questions(application)] == ["leader", "phone"]
    national = ApplicationFactory(national=True, issues=[IssueFactory()], area="")
    assert [question.name for question in a.open_questions(national)] == ["people", "documents"]
    ApplicationDocumentFactory(application=national)
    assert [question.name for question in a.open_questions(national)] == ["people"]
