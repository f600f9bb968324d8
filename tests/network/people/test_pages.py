"""The account's pages about people: who opens them, what they do, what they say."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import keep_letter
from network.enums import InvitationKind, RepresentativeRole
from network.exceptions import LastPrimaryContact
from network.models import Invitation, Representative
from portal.thai.text import to_thai_digits
from tests.factories.network import RepresentativeFactory
from tests.network.people.conftest import ADDRESS, NAME, acting, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole
LANGUAGES = ["th", "en"]
PEOPLE_QUERIES = 11
HISTORY_QUERIES = 13
OPEN_TO_ALL = ["list", "seen", "history", "leave"]
OF_PRIMARY = ["invite", "hand_over"]


def url(name, organization, *args, language="th"):
    with override(language):
        return reverse(f"network_account:people:{name}", args=[organization.pk, *args])


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(rep):
    """The browser of the primary contact."""
    return browser(rep)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OPEN_TO_ALL)
def test_everybody_who_acts_for_it_opens_these(organization, rep, colleague, name, language):
    for person in (rep, colleague):
        page = browser(person).get(url(name, organization, language=language))
        assert page.status_code == 200
        assert organization.display_name in page.text or organization.name_en in page.text
        assert page.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OF_PRIMARY)
def test_only_primary_contacts_invite_and_hand_over(organization, rep, colleague, name, language):
    address = url(name, organization, language=language)
    assert browser(rep).get(address).status_code == 200
    assert browser(colleague).get(address).status_code == 404
    assert browser(colleague).post(address, {"name": NAME, "role": "editor"}).status_code == 404
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", [*OPEN_TO_ALL, *OF_PRIMARY])
def test_for_everybody_else_there_is_no_such_page(client, organization, outsider, coordinator, registrar, name):
    address = url(name, organization)
    assert client.get(address).url.startswith(reverse("account_login"))
    for person in (outsider, coordinator, registrar):
        assert browser(person).get(address).status_code == 404
        assert browser(person).post(address).status_code in (404, 405)


@pytest.mark.parametrize("name", ["list", "seen", "history"])
def test_what_is_only_read_is_not_posted_to(desk, organization, name):
    assert desk.post(url(name, organization)).status_code == 405


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_asks_as_often_for_one_as_for_many(desk, organization, rep, count, django_assert_num_queries):
    RepresentativeFactory.create_batch(count, organization=organization, role=R.EDITOR)
    for number in range(count):
        invite_by_form(desk, organization, name=f"{NAME} {number}", address=f"a{number}@example.org")
    desk.get(url("list", organization))
    with django_assert_num_queries(PEOPLE_QUERIES):
        page = desk.get(url("list", organization))
    assert (len(page.context["rows"]), len(page.context["invitations"])) == (count + 1, count)


def invite_by_form(client, organization, **typed):
    data = {"name": NAME, "address": ADDRESS, "role": "editor", "mandate_until": "", **typed}
    return client.post(url("invite", organization), data)


def test_an_invitation_is_written_and_its_page_opens(desk, organization, rep):
    day = timezone.localdate() + timedelta(days=400)
    typed = to_thai_digits(f"{day.day}/{day.month}/{day.year + 543}")
    letter = SimpleUploadedFile("หนังสือ.pdf", b"%PDF-1.4 x")
    answer = invite_by_form(desk, organization, address=" Somsri@Example.org ", mandate_until=typed, letter=letter)
    made = Invitation.objects.get()
    assert answer.url == reverse("network_invitation:kept", args=[made.pk])
    assert (made.email, made.phone, made.role, made.mandate_until) == (ADDRESS, "", "editor", day)
    assert (made.letter.read(), made.letter_name) == (b"%PDF-1.4 x", "หนังสือ.pdf")


@pytest.mark.parametrize(
    ("typed", "email", "phone"),
    [("๐๘๑ ๒๓๔ ๕๖๗๘", "", "+66812345678"), ("032-400 000", "", "+6632400000"), ("", "", "")],
)
def test_a_phone_or_nothing_will_do(desk, organization, typed, email, phone):
    assert invite_by_form(desk, organization, address=typed).status_code == 302
    made = Invitation.objects.get()
    assert (made.email, made.phone) == (email, phone)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", " "),
        ("name", "ก" * 151),
        ("address", "somsri(at)example"),
        ("address", "0812"),
        ("address", "a@b"),
        ("role", ""),
        ("role", "president"),
        ("mandate_until", "1/1/2560"),
        ("mandate_until", "31/2/2580"),
        ("letter", SimpleUploadedFile("x.exe", b"MZ")),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_field_and_the_rest_kept(desk, organization, field, typed):
    page = invite_by_form(desk, organization, **{"name": NAME, field: typed})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    if field != "name":
        assert NAME in page.text
    assert not Invitation.objects.exists()


def test_a_refusal_of_the_action_keeps_what_was_typed(desk, organization, colleague):
    page = invite_by_form(desk, organization, address=colleague.email)
    assert page.status_code == 422
    assert gettext("This person already represents the organization.") in page.text
    assert colleague.email in page.text


def test_a_hand_over_to_a_colleague(desk, organization, rep, colleague):
    mandate = mandate_of(colleague, organization)
    page = desk.get(url("hand_over", organization))
    assert str(colleague) in page.text
    desk.post(url("hand_over", organization), {"to": mandate.pk, "afterwards": "leave"})
    made = Invitation.objects.get()
    assert (made.kind, made.person, made.role_afterwards) == (InvitationKind.HAND_OVER, colleague, "")
    assert NAME not in desk.get(url("list", organization)).text


@pytest.mark.parametrize("to", ["new", ""])
def test_a_hand_over_to_somebody_new_needs_a_name(desk, organization, colleague, to):
    page = desk.post(url("hand_over", organization), {"to": to, "afterwards": "editor"})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["name" if to else "to"]
    assert not Invitation.objects.exists()


def test_nobody_of_another_organization_is_offered_or_taken(desk, organization, outsider, colleague):
    stranger = Representative.objects.get(user=outsider)
    page = desk.post(url("hand_over", organization), {"to": stranger.pk, "afterwards": "leave"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["to"])


def test_where_nobody_else_acts_the_form_asks_only_for_the_name(desk, organization):
    page = desk.get(url("hand_over", organization))
    assert '<input type="hidden" name="to" value="new"' in page.text
    data = {"to": "new", "name": NAME, "address": ADDRESS, "afterwards": "delegate_maker"}
    assert desk.post(url("hand_over", organization), data).status_code == 302
    made = Invitation.objects.get()
    assert (made.email, made.role_afterwards) == (ADDRESS, "delegate_maker")
    listed = desk.get(url("list", organization))
    assert gettext("You are handing your role over") in listed.text
    assert url("hand_over", organization) not in listed.text


def test_a_colleague_is_changed_by_a_primary_contact(desk, organization, colleague):
    address = url("mandate", organization, mandate_of(colleague, organization).pk)
    assert desk.get(address).status_code == 200
    assert desk.post(address, {"role": "primary", "mandate_until": ""}).url == url("list", organization)
    assert acting(organization)[colleague.email] == R.PRIMARY


@pytest.mark.parametrize("field", ["role", "mandate_until"])
def test_a_wrong_change_is_said_and_changes_nothing(desk, organization, colleague, field):
    address = url("mandate", organization, mandate_of(colleague, organization).pk)
    page = desk.post(address, {"role": "primary", "mandate_until": "", field: "x"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    assert acting(organization)[colleague.email] == R.EDITOR


def test_ones_own_mandate_is_read_and_not_changed(desk, organization, rep):
    address = url("mandate", organization, mandate_of(rep, organization).pk)
    assert '<input type="radio" name="role"' not in desk.get(address).text
    assert desk.post(address, {"role": "editor", "mandate_until": ""}).status_code == 422
    assert acting(organization) == {rep.email: R.PRIMARY}


def test_a_colleague_opens_only_their_own_mandate(organization, rep, colleague, delegate_maker):
    client = browser(colleague)
    assert client.get(url("mandate", organization, mandate_of(colleague, organization).pk)).status_code == 200
    for person in (rep, delegate_maker):
        mandate = mandate_of(person, organization)
        assert client.get(url("mandate", organization, mandate.pk)).status_code == 404
        for name in ("end", "letter_change", "letter"):
            assert client.get(url(name, organization, mandate.pk)).status_code == 404
            assert client.post(url(name, organization, mandate.pk)).status_code in (404, 405)


def test_a_mandate_of_another_organization_is_not_found_under_this_one(desk, organization, outsider):
    stranger = Representative.objects.get(user=outsider)
    for name in ("mandate", "end", "letter", "letter_change"):
        assert desk.get(url(name, organization, stranger.pk)).status_code == 404


def test_a_primary_contact_ends_a_mandate_after_one_question(desk, organization, rep, colleague):
    address = url("end", organization, mandate_of(colleague, organization).pk)
    assert str(colleague) in desk.get(address).text
    assert colleague.email in acting(organization)
    assert desk.post(address).url == url("list", organization)
    assert acting(organization) == {rep.email: R.PRIMARY}
    assert desk.post(address).url == url("list", organization)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_primary_contact_reads_what_to_do_instead(desk, organization, rep, language, coordinator):
    organization.entry.province.centres.update(phone="032400000")
    address = url("leave", organization, language=language)
    with override(language):
        for page in (desk.get(address), desk.post(address)):
            assert str(LastPrimaryContact.message) in page.text
            assert url("hand_over", organization, language=language) in page.text
            assert 'href="tel:032400000"' in page.text
    assert page.status_code == 409
    assert acting(organization) == {rep.email: R.PRIMARY}


def test_who_leaves_comes_to_their_account_and_a_second_click_too(organization, rep, second):
    client = browser(rep)
    assert client.get(url("leave", organization)).status_code == 200
    for _press in range(2):
        assert client.post(url("leave", organization)).url == reverse("account")
    assert acting(organization) == {second.email: R.PRIMARY}
    assert client.get(url("list", organization)).status_code == 404


def test_a_letter_is_put_in_fetched_and_taken_out(organization, rep, colleague, delegate_maker):
    mandate = mandate_of(colleague, organization)
    own = browser(colleague)
    answer = own.post(
        url("letter_change", organization, mandate.pk), {"letter": SimpleUploadedFile("มอบหมาย.pdf", b"%PDF-1.4 y")}
    )
    assert answer.url == url("mandate", organization, mandate.pk)
    for person in (rep, colleague):
        file = browser(person).get(url("letter", organization, mandate.pk))
        assert file.getvalue() == b"%PDF-1.4 y"
        assert file.headers["Content-Disposition"].startswith("attachment")
        assert file.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert browser(delegate_maker).get(url("letter", organization, mandate.pk)).status_code == 404
    own.post(url("letter_change", organization, mandate.pk), {"drop": "1"})
    assert own.get(url("letter", organization, mandate.pk)).status_code == 404


def test_a_letter_that_is_none_is_refused(desk, organization, colleague):
    address = url("letter_change", organization, mandate_of(colleague, organization).pk)
    for data in ({}, {"letter": SimpleUploadedFile("a.html", b"<script>")}):
        page = desk.post(address, data)
        assert (page.status_code, list(page.context["form"].errors)) == (422, ["letter"])


def test_a_letter_whose_file_is_lost_is_not_found(desk, organization, colleague, private_files):
    mandate = mandate_of(colleague, organization)
    keep_letter(mandate, by=colleague, file=ContentFile(b"%PDF-1", name="a.pdf"), name="a.pdf")
    for path in private_files.rglob("*.pdf"):
        path.unlink()
    assert desk.get(url("letter", organization, mandate.pk)).status_code == 404


def test_whose_days_are_over_stands_there_as_such(desk, organization, colleague):
    Representative.objects.filter(user=colleague).update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    page = desk.get(url("list", organization)).text
    assert gettext("The mandate is over") in page
    assert gettext("Can do nothing any more.") in page


def test_who_sees_what_follows_the_organizations_own_choices(desk, organization):
    organization.email = "us@example.org"
    organization.email_visibility, organization.phone_visibility = "members", "secretariat"
    organization.save()
    shown = [circle["fields"] for circle in desk.get(url("seen", organization)).context["circles"]]
    assert [len(fields) for fields in shown] == [0, 1, 0, 1]
    organization.entry.is_protected = True
    organization.entry.save()
    shown = [circle["fields"] for circle in desk.get(url("seen", organization)).context["circles"]]
    assert [len(fields) for fields in shown] == [0, 0, 0, 1]


@pytest.mark.parametrize("count", [1, 20])
def test_the_history_says_who_did_what_in_words(
    desk, organization, rep, colleague, registrar, count, django_assert_num_queries
):
    for number in range(count):
        invite_by_form(desk, organization, name=f"{NAME} {number}", address=f"a{number}@example.org")
        address = url("mandate", organization, mandate_of(colleague, organization).pk)
        desk.post(address, {"role": "delegate_maker" if number % 2 == 0 else "editor", "mandate_until": ""})
    desk.get(url("history", organization))
    with django_assert_num_queries(HISTORY_QUERIES):
        page = desk.get(url("history", organization))
    assert len(page.context["rows"]) == min(25, 2 * count)
    words = {row["words"] for row in page.context["rows"]}
    assert any(f"เชิญ {NAME} {count - 1}" in sentence for sentence in words)
    assert any(str(colleague) in sentence for sentence in words)
    assert {row["by"] for row in page.context["rows"]} == {str(rep)}


def test_the_history_names_offices_and_not_their_people(desk, organization, rep, colleague, registrar, coordinator):
    centre = organization.entry.province.centres.get()
    browser(registrar).post(
        reverse("wagtailsnippets_network_representative:edit", args=[mandate_of(colleague, organization).pk]),
        {"role": "delegate_maker", "mandate_from": "1/1/2569", "mandate_until": ""},
    )
    browser(coordinator).post(
        reverse("network_desk:people_end", args=[organization.pk, mandate_of(colleague, organization).pk])
    )
    page = desk.get(url("history", organization))
    assert [row["by"] for row in page.context["rows"]] == [
        str(centre),
        gettext("The secretariat of the council"),
    ]
    assert str(registrar) not in page.text


@pytest.mark.parametrize(("days", "others", "warns"), [(30, 0, True), (90, 0, False), (30, 1, False)])
def test_an_end_that_would_leave_nobody_is_said_in_time(desk, organization, rep, days, others, warns):
    RepresentativeFactory.create_batch(others, organization=organization)
    Representative.objects.filter(user=rep).update(mandate_until=timezone.localdate() + timedelta(days=days))
    page = desk.get(url("list", organization))
    assert (page.context["ends_on"] is not None) == warns
    assert ("notice-warning" in page.text) == warns
