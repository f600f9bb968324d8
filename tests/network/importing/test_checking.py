"""What would come of each row, against a register."""

import pytest

from network.enums import EntryStatus, ImportDecision, ImportOutcome
from network.importing.checking import Answer, Check
from network.importing.table import found_table
from network.models import Organization
from portal.sheets import Sheet
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory
from tests.network.importing.conftest import problems

pytestmark = pytest.mark.django_db
HEADINGS = ["ชื่อองค์กร", "จังหวัด", "โทรศัพท์"]


@pytest.fixture(autouse=True)
def provinces():
    ProvinceFactory()
    ProvinceFactory(code="TH-50", name="เชียงใหม่", name_en="Chiang Mai", region="north")


def check(*rows, headings=HEADINGS, answers=None, otherwise=None):
    table = found_table(Sheet("x", [headings, *map(list, rows)]))
    return list(Check(answers, otherwise).rows(table.rows()))


def outcomes(checked):
    return [row.outcome.value for row in checked]


class TestNewOnes:
    def test_what_nobody_knows_is_new(self):
        [row] = check(["มูลนิธิรักเมือง", "จ.เพชรบุรี", "0812345678"])
        assert row.outcome == ImportOutcome.NEW
        assert row.values == {
            "name": "มูลนิธิรักเมือง",
            "province": "TH-76",
            "phone": "+66812345678",
            "legal_form": "foundation",
        }

    @pytest.mark.parametrize(
        ("cells", "problem"),
        [
            (["", "เพชรบุรี", "0812345678"], "name_missing"),
            (["-", "เพชรบุรี"], "name_missing"),
            (["มูลนิธิ ก", ""], "province_missing"),
            (["มูลนิธิ ก", "ภาคใต้"], "province_unknown"),
            (["มูลนิธิ ก", "เพชรบุรี", "123"], "phone:wrong_length"),
        ],
    )
    def test_what_cannot_be_taken_is_refused(self, cells, problem):
        [row] = check(cells)
        assert row.outcome == ImportOutcome.REFUSED
        assert problem in problems(row.remarks)

    def test_one_with_a_code_of_its_own_keeps_it(self):
        headings = ["รหัสในทะเบียน", *HEADINGS]
        rows = check(["rak-muang", "มูลนิธิ ก", "เพชรบุรี"], ["rak-muang", "มูลนิธิ ข", "เพชรบุรี"], headings=headings)
        assert outcomes(rows) == ["new", "refused"]
        assert problems(rows[1].remarks)[0] == "code_of_another"

    @pytest.mark.parametrize("code", ["Rak", "รัก", "a b", "a" * 81])
    def test_a_code_that_is_no_address_is_refused(self, code):
        [row] = check([code, "มูลนิธิ ก", "เพชรบุรี"], headings=["รหัสในทะเบียน", *HEADINGS])
        assert "code_unreadable" in problems(row.remarks)


class TestKnownOnes:
    @pytest.fixture
    def known(self):
        return OrganizationFactory(name="ตัวอย่าง สมาคมรักษ์น้ำ", name_en="Sample Water", phone="+66812345678")

    @pytest.mark.parametrize("name", ["ตัวอย่าง สมาคมรักษ์น้ำ", "ตัวอย่างสมาคมรักษนำ", "SAMPLE water"])
    @pytest.mark.parametrize("status", EntryStatus)
    def test_the_name_in_the_province_tells_which_is_meant(self, known, name, status):
        known.entry.status = status
        known.entry.save()
        [row] = check([name, "เพชรบุรี", "081 234 5678"])
        assert (row.outcome, row.organization, row.values) == (ImportOutcome.SAME, known.pk, {})

    def test_what_differs_is_changed_and_empty_cells_change_nothing(self, known):
        rows = check(["ตัวอย่าง สมาคมรักษ์น้ำ", "เพชรบุรี", "032400111"], ["ตัวอย่าง สมาคมรักษ์น้ำ", "เพชรบุรี", ""])
        assert outcomes(rows) == ["changed", "same"]
        assert rows[0].values == {"phone": "+6632400111"}

    def test_a_code_tells_it_whatever_the_name(self, known):
        headings = ["รหัสในทะเบียน", *HEADINGS]
        [row] = check([known.entry.slug, "ตัวอย่าง สมาคมใหม่", "เชียงใหม่", ""], headings=headings)
        assert (row.outcome, row.organization) == (ImportOutcome.CHANGED, known.pk)
        assert row.values == {"name": "ตัวอย่าง สมาคมใหม่", "province": "TH-50"}

    def test_a_code_alone_is_enough(self, known):
        [row] = check([known.entry.slug, None, None, "032400111"], headings=["รหัสในทะเบียน", *HEADINGS])
        assert row.values == {"phone": "+6632400111"}

    def test_what_the_register_shows_itself_is_no_fault(self, known):
        Organization.objects.update(phone="02 000 1001", leader_name="น.ส.ก")
        headings = [*HEADINGS, "หัวหน้าทีม"]
        [row] = check(["ตัวอย่าง สมาคมรักษ์น้ำ", "เพชรบุรี", "02 000 1001", "น.ส.ก"], headings=headings)
        assert (row.outcome, row.remarks) == (ImportOutcome.SAME, [])

    def test_one_of_another_province_may_be_meant_or_not(self, known):
        Organization.objects.update(name="ตัวอย่าง สมาคมอนุรักษ์ลุ่มน้ำแม่กลาง")
        [row] = check(["สมาคมอนุรักษ์ลุ่มน้ำแม่กลาง", "เชียงใหม่"])
        assert (row.outcome, row.candidates) == (ImportOutcome.DOUBTFUL, [known.pk])

    @pytest.mark.parametrize(
        ("state", "problem"),
        [({"has_unpublished_changes": True}, "profile_waiting"), ({"locked": True}, "profile_locked")],
    )
    def test_a_profile_that_somebody_works_on_is_not_written_over(self, known, state, problem):
        Organization.objects.update(**state)
        rows = check(
            ["ตัวอย่าง สมาคมรักษ์น้ำ", "เพชรบุรี", "032400111", ""],
            ["ตัวอย่าง สมาคมรักษ์น้ำ", "เพชรบุรี", "", "ท่ายาง"],
            headings=[*HEADINGS, "อำเภอ"],
        )
        assert outcomes(rows) == ["refused", "changed"]
        assert problems(rows[0].remarks) == [problem]

    def test_issues_are_compared_whatever_their_order(self, known):
        issues = [IssueFactory(name="น้ำ"), IssueFactory(name="ป่า")]
        known.issues.set(issues)
        known.save()
        headings = [*HEADINGS, "ประเด็น"]
        same, other = check(
            ["Sample Water", "เพชรบุรี", "", "ป่า; น้ำ"], ["Sample Water", "เพชรบุรี", "", "ป่า"], headings=headings
        )
        assert same.outcome == ImportOutcome.SAME
        assert other.values == {"issues": [issues[1].pk]}


class TestDoubtfulOnes:
    def test_a_name_in_other_words_may_be_one_that_is_known(self):
        known = OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")
        [row] = check(["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี"])
        assert (row.outcome, row.candidates, problems(row.remarks)[0]) == (ImportOutcome.DOUBTFUL, [known.pk], "likely")

    def test_two_of_the_same_name_are_both_offered(self):
        pks = [OrganizationFactory(name="กลุ่มออมทรัพย์", name_en="").pk for _ in range(2)]
        [row] = check(["กลุ่มออมทรัพย์", "เพชรบุรี"])
        assert (row.outcome, row.candidates) == (ImportOutcome.DOUBTFUL, pks)

    def test_a_repeated_row_is_taken_once(self):
        rows = check(["มูลนิธิ ก", "เพชรบุรี", "0812345678"], ["มูลนิธิ ก.", "จ.เพชรบุรี", "081-234-5678"], ["มูลนิธิ ก", "เพชรบุรี"])
        assert outcomes(rows) == ["new", "same", "same"]
        assert [remark.values for remark in rows[1].remarks] == [{"row": 2}]

    def test_a_repeated_row_that_says_something_else_is_doubtful(self):
        rows = check(["มูลนิธิ ก", "เพชรบุรี", "0812345678"], ["มูลนิธิ ก", "เพชรบุรี", "032400111"])
        assert outcomes(rows) == ["new", "doubtful"]
        assert rows[1].remarks[0].values == {"row": 2, "columns": ["phone"]}

    def test_the_same_of_one_that_is_known(self):
        OrganizationFactory(name="มูลนิธิ ก", name_en="")
        rows = check(*[["มูลนิธิ ก", "เพชรบุรี", phone] for phone in ("0812345678", "0812345678", "032400111")])
        assert outcomes(rows) == ["changed", "same", "doubtful"]

    def test_two_rows_that_sound_alike(self):
        rows = check(["สมาคมคนรักเมืองเพชร", "เพชรบุรี"], ["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี"], ["มูลนิธิคนรักทะเล", "เพชรบุรี"])
        assert outcomes(rows) == ["new", "doubtful", "new"]
        assert rows[1].remarks[0].values == {"row": 2, "other": "สมาคมคนรักเมืองเพชร"}

    def test_the_same_name_in_two_provinces_is_two_organizations(self):
        rows = check(["ชมรมผู้สูงอายุ", "เพชรบุรี"], ["ชมรมผู้สูงอายุ", "เชียงใหม่"])
        assert outcomes(rows) == ["new", "new"]


class TestAnswers:
    @pytest.fixture
    def known(self):
        return OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")

    ROW = ("มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", "0812345678")

    def test_a_new_one(self, known):
        [row] = check(self.ROW, answers={2: Answer(ImportDecision.NEW)})
        assert (row.outcome, row.organization) == (ImportOutcome.NEW, None)
        assert row.values["name"] == "มูลนิธิคนรักเมืองเพชร"
        assert row.asked.outcome == ImportOutcome.DOUBTFUL

    def test_the_same_one_keeps_its_name(self, known):
        [row] = check(self.ROW, answers={2: Answer(ImportDecision.SAME, known.pk)})
        assert (row.outcome, row.organization, row.values) == (
            ImportOutcome.CHANGED,
            known.pk,
            {"phone": "+66812345678"},
        )

    def test_left_out(self, known):
        [row] = check(self.ROW, answers={2: Answer(ImportDecision.SKIP)})
        assert (row.outcome, row.values) == (ImportOutcome.SAME, {})

    def test_one_answer_for_all_the_others(self, known):
        rows = check(self.ROW, ["สมาคมคนรักเมืองเพชร", "เพชรบุรี"], otherwise=Answer(ImportDecision.SKIP))
        assert [(row.outcome.value, bool(row.asked)) for row in rows] == [("same", True), ("same", False)]

    def test_an_answer_changes_nothing_of_what_follows(self, known):
        rows = [self.ROW, ["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", "032400111"]]
        asked = check(*rows)
        answered = check(*rows, answers={2: Answer(ImportDecision.SKIP)})
        assert outcomes(asked) == ["doubtful", "doubtful"]
        assert answered[1].remarks == asked[1].remarks


def test_a_list_asks_the_database_as_often_for_one_row_as_for_many(django_assert_num_queries):
    OrganizationFactory(name="มูลนิธิ 1", name_en="")
    rows = [[f"มูลนิธิ {number}", "เพชรบุรี"] for number in range(1, 8)]
    for some in (rows[:1], rows):
        with django_assert_num_queries(11):
            check(*some)
