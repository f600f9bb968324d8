"""Two organizations side by side, in words."""

import pytest

from network.merging.comparing import Kind, comparison
from network.models import Organization
from tests.factories.network import IssueFactory

pytestmark = pytest.mark.django_db


def lines(winner, loser, **choices):
    pair = [Organization.objects.get(pk=organization.pk) for organization in (winner, loser)]
    return {line.part.name: line for line in comparison(*pair, choices)}


def change(organization, **fields):
    Organization.objects.filter(pk=organization.pk).update(**fields)


def words(line, side):
    answer = next(answer for answer in line.answers if answer.side == side)
    return [(said.label, said.text) for said in answer.said]


def kept(line):
    return [answer.side for answer in line.answers if answer.is_kept]


def test_what_contradicts_comes_first_and_what_nobody_says_is_left_out(winner, loser):
    change(winner, year_started=2010)
    change(loser, year_started=2011, phone="+6632400000")
    found = lines(winner, loser)
    assert [line.kind for line in found.values()] == sorted((line.kind for line in found.values()), key=[*Kind].index)
    kinds = {name: found[name].kind for name in ("name", "year_started", "phone", "other_names", "legal_form")}
    assert kinds == {
        "name": Kind.DIFFERENT,
        "year_started": Kind.DIFFERENT,
        "phone": Kind.ONE_SIDED,
        "other_names": Kind.ONE_SIDED,
        "legal_form": Kind.SAME,
    }
    assert "email" not in found


def test_the_winner_is_believed_the_gaps_are_filled_and_a_choice_is_shown(winner, loser):
    change(loser, phone="+6632400000")
    found = lines(winner, loser, name="loser")
    assert (kept(found["name"]), kept(found["phone"]), kept(found["name_en"])) == (["loser"], ["loser"], ["winner"])


def test_a_contact_comes_with_who_may_read_it(winner, loser):
    change(loser, phone="+6632400000", phone_visibility="public")
    line = lines(winner, loser)["phone"]
    assert words(line, "winner") == []
    (_first, number), (label, circle) = words(line, "loser")
    assert number == "032 400 000"
    assert label
    assert circle == "ทุกคน"


def test_the_same_address_with_english_on_one_side_is_no_contradiction(winner, loser):
    change(winner, address="หมู่ 4")
    change(loser, address="หมู่ 4", address_en="Moo 4")
    assert lines(winner, loser)["address"].kind is Kind.ONE_SIDED


def test_protected_against_not_protected_is_a_question(winner, loser):
    loser.entry.is_protected = True
    loser.entry.save()
    line = lines(winner, loser)["is_protected"]
    assert (line.kind, kept(line)) == (Kind.DIFFERENT, ["loser"])
    assert [words(line, side)[0][1] for side in ("winner", "loser")] == ["ไม่ใช่", "ใช่"]


def test_names_and_issues_may_be_kept_together(winner, loser):
    one, other = IssueFactory(), IssueFactory()
    for organization, issue in ((winner, one), (loser, other)):
        organization.issues.set([issue])
        organization.save()
    found = lines(winner, loser)
    assert words(found["issues"], "both") == [("", f"{one}, {other}")]
    assert words(found["other_names"], "both") == [("", f"{loser.name}\n{loser.name_en}")]
    assert kept(found["issues"]) == ["both"]
