"""Memberships in the CMS: the list by standing, its workbook, one membership's page and what is decided there."""

import io

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from network.enums import Standing, TermAction
from network.models import Membership, MembershipEntry, TermReminder
from tests.factories.membership import MembershipFactory
from tests.factories.network import ProvinceFactory
from tests.factories.portal import UserFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_network_membership:list"
WORDS = "เหตุผลตัวอย่าง"
TODAY = timezone.localdate()
QUERIES = 14


def url(term):
    return reverse("wagtailsnippets_network_membership:term", args=[term.pk])


def listed(desk, **params):
    page = desk.get(reverse(LIST), params)
    return {row.pk for row in page.context["object_list"]}


@pytest.fixture
def every_standing(db):
    """One membership of each standing, by its value."""
    renewed = member(400, closed_on=TODAY, closed_reason="renewed")
    return {
        "awaiting": MembershipFactory(awaiting=True, tier=renewed.tier),
        "active": member(400),
        "due_soon": member(30),
        "grace": member(-30),
        "lapsed": member(-300),
        "suspended": member(400, suspended_on=TODAY),
        "resigned": member(400, closed_on=TODAY, closed_reason="resigned"),
        "ended": member(400, closed_on=TODAY, closed_reason="ended"),
        "renewed": renewed,
    }


@pytest.mark.parametrize("standing", Standing)
def test_the_list_is_filtered_by_standing(desk, every_standing, standing):
    assert listed(desk, stands=standing.value) == {every_standing[standing].pk}


def test_without_a_filter_it_has_all_but_the_terms_that_were_renewed(desk, every_standing):
    page = desk.get(reverse(LIST))
    assert listed(desk) == {term.pk for name, term in every_standing.items() if name != "renewed"}
    for name in set(every_standing) - {"renewed"}:
        assert str(Standing(name).label) in page.text


def test_the_list_is_searched_and_filtered_by_province(desk, term):
    other = member(400, organization__entry__province=ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan"))
    assert listed(desk, q=term.organization.name) == {term.pk}
    assert listed(desk, province="TH-55") == {other.pk}


@pytest.mark.parametrize("count", [1, 20])
def test_twenty_rows_ask_as_often_as_one(desk, count, django_assert_num_queries):
    for _n in range(count):
        member(30)
    desk.get(reverse(LIST))
    with django_assert_num_queries(QUERIES):
        desk.get(reverse(LIST))


def test_the_workbook_says_how_each_stands_and_the_log_who_took_it(desk, every_standing):
    answer = desk.get(reverse(LIST), {"export": "xlsx", "stands": "grace"})
    (heading, row) = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values
    said = dict(zip(heading, row, strict=True))
    assert said[gettext("Name (Thai)")] == every_standing["grace"].organization.name
    assert str(Standing.GRACE.label) in row


class TestOneMembership:
    def test_tells_its_terms_and_what_happened(self, desk, term, registrar):
        old = term
        Membership.objects.filter(pk=old.pk).update(closed_on=TODAY, closed_reason="renewed")
        new = member(700, organization=old.organization, number=old.number, follows=old)
        old.history.create(action=TermAction.BEGIN, by=registrar)
        new.history.create(action=TermAction.RENEW, by=None, message=WORDS)
        page = desk.get(url(new)).text
        assert url(old) in page
        assert str(TermAction.RENEW.label) in page
        assert str(registrar) in page
        assert WORDS in page
        assert gettext("The portal itself") in page

    @pytest.mark.parametrize(
        ("standing", "offered"),
        [
            ("awaiting", {"resign", "end"}),
            ("active", {"suspend", "resign", "end"}),
            ("due_soon", {"suspend", "resign", "end"}),
            ("grace", {"suspend", "resign", "end"}),
            ("lapsed", {"suspend", "resign", "end"}),
            ("suspended", {"lift", "resign", "end"}),
            ("resigned", {"reinstate"}),
            ("ended", {"reinstate"}),
            ("renewed", set()),
        ],
    )
    def test_offers_what_is_possible(self, desk, every_standing, standing, offered):
        form = desk.get(url(every_standing[standing])).context["form"]
        assert {name for name, _label in form.fields["action"].choices} == offered

    @pytest.mark.parametrize(
        ("before", "action", "after"),
        [
            ("active", "suspend", Standing.SUSPENDED),
            ("suspended", "lift", Standing.ACTIVE),
            ("grace", "resign", Standing.RESIGNED),
            ("lapsed", "end", Standing.ENDED),
            ("resigned", "reinstate", Standing.ACTIVE),
        ],
    )
    def test_is_decided_with_a_reason(self, desk, registrar, every_standing, before, action, after):
        term = every_standing[before]
        assert desk.post(url(term), {"action": action, "reason": WORDS}).status_code == 302
        term.refresh_from_db()
        entry = term.history.get()
        assert (term.standing_on(), entry.action, entry.by, entry.message) == (after, action, registrar, WORDS)

    def test_without_a_reason_nothing_is_written(self, desk, term):
        answer = desk.post(url(term), {"action": "suspend", "reason": " "})
        assert (answer.status_code, term.history.count()) == (422, 0)
        assert gettext("Please write a sentence: the organization will read it.") in answer.text

    def test_what_is_not_possible_any_more_says_so_and_keeps_the_words(self, desk, every_standing):
        answer = desk.post(url(every_standing["resigned"]), {"action": "suspend", "reason": WORDS})
        assert answer.status_code == 409
        assert WORDS in answer.text

    def test_an_unknown_decision_is_refused(self, desk, term):
        assert desk.post(url(term), {"action": "erase", "reason": WORDS}).status_code == 422

    def test_nobody_decides_on_their_own_organization(self, desk, term, recused):
        page = desk.get(url(term))
        assert not page.context["is_decidable"]
        assert desk.post(url(term), {"action": "suspend", "reason": WORDS}).status_code == 403
        term.refresh_from_db()
        assert term.suspended_on is None

    def test_looking_decides_nothing(self, desk, term):
        desk.get(url(term), {"action": "suspend", "reason": WORDS})
        assert not term.history.exists()


def test_whoever_only_reads_memberships_finds_no_page_of_one(client, term):
    reader = UserFactory()
    reader.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_membership"]))
    client.force_login(reader)
    assert client.get(reverse(LIST)).status_code == 200
    assert client.get(url(term)).status_code == 404
    assert client.post(url(term), {"action": "suspend", "reason": WORDS}).status_code == 404


def test_others_are_kept_out(client, term, editor, rep):
    for person in (editor, rep):
        client.force_login(person)
        assert client.get(url(term)).status_code == 404


def test_histories_and_reminders_are_nobodys_to_change():
    for model in (TermReminder, MembershipEntry):
        assert not Permission.objects.filter(content_type__model=model._meta.model_name).exists()
