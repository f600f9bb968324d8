"""What the letters about a membership say, read as text in both languages."""

import re
from datetime import timedelta

import pytest

from network.actions.terms import reminding
from network.actions.terms.deciding import reinstate, resign_on_letter, suspend
from network.letters.terms import TERM_LETTERS
from network.mail.terms import DECISIONS, ENDS, facts
from network.models import Fee
from portal.models import OutgoingMail
from portal.templatetags.portal_thai import thai_date
from tests.factories.network import CoordinationCentreFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
WORDS = "เหตุผลตัวอย่าง"


def text(name: str) -> str:
    return OutgoingMail.objects.get(kind=f"network.{name}").text


@pytest.mark.parametrize(("language", "price"), [("th", "2,000 บาท"), ("en", "2,000 baht")])
def test_a_reminder_says_until_when_what_it_costs_and_where_to_renew(term, rep, language, price):
    rep.language = language
    rep.save()
    reminding.remind_of_end(term)
    said = text("term_ends_soon")
    assert price in said
    assert f"/membership/{term.pk}/renew/" in said
    assert str(term.number) in said


def test_what_costs_nothing_names_no_price(term, rep):
    Fee.objects.update(amount=0)
    reminding.remind_of_end(term)
    assert "ค่าต่ออายุ" not in text("term_ends_soon")


def test_the_letter_in_grace_names_the_last_day_to_renew(organization, rep):
    term = member(-10, organization=organization)
    reminding.tell_of_grace(term)
    assert thai_date(term.ends_on + timedelta(days=90)) in text("term_in_grace")


def test_the_organization_calls_its_centre_about_a_term_and_the_secretariat_about_a_decision(term, rep, registrar):
    centre = CoordinationCentreFactory(phone="+6632111222", provinces=[term.organization.entry.province])
    reminding.remind_of_end(term)
    suspend(term, by=registrar, reason=WORDS)
    assert centre.name in text("term_ends_soon")
    assert centre.name not in text("membership_suspended")


def test_what_was_decided_is_told_in_the_registrars_words(term, rep, registrar):
    resign_on_letter(term, by=registrar, reason=WORDS)
    reinstate(term, by=registrar, reason="ยินดีต้อนรับ")
    assert WORDS in text("membership_resigned")
    assert WORDS in text("desk_resigned")
    assert str(registrar) in text("desk_resigned")
    assert "ยินดีต้อนรับ" in text("membership_reinstated")
    assert "ใกล้ครบกำหนด" in text("membership_reinstated")


def test_every_variable_is_known():
    known = set(facts(member()))
    assert not {name for kind in TERM_LETTERS for name in kind.variables} - known


def test_every_kind_has_its_occasion():
    sent = {*ENDS.values(), *DECISIONS.values(), "term_slip_waiting", "term_renewed", "desk_resigned"}
    assert {kind.code.removeprefix("network.") for kind in TERM_LETTERS} == sent


@pytest.mark.parametrize("kind", TERM_LETTERS, ids=lambda kind: kind.code)
def test_the_first_words_name_only_what_is_known_in_both_languages(kind):
    for language in ("th", "en"):
        words = kind.first_words(language)
        named = set(re.findall(r"\{(\w+)\}", words.subject + words.body))
        assert named <= set(kind.known)
        assert {"organization"} <= named
