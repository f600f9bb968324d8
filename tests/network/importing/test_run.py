"""A list is checked, decided on and imported: all of it or nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.log_actions import registry

from network.enums import EntryStatus, ImportDecision, ImportState
from network.importing import carrying, intake, writing
from network.importing.carrying import carry_out
from network.importing.checking import Answer
from network.importing.exceptions import (
    ImportRefused,
    NotYourImport,
    OtherImportRuns,
    RegisterMoved,
    RowsRefused,
    RowsUndecided,
)
from network.importing.previewing import decide, decide_rest, decisions_of, preview
from network.models import ImportRun, Organization, RegisterEntry
from tests.factories.importing import HEADINGS, checked, uploaded
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
QUERIES = {"sqlite": 42, "postgresql": 41}
ALIKE = ("มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", "0812345678")


@pytest.fixture(autouse=True)
def province():
    return ProvinceFactory()


@pytest.fixture
def known():
    return OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")


def outcomes(run):
    return list(run.rows.values_list("number", "outcome"))


class TestTheDryRun:
    def test_every_row_is_kept_with_what_would_come_of_it(self, registrar):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"], ["มูลนิธิ ข", "ภาคใต้"], by=registrar)
        assert outcomes(run) == [(2, "new"), (3, "refused")]
        assert (run.state, run.counts) == (ImportState.CHECKED, {"new": 1, "refused": 1})
        assert run.rows.first().values["name"] == "มูลนิธิ ก"

    def test_nothing_is_written_to_the_register(self):
        checked(["มูลนิธิ ก", "เพชรบุรี"])
        assert not Organization.objects.exists()

    def test_a_second_one_takes_the_place_of_the_first(self, known):
        run = checked(ALIKE)
        decide_rest(run, ImportDecision.SKIP, by=None)
        run = preview(run, by=None)
        assert [row.decision for row in run.rows.all()] == [""]

    def test_it_counts_the_rows_that_are_done(self):
        done = []
        preview(uploaded(*[[f"มูลนิธิ {n}", "เพชรบุรี"] for n in range(3)]), by=None, progress=done.append)
        assert sum(done) == 3

    def test_only_those_with_the_right_see_it(self, person):
        with pytest.raises(NotYourImport):
            preview(uploaded(["มูลนิธิ ก", "เพชรบุรี"]), by=person)


class TestDecisions:
    def test_what_may_be_said_depends_on_the_row(self, known):
        run = checked(
            ALIKE,
            ["มูลนิธิ ก", "เพชรบุรี", "0812345678"],
            ["มูลนิธิ ก", "เพชรบุรี", "032400111"],
            [known.name, "เพชรบุรี", "0812345678"],
            [known.name, "เพชรบุรี", "032400111"],
        )
        assert {row.number: decisions_of(row) for row in run.rows.doubtful()} == {
            2: ["same", "new", "skip"],
            4: ["new", "skip"],
            6: ["same", "skip"],
        }

    def test_a_decision_is_kept_with_who_made_it(self, known, registrar):
        run = checked(ALIKE)
        decide(run, {2: Answer(ImportDecision.SAME, known.pk)}, by=registrar)
        row = run.rows.get()
        assert (row.decision, row.same_as, row.decided_by) == ("same", known, registrar)

    def test_only_doubtful_rows_are_decided(self, known):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"])
        decide(run, {2: Answer(ImportDecision.SKIP), 99: Answer(ImportDecision.SKIP)}, by=None)
        assert run.rows.get().decision == ""

    def test_it_can_only_be_the_same_as_one_that_was_offered(self, known):
        run = checked(ALIKE)
        for answer in (
            Answer(ImportDecision.SAME, OrganizationFactory().pk),
            Answer(ImportDecision.SAME),
            Answer("other"),
        ):
            with pytest.raises(ImportRefused):
                decide(run, {2: answer}, by=None)

    def test_one_word_for_all_that_wait(self, known, registrar):
        run = checked(ALIKE, [known.name, "เพชรบุรี", "0812345678"], [known.name, "เพชรบุรี", "032400111"], by=registrar)
        assert decide_rest(run, ImportDecision.NEW, by=registrar) == 2
        assert [(row.number, row.decision) for row in run.rows.doubtful()] == [(2, "new"), (4, "same")]
        assert decide_rest(run, ImportDecision.SKIP, by=registrar) == 0
        with pytest.raises(ImportRefused):
            decide_rest(run, ImportDecision.SAME, by=registrar)


class TestTheImport:
    def test_new_ones_enter_with_the_chosen_status(self, registrar, client):
        issue = IssueFactory(name="น้ำ")
        run = uploaded(
            ["มูลนิธิรักน้ำ", "เพชรบุรี", "032400111", "น้ำ", "12/1/2541"],
            headings=[*HEADINGS, "ประเด็น", "วันจดทะเบียน"],
            by=registrar,
        )
        run = intake.choose_columns(run, run.fields, EntryStatus.PENDING, by=registrar)
        run = carry_out(preview(run, by=registrar), by=registrar)
        organization = Organization.objects.get()
        assert (organization.name, organization.phone) == ("มูลนิธิรักน้ำ", "+6632400111")
        assert (organization.entry.status, str(organization.entry.registered_on)) == ("pending", "1998-01-12")
        assert list(organization.issues.all()) == [issue]
        assert organization.latest_revision.user == registrar
        assert (run.state, run.done_by, run.result["new"]) == (ImportState.DONE, registrar, 1)
        assert run.rows.get().organization == organization

    def test_listed_ones_are_found_at_once(self, client):
        carry_out(checked(["มูลนิธิรักน้ำ", "เพชรบุรี"]), by=None)
        assert "มูลนิธิรักน้ำ" in client.get("/organizations/", {"q": "รักน้ำ"}).text

    def test_what_a_list_says_of_a_known_one_is_published_and_told_in_its_history(self, known, registrar):
        issue = IssueFactory(name="น้ำ")
        headings = ["ชื่อองค์กร", "จังหวัด", "โทรศัพท์", "ประเด็น", "อำเภอ"]
        run = checked([known.name, "เพชรบุรี", "032400111", "น้ำ", "ท่ายาง"], headings=headings, by=registrar)
        before = RegisterEntry.objects.get().updated_at
        carry_out(run, by=registrar)
        organization = Organization.objects.get()
        assert (organization.phone, organization.entry.district) == ("+6632400111", "ท่ายาง")
        assert list(organization.issues.all()) == [issue]
        assert organization.live_revision.as_object().phone == "+6632400111"
        assert list(organization.live_revision.as_object().issues.all()) == [issue]
        assert organization.entry.updated_at > before
        assert "ทายาง" in organization.entry.search_text
        words = [entry.message for entry in registry.get_logs_for_instance(organization)]
        assert "แก้ตามรายชื่อ “รายชื่อ.xlsx”: อำเภอ, โทรศัพท์, ประเด็น" in words

    def test_a_change_of_the_register_alone_makes_no_version(self, known):
        run = checked([known.name, "เพชรบุรี", "ท่ายาง"], headings=["ชื่อองค์กร", "จังหวัด", "อำเภอ"])
        carry_out(run, by=None)
        known.refresh_from_db()
        assert known.latest_revision is None
        assert RegisterEntry.objects.get().district == "ท่ายาง"

    def test_decisions_are_carried_out(self, known):
        for answer, expected in [
            (Answer(ImportDecision.SKIP), (1, "")),
            (Answer(ImportDecision.SAME, known.pk), (1, "+66812345678")),
            (Answer(ImportDecision.NEW), (2, "+66812345678")),
        ]:
            run = checked(ALIKE if answer.decision != "new" else ["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", "032400111"])
            decide(run, {2: answer}, by=None)
            carry_out(run, by=None)
            known.refresh_from_db()
            assert (Organization.objects.count(), known.phone) == expected

    def test_a_second_time_the_same_list_has_nothing_new(self, known):
        rows = [["มูลนิธิ ก", "เพชรบุรี", "0812345678"], [known.name, "จ.เพชรบุรี", "032400111"], ["มูลนิธิ ก", "เพชรบุรี"]]
        carry_out(checked(*rows), by=None)
        run = checked(*rows)
        assert run.counts == {"same": 3}
        revisions = Organization.objects.values_list("latest_revision", flat=True)
        before = list(revisions)
        carry_out(run, by=None)
        assert list(revisions) == before

    def test_importing_twice_does_no_harm(self, registrar):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"], by=registrar)
        carry_out(run, by=registrar)
        assert carry_out(run, by=registrar).state == ImportState.DONE
        assert Organization.objects.count() == 1

    def test_it_is_logged(self, registrar):
        run = carry_out(checked(["มูลนิธิ ก", "เพชรบุรี"], by=registrar), by=registrar)
        entry = registry.get_logs_for_instance(run).get()
        assert (entry.user, entry.message) == (registrar, "นำเข้ารายชื่อ: ใหม่ 1 เปลี่ยน 0 รับไม่ได้ 0")

    def test_it_counts_each_row_twice(self, known):
        done = []
        run = checked(["มูลนิธิ ก", "เพชรบุรี"], [known.name, "เพชรบุรี", "032400111"], [known.name, "เพชรบุรี"])
        carry_out(run, by=None, progress=done.append)
        assert sum(done) == 6


class TestNothingIsImported:
    def test_while_a_doubtful_row_waits(self, known):
        with pytest.raises(RowsUndecided, match="1"):
            carry_out(checked(ALIKE), by=None)

    def test_while_a_row_is_refused_unless_it_is_left_out(self):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"], ["มูลนิธิ ข", "ภาคใต้"])
        with pytest.raises(RowsRefused, match="1"):
            carry_out(run, by=None)
        assert not Organization.objects.exists()
        assert carry_out(run, by=None, without_refused=True).result["refused"] == 1
        assert Organization.objects.count() == 1

    def test_before_it_was_checked(self):
        with pytest.raises(ImportRefused):
            carry_out(uploaded(["มูลนิธิ ก", "เพชรบุรี"]), by=None)

    def test_by_somebody_without_the_right(self, person):
        with pytest.raises(NotYourImport):
            carry_out(checked(["มูลนิธิ ก", "เพชรบุรี"]), by=person)

    def test_when_something_goes_wrong_in_the_middle(self, monkeypatch):
        run = checked(*[[f"มูลนิธิ {number}", "เพชรบุรี"] for number in range(5)])
        monkeypatch.setattr(writing, "BATCH", 2)
        real, calls = writing.enter_organizations, []

        def failing(newcomers, *, by):
            calls.append(newcomers)
            if len(calls) == 2:
                raise ZeroDivisionError
            return real(newcomers, by=by)

        monkeypatch.setattr(writing, "enter_organizations", failing)
        with pytest.raises(ZeroDivisionError):
            carry_out(run, by=None)
        assert not Organization.objects.exists()
        run.refresh_from_db()
        assert run.state == ImportState.CHECKED
        carry_out(run, by=None)
        assert Organization.objects.count() == 5

    def test_while_somebody_else_imports(self):
        other, run = checked(["มูลนิธิ ก", "เพชรบุรี"]), checked(["มูลนิธิ ข", "เพชรบุรี"])
        ImportRun.objects.filter(pk=other.pk).update(state=ImportState.RUNNING, started_at=timezone.now())
        with pytest.raises(OtherImportRuns, match="รายชื่อ"):
            carry_out(run, by=None)
        run.refresh_from_db()
        assert run.state == ImportState.CHECKED

    def test_but_one_that_died_stands_in_nobodys_way(self):
        other, run = checked(["มูลนิธิ ก", "เพชรบุรี"]), checked(["มูลนิธิ ข", "เพชรบุรี"])
        long_ago = timezone.now() - timedelta(hours=1)
        ImportRun.objects.filter(pk=other.pk).update(state=ImportState.RUNNING, started_at=long_ago)
        assert carry_out(run, by=None).state == ImportState.DONE
        other.refresh_from_db()
        assert other.state == ImportState.CHECKED


class TestTheRegisterMoves:
    def test_between_check_and_import_and_the_new_check_is_kept(self, known):
        run = checked(ALIKE, ["มูลนิธิ ก", "เพชรบุรี"])
        decide_rest(run, ImportDecision.SKIP, by=None)
        OrganizationFactory(name="มูลนิธิ ก", name_en="")
        with pytest.raises(RegisterMoved):
            carry_out(run, by=None)
        assert outcomes(run) == [(2, "doubtful"), (3, "same")]
        # What is still asked is still answered.
        assert run.rows.get(number=2).decision == "skip"
        assert carry_out(run, by=None).state == ImportState.DONE

    def test_an_answer_to_another_question_is_forgotten(self, known):
        run = checked(ALIKE)
        decide_rest(run, ImportDecision.SKIP, by=None)
        OrganizationFactory(name="ชมรมคนรักเมืองเพชร", name_en="")
        with pytest.raises(RegisterMoved):
            carry_out(run, by=None)
        assert run.rows.get().decision == ""

    def test_while_it_is_checked_and_it_is_checked_once_more(self, monkeypatch):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"])
        stamps = iter([1, 2, 3, 3])
        monkeypatch.setattr(carrying, "_stamp", lambda: next(stamps))
        assert carry_out(run, by=None).state == ImportState.DONE

    def test_a_profile_that_is_changed_at_the_last_moment_is_not_written_over(self, known, monkeypatch):
        run = checked([known.name, "เพชรบุรี", "032400111"])
        real = writing.fetched

        def late(pks):
            Organization.objects.update(has_unpublished_changes=True)
            return real(pks)

        monkeypatch.setattr(writing, "fetched", late)
        with pytest.raises(RegisterMoved):
            carry_out(run, by=None)


@pytest.mark.parametrize("count", [1, 7])
def test_many_rows_of_a_list_cost_as_many_queries_as_one(count, django_assert_num_queries):
    run = checked(*[[f"สมาคม {number}", "เพชรบุรี"] for number in range(count)])
    carry_out(checked(["มูลนิธิ ก", "เพชรบุรี"]), by=None)
    with django_assert_num_queries(QUERIES[connection.vendor]):
        carry_out(run, by=None)
