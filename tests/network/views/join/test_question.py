"""/join/<token>/<question>/: one question, saved, and on to the next."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import decide, submit_application
from network.actions.decisions import Decision
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, LegalForm
from network.forms.answers import questions_of
from network.models import Issue, PrivacyNotice
from network.reference import load_first_issues
from portal.models import Identity
from portal.templatetags.portal_thai import whole_words
from tests.factories.membership import ApplicationFactory, CoordinatorFactory, DistrictFactory, SubdistrictFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.usefixtures("ready")
K = ApplicationKind
EMPTY = {"province": None, "district": None, "name": "ตัวอย่าง", "leader_name": "", "current_work": "", "phone": ""}
QUERIES = {"name": 6, "location": 10}  # with the shell and the session


@pytest.fixture(autouse=True)
def places(ready):
    SubdistrictFactory()


@pytest.fixture
def draft(person):
    return ApplicationFactory(applicant=person, **EMPTY)


@pytest.fixture
def national(person):
    load_first_issues()
    return ApplicationFactory(applicant=person, kind=K.NATIONAL, **EMPTY)


def address(application, name="leader", query="", language="th"):
    with override(language):
        return reverse("network_join:question", args=[application.token, name]) + query


def summary(application):
    return reverse("network_join:summary", args=[application.token])


def send(application):
    submit_application(application, by=application.applicant, accepted_by="ก", notice=PrivacyNotice.objects.current())


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", K)
def test_every_question_is_on_a_screen_of_its_own(joining, person, kind, language):
    load_first_issues()
    application = ApplicationFactory(applicant=person, kind=kind, **EMPTY)
    asked = questions_of(kind)
    for number, question in enumerate(asked, start=1):
        page = joining.get(address(application, question.name, language=language))
        assert page.status_code == 200
        with override(language):
            assert whole_words(str(question.title)) in page.text
            assert gettext("Question %(number)s of %(total)s") % {"number": number, "total": len(asked)} in page.text


def test_a_phone_to_call_is_on_every_screen(joining, draft):
    identity = Identity.load()
    identity.phone = "02 000 0001"
    identity.save()
    for question in questions_of(K.PROVINCIAL):
        assert 'href="tel:020000001"' in joining.get(address(draft, question.name)).text.split("<footer")[0]


def test_the_five_answers_lead_from_one_to_the_next(joining, draft):
    steps = [
        ("location", {"province": "TH-76", "district": "7601", "subdistrict": "760107"}, "leader"),
        ("leader", {"leader_name": "ตัวอย่าง คนนำ"}, "work"),
        ("work", {"current_work": "ดูแลแม่น้ำ"}, "phone"),
    ]
    for name, typed, following in steps:
        assert joining.post(address(draft, name), typed).headers["Location"] == address(draft, following)
    assert joining.post(address(draft, "phone"), {"phone": "๐๘๑ ๒๓๔ ๕๖๗๘"}).headers["Location"] == summary(draft)
    draft.refresh_from_db()
    assert (draft.phone, draft.postal_code, draft.leader_name) == ("+66812345678", "76000", "ตัวอย่าง คนนำ")


def test_what_is_answered_already_is_not_asked_twice(joining, draft):
    draft.leader_name = "ตัวอย่าง"
    draft.save()
    typed = {"province": "TH-76", "district": "7601"}
    assert joining.post(address(draft, "location"), typed).headers["Location"] == address(draft, "work")


def test_members_answer_one_after_the_other(joining, national):
    answers = {
        "location": {"province": "TH-76", "district": "7601"},
        "leader": {"leader_name": "ตัวอย่าง"},
        "work": {"current_work": "งาน"},
        "phone": {"phone": "0812345678", "email": "sample@example.org"},
        "legal-form": {"legal_form": LegalForm.ASSOCIATION},
        "registration": {"registration_number": "", "registered_on": ""},
        "year": {"year_started": "พ.ศ. ๒๕๓๒"},
        "issues": {"issues": list(Issue.objects.values_list("pk", flat=True)[:2])},
        "people": {"target_groups": "เยาวชน", "area": "ทั้งจังหวัด"},
        "activities": {"first_activity": "หนึ่ง", "second_activity": "สอง"},
    }
    at = address(national, "location")
    for name, typed in answers.items():
        assert at == address(national, name)
        at = joining.post(at, typed).headers["Location"]
    assert at == address(national, "documents")
    national.refresh_from_db()
    assert (national.year_started, national.issues.count(), national.email) == (1989, 2, "sample@example.org")


def test_a_group_is_not_asked_for_its_registration(joining, national):
    response = joining.post(address(national, "legal-form"), {"legal_form": LegalForm.CLUB_GROUP})
    assert response.headers["Location"] == address(national, "year")
    assert joining.get(address(national, "registration")).status_code == 404


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("leader", {"leader_name": " "}),
        ("phone", {"phone": "๑๒"}),
        ("work", {"current_work": "ก" * 3001}),
        ("location", {"province": "TH-76", "district": "9999", "address_line": "เลขที่ 89"}),
    ],
)
def test_a_slip_is_told_and_all_that_was_typed_stays(joining, draft, name, typed):
    response = joining.post(address(draft, name), typed)
    assert response.status_code == 422
    assert gettext("Please check these points") in response.text
    assert all(value.strip() in response.text for field, value in typed.items() if field != "district")
    draft.refresh_from_db()
    assert (draft.leader_name, draft.phone, draft.current_work, draft.province) == ("", "", "", None)


def test_the_way_back_saves_what_is_typed(joining, draft):
    response = joining.post(address(draft), {"leader_name": "ตัวอย่าง", "go": "back"})
    assert response.headers["Location"] == address(draft, "location")
    draft.refresh_from_db()
    assert draft.leader_name == "ตัวอย่าง"


def test_the_way_back_from_the_first_question_is_the_summary(joining, draft):
    assert joining.post(address(draft, "name"), {"name": "ก", "go": "back"}).headers["Location"] == summary(draft)


@pytest.mark.parametrize(("go", "where"), [("back", "work"), ("skip", None)])
def test_whoever_leaves_a_question_finds_what_cannot_be_saved_yet(joining, draft, go, where):
    response = joining.post(address(draft, "phone"), {"phone": "๐๘๑", "go": go})
    assert response.headers["Location"] == (address(draft, where) if where else summary(draft))
    assert 'value="๐๘๑"' in joining.get(address(draft, "phone")).text
    assert 'value="๐๘๑"' not in joining.get(address(draft, "phone")).text


def test_an_empty_question_is_left_for_later(joining, draft):
    response = joining.post(address(draft), {"leader_name": "", "go": "skip"})
    assert response.headers["Location"] == address(draft, "work")
    assert not joining.session.get("kept_answers")


def test_from_the_summary_one_comes_back_to_it(joining, draft):
    where = address(draft, query="?then=summary")
    page = joining.get(where)
    assert gettext("Save and back to the summary") in page.text
    assert f'href="{summary(draft)}"' in page.text
    assert joining.post(where, {"leader_name": "ตัวอย่าง"}).headers["Location"] == summary(draft)


def test_a_known_name_is_asked_about_once_it_is_saved(joining, draft):
    OrganizationFactory(name="สมาคมกลุ่มคนรักเมืองเพชร")
    response = joining.post(address(draft, "name"), {"name": "กลุ่มคนรักเมืองเพชร"})
    assert response.headers["Location"] == reverse("network_join:is_this_you", args=[draft.token])
    page = joining.get(response.headers["Location"])
    assert page.status_code == 200
    assert f'href="{address(draft, "location")}"' in page.text


def test_a_new_name_leads_on_at_once(joining, draft):
    page = joining.post(address(draft, "name"), {"name": "ฮฮฮ"}, follow=True)
    assert page.redirect_chain[-1][0] == address(draft, "location")


def test_without_a_script_the_lists_come_one_after_the_other(joining, draft):
    first = joining.get(address(draft, "location")).text
    assert 'data-after="province" hidden' in first
    typed = {"province": "TH-76", "address_line": "เลขที่ 89", "choose": "province"}
    second = joining.post(address(draft, "location"), typed)
    assert second.status_code == 200
    assert "เมืองเพชรบุรี" in second.text
    assert 'value="เลขที่ 89"' in second.text
    assert 'data-after="district" hidden' in second.text
    third = joining.post(address(draft, "location"), {**typed, "district": "7601", "choose": "district"})
    assert "โพไร่หวาน" in third.text
    assert "hidden>" not in third.text.split("data-places")[1].split("</form>")[0]
    assert gettext("Please check these points") not in third.text
    draft.refresh_from_db()
    assert draft.province is None


def test_a_returned_case_is_changed_below_the_question(joining, person):
    coordinator = CoordinatorFactory().user
    application = ApplicationFactory(applicant=person)
    send(application)
    decide(application, CaseAction.ASK, by=coordinator, decision=Decision(message="ขอชื่อเต็ม"))
    page = joining.get(address(application))
    assert "ขอชื่อเต็ม" in page.text
    assert gettext("Save and back to the summary") in page.text
    assert joining.post(address(application), {"leader_name": "ชื่อเต็ม"}).headers["Location"] == summary(application)
    application.refresh_from_db()
    assert (application.leader_name, application.status) == ("ชื่อเต็ม", ApplicationStatus.RETURNED)


@pytest.mark.parametrize("method", ["get", "post"])
def test_sent_on_another_device_is_said_and_leads_to_the_tracking_page(joining, person, method):
    application = ApplicationFactory(applicant=person)
    send(application)
    page = getattr(joining, method)(address(application), {"leader_name": "x"}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("network_cases:track", args=[application.token])
    sentence = "This application has been sent, so its answers cannot be changed. You see here how it stands."
    assert gettext(sentence) in page.text
    application.refresh_from_db()
    assert application.leader_name != "x"


def test_somebody_signed_out_while_typing_finds_the_answer_again(client, draft, person):
    response = client.post(address(draft), {"leader_name": "พิมพ์ไว้ยาว ๆ"})
    assert response.headers["Location"] == f"/account/login/?next={address(draft)}"
    client.force_login(person)
    page = client.get(address(draft))
    assert 'value="พิมพ์ไว้ยาว ๆ"' in page.text
    assert gettext("What you had typed here is not saved yet. Look at it and press “Next”.") in page.text
    draft.refresh_from_db()
    assert draft.leader_name == ""


def test_what_is_kept_beside_a_sign_in_is_little(client, draft):
    client.post(address(draft), {f"field{n}": "ก" * 10_000 for n in range(50)})
    [kept] = client.session["kept_answers"].values()
    assert sum(len(value) for values in kept.values() for value in values) <= 80_000


def test_a_colleague_of_the_organization_writes_on(client, person):
    organization = RepresentativeFactory(user=person).organization
    colleague = RepresentativeFactory(organization=organization).user
    application = ApplicationFactory(applicant=person, organization=organization)
    client.force_login(colleague)
    assert client.post(address(application), {"leader_name": "ตัวอย่าง ใหม่"}).status_code == 302
    application.refresh_from_db()
    assert application.leader_name == "ตัวอย่าง ใหม่"


def test_others_are_not_let_in(client, draft):
    for stranger in (UserFactory(), CoordinatorFactory().user, UserFactory(is_superuser=True)):
        client.force_login(stranger)
        assert client.get(address(draft)).status_code == 404
        assert client.post(address(draft), {"leader_name": "x"}).status_code == 404
    draft.refresh_from_db()
    assert draft.leader_name == ""


def test_unknown_questions_tokens_and_methods_are_refused(joining, draft):
    assert joining.get(address(draft, "nothing")).status_code == 404
    assert joining.get(address(draft, "year")).status_code == 404
    assert joining.get(reverse("network_join:question", args=[uuid4(), "leader"])).status_code == 404
    assert joining.put(address(draft)).status_code == 405


def test_a_post_without_its_token_is_refused(person, draft):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(person)
    assert careful.post(address(draft), {"leader_name": "x"}).status_code == 403


def test_a_question_is_nobody_elses_business(joining, draft):
    response = joining.get(address(draft))
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("districts", [1, 30])
def test_questions_to_the_database(joining, draft, name, districts, django_assert_num_queries):
    draft.district = DistrictFactory()
    draft.province = draft.district.province
    draft.save()
    for number in range(districts):
        DistrictFactory(code=f"77{number:02}")
    joining.get(address(draft, name))
    with django_assert_num_queries(QUERIES[name]):
        joining.get(address(draft, name))
