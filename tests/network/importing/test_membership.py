"""Memberships that a list tells of: begun where there were none, and left alone where there are."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from wagtail.log_actions import registry

from network import setup
from network.actions.terms.beginning import term_end
from network.actions.terms.taking_over import KnownTerm, take_over_terms
from network.enums import ApplicationKind, ClosedReason, ImportDecision, TermAction
from network.importing import exporting, intake, previewing
from network.importing.carrying import carry_out
from network.importing.cleaning.membership import _start, clean_membership
from network.models import Membership, Tier
from portal.models import OutgoingMail
from tests.factories.importing import HEADINGS, checked
from tests.factories.network import OrganizationFactory, ProvinceFactory
from tests.network.importing.conftest import problems

NATIONAL, PROVINCIAL = ApplicationKind.NATIONAL, ApplicationKind.PROVINCIAL
WITH_MEMBERSHIP = (*HEADINGS, "ประเภทสมาชิก", "เลขที่สมาชิก", "เป็นสมาชิกตั้งแต่", "เป็นสมาชิกถึง")
TERM = {"tier": NATIONAL, "number": 12, "from": date(2025, 1, 6), "until": date(2027, 1, 5)}
# Tiers with their last numbers, rows, history, log: a list of any length.
QUERIES = {"sqlite": 6, "postgresql": 6}


class TestCells:
    @pytest.mark.parametrize(
        ("cells", "changed"),
        [
            ({"member_number": "๑๒", "member_from": "6/1/2568", "member_until": "5/1/2570"}, {}),
            ({"member_number": 12.0, "member_from": "6/1/2568"}, {}),
            ({"member_number": "12", "member_until": "5 ม.ค. 2570"}, {}),
            ({"member_tier": "สมาชิกระดับประเทศ", "member_from": "6/1/2568"}, {"number": None}),
        ],
    )
    def test_they_become_one_term(self, row, known, cells, changed):
        reading = row(**cells)
        clean_membership(reading, known.tiers)
        assert (reading.values, reading.refusals) == ({"membership": {**TERM, **changed}}, [])

    def test_of_none_nothing_is_said(self, row, known):
        reading = row(member_number="-")
        clean_membership(reading, known.tiers)
        assert (reading.values, reading.refusals) == ({}, [])

    @pytest.mark.parametrize(
        ("cells", "problem"),
        [
            ({"member_tier": "สมาชิกวิสามัญ", "member_from": "6/1/2568"}, "member_tier"),
            ({"member_number": "ก-12", "member_from": "6/1/2568"}, "member_number"),
            ({"member_number": "0", "member_from": "6/1/2568"}, "member_number"),
            ({"member_number": "99999999999", "member_from": "6/1/2568"}, "member_number"),
            ({"member_number": "12"}, "member_days"),
            ({"member_from": "6/1/2568", "member_until": "5/1/2567"}, "member_ends_before"),
            ({"member_from": "6/1/68"}, "date:two_digit_year"),
        ],
    )
    def test_what_does_not_go_together_is_refused(self, row, known, cells, problem):
        reading = row(**cells)
        clean_membership(reading, known.tiers)
        assert (reading.values, problems(reading.refusals)) == ({}, [problem])

    @given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
    def test_a_term_counted_from_its_end_ends_about_there(self, ends, months):
        counted = term_end(_start(ends, months), months)
        assert abs((counted - ends).days) <= 3


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tiers(db):
    ProvinceFactory()
    setup.set_up_tiers()


def member(organization, number=7, kind=NATIONAL, **days):
    tier = Tier.objects.get(kind=kind)
    days = {"starts_on": date(2025, 1, 6), "ends_on": date(2027, 1, 5), "begun_on": date(2025, 1, 6), **days}
    return Membership.objects.create(organization=organization, tier=tier, number=number, **days)


def listed(*rows):
    return checked(*[[name, "เพชรบุรี", "", *cells] for name, *cells in rows], headings=WITH_MEMBERSHIP)


class TestTakingOver:
    def test_a_term_begins_on_its_own_day_with_its_history_and_without_a_letter(self, registrar):
        organization = OrganizationFactory()
        [term] = take_over_terms(
            [KnownTerm(organization, NATIONAL, date(2025, 1, 6), date(2027, 1, 5), 12)], by=registrar
        )
        term.refresh_from_db()
        assert (term.number, term.starts_on, term.begun_on) == (12, date(2025, 1, 6), date(2025, 1, 6))
        assert [(entry.action, entry.by) for entry in term.history.all()] == [(TermAction.BEGIN, registrar)]
        entry = registry.get_logs_for_instance(organization).get(action="network.membership.begin")
        assert entry.data == {"tier": "national", "number": 12}
        assert not term.payments.exists()
        assert not OutgoingMail.objects.exists()

    def test_who_brings_no_number_gets_one_behind_all_others(self):
        member(OrganizationFactory(), number=3)
        terms = [
            KnownTerm(OrganizationFactory(), kind, date(2025, 1, 6), None, number)
            for kind, number in ((NATIONAL, None), (NATIONAL, 20), (PROVINCIAL, None), (NATIONAL, None))
        ]
        assert [term.number for term in take_over_terms(terms, by=None)] == [21, 20, 1, 22]

    @pytest.mark.parametrize("count", [1, 5])
    def test_many_cost_as_many_queries_as_one(self, count, django_assert_num_queries):
        terms = [KnownTerm(OrganizationFactory(), NATIONAL, date(2025, 1, 6)) for _ in range(count)]
        take_over_terms([KnownTerm(OrganizationFactory(), NATIONAL, date(2025, 1, 6))], by=None)
        with django_assert_num_queries(QUERIES[connection.vendor]):
            take_over_terms(terms, by=None)


class TestLists:
    def test_a_new_organization_comes_as_a_member(self):
        carry_out(listed(["มูลนิธิ ก", "สมาชิกระดับประเทศ", "12", "6/1/2568", "5/1/2570"]), by=None)
        term = Membership.objects.get()
        assert (term.organization.name, term.number, term.ends_on) == ("มูลนิธิ ก", 12, date(2027, 1, 5))

    def test_a_known_organization_becomes_one(self):
        organization = OrganizationFactory(name="มูลนิธิ ก", name_en="")
        run = listed(["มูลนิธิ ก", "องค์กรในเครือข่ายจังหวัด", "", "6/1/2568", ""])
        assert run.counts == {"changed": 1}
        carry_out(run, by=None)
        term = organization.memberships.get()
        assert (term.tier.kind, term.number, term.ends_on) == (PROVINCIAL, 1, None)
        organization.refresh_from_db()
        # Nothing was said of the profile, so there is no new version of it.
        assert organization.latest_revision is None
        words = [entry.message for entry in registry.get_logs_for_instance(organization)]
        assert "แก้ตามรายชื่อ “รายชื่อ.xlsx”: เลขที่สมาชิก" in words

    def test_the_same_list_again_has_nothing_new(self):
        rows = [["มูลนิธิ ก", "", "12", "6/1/2568", ""], ["มูลนิธิ ข", "องค์กรในเครือข่ายจังหวัด", "", "", ""]]
        carry_out(listed(*rows), by=None)
        run = listed(*rows)
        assert run.counts == {"same": 2}
        # What was counted for the member is no remark any more.
        assert [row.remarks for row in run.rows.all()] == [[], []]

    @pytest.mark.parametrize(
        "cells", [["", "8", "6/1/2568", ""], ["", "7", "7/1/2568", ""], ["", "7", "6/1/2568", "5/1/2575"]]
    )
    def test_a_membership_that_is_known_is_left_alone_and_that_is_said(self, cells):
        member(OrganizationFactory(name="มูลนิธิ ก", name_en=""))
        run = listed(["มูลนิธิ ก", *cells])
        assert run.counts == {"same": 1}
        assert [remark[0] for remark in run.rows.get().remarks] == ["member_kept"]

    def test_one_that_was_resigned_is_not_begun_again(self):
        organization = OrganizationFactory(name="มูลนิธิ ก", name_en="")
        member(organization, closed_on=date(2026, 1, 1), closed_reason=ClosedReason.RESIGNED)
        run = listed(["มูลนิธิ ก", "", "7", "6/1/2568", ""])
        assert [remark[0] for remark in run.rows.get().remarks] == ["member_closed"]

    def test_a_number_stands_for_one_organization(self):
        member(OrganizationFactory(), number=7)
        run = listed(
            ["มูลนิธิ ก", "", "7", "6/1/2568", ""],
            ["มูลนิธิ ข", "", "8", "6/1/2568", ""],
            ["มูลนิธิ ค", "", "8", "6/1/2568", ""],
            ["มูลนิธิ ง", "องค์กรในเครือข่ายจังหวัด", "8", "6/1/2568", ""],
        )
        assert [(row.outcome, row.remarks[0][0]) for row in run.rows.filter(outcome="refused")] == [
            ("refused", "member_number_taken"),
            ("refused", "member_number_of_row"),
        ]
        assert run.counts == {"refused": 2, "new": 2}

    def test_a_doubtful_row_brings_its_membership_to_the_one_it_is(self):
        known = OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")
        run = listed(["มูลนิธิคนรักเมืองเพชร", "", "12", "6/1/2568", ""])
        row = run.rows.get()
        previewing.decide(run, {row.number: previewing.Answer(ImportDecision.SAME, known.pk)}, by=None)
        carry_out(run, by=None)
        assert known.memberships.get().number == 12


@pytest.mark.parametrize("language", ["th", "en"])
def test_members_are_exported_and_come_back_unchanged(language):
    both = OrganizationFactory()
    member(both, kind=PROVINCIAL, ends_on=None)
    member(both)
    member(OrganizationFactory(), number=8, starts_on=None, ends_on=None, begun_on=None)
    member(OrganizationFactory(), number=9, closed_on=date(2026, 1, 1), closed_reason=ClosedReason.RESIGNED)
    content = exporting.as_workbook("x", exporting.exported(), language)
    run = previewing.preview(intake.take_in(content, "x.xlsx", by=None), by=None)
    assert run.counts == {"same": 3}
    assert [row.remarks for row in run.rows.all()] == [[], [], []]


def test_the_page_shows_the_membership_in_words(desk):
    run = listed(["มูลนิธิ ก", "", "12", "6/1/2568", ""])
    [row] = desk.get(f"/admin/network/imports/{run.pk}/").context["rows"]
    lines = {line.label: line.new for line in row["lines"]}
    assert lines["ประเภทสมาชิก"] == "สมาชิกระดับประเทศ"
    assert (lines["เลขที่สมาชิก"], lines["เป็นสมาชิกถึง"]) == ("12", "5 ม.ค. 2570")
