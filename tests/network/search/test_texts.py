import pytest
from django.core.management import call_command

from network.enums import EntryStatus
from network.models import Organization, RegisterEntry
from network.search.finding import How, find
from network.search.texts import refresh
from tests.factories.network import IssueFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def entry(organization):
    return RegisterEntry.objects.get(organization=organization)


def finds(query):
    """Whether the directory finds something that has the very words."""
    return find(Organization.objects.listed(), query).how is How.WRITTEN


def test_a_new_organization_is_found_at_once():
    OrganizationFactory(name="สมาคมรักษ์ทะเล", current_work="ปลูกปะการัง")
    assert finds("รักษทะเล")
    assert finds("ปะการัง")


def test_names_stand_apart_from_other_words():
    organization = OrganizationFactory(name="สมาคมรักษ์ทะเล", other_names="สรท.; Sea Lovers", current_work="ปลูกปะการัง")
    names = entry(organization).search_names
    assert "\nสมาคมรักษทะเล\n" in names
    assert "\nสรท\n" in names
    assert "\nsealowers\n" in names
    assert "\nเพชรบุรี\n" in names
    assert "ปะการัง" not in names
    assert entry(organization).search_text.startswith(names)


def test_a_changed_name_and_only_that_is_found():
    organization = OrganizationFactory(name="สมาคมเดิม")
    organization.name = "สมาคมใหม่ล่าสุด"
    organization.save()
    assert finds("ใหม่ล่าสุด")
    assert not finds("สมาคมเดิม")


def test_a_draft_is_not_found_before_it_is_published():
    organization = OrganizationFactory(name="สมาคมเดิม")
    organization.name = "สมาคมลับสุดยอด"
    organization.current_work = "งานที่ยังไม่ประกาศ"
    revision = organization.save_revision()
    assert not finds("ลับสุดยอด")
    assert not finds("ยังไม่ประกาศ")
    assert finds("สมาคมเดิม")
    revision.publish()
    assert finds("ลับสุดยอด")
    assert not finds("สมาคมเดิม")


def test_a_refresh_of_everything_reads_no_draft_either():
    organization = OrganizationFactory(name="สมาคมเดิม")
    organization.name = "สมาคมลับสุดยอด"
    organization.save_revision()
    refresh()
    assert not finds("ลับสุดยอด")


def test_an_organization_that_was_never_published_has_no_text():
    organization = OrganizationFactory(live=False, name="สมาคมในร่าง")
    assert entry(organization).search_text == ""


def test_taking_an_organization_down_empties_its_text():
    organization = OrganizationFactory(name="สมาคมรักษ์ทะเล")
    organization.unpublish()
    assert entry(organization).search_text == ""


def test_issues_are_found_when_a_revision_brings_them():
    issue = IssueFactory(name="พลังงานสะอาด", name_en="Clean energy")
    organization = OrganizationFactory()
    organization.issues.add(issue)
    revision = organization.save_revision()
    assert not finds("พลังงานสะอาด")
    revision.publish()
    assert finds("พลังงานสะอาด")
    assert finds("clean energy")


def test_issues_are_lost_when_a_revision_drops_them():
    organization = OrganizationFactory(issues=[IssueFactory(name="พลังงานสะอาด")])
    assert finds("พลังงานสะอาด")
    organization.issues.clear()
    organization.save_revision().publish()
    assert not finds("พลังงานสะอาด")


def test_a_renamed_issue_is_found_by_its_new_name():
    issue = IssueFactory(name="พลังงาน")
    OrganizationFactory(issues=[issue])
    issue.name = "ไฟฟ้าชุมชน"
    issue.save()
    assert finds("ไฟฟ้าชุมชน")


def test_an_issue_changed_from_its_own_side_is_noticed():
    organization, issue = OrganizationFactory(), IssueFactory(name="พลังงานสะอาด")
    Organization.issues.through.objects.create(organization=organization, issue=issue)
    refresh()
    assert finds("พลังงานสะอาด")


def test_a_move_to_another_province_is_followed():
    organization = OrganizationFactory()
    other = OrganizationFactory(
        entry__province__code="TH-83", entry__province__name="ภูเก็ต", entry__province__slug="phuket"
    ).entry.province
    moved = entry(organization)
    moved.province = other
    moved.save()
    assert "\nภูเกต\n" in entry(organization).search_names


def test_a_renamed_province_is_followed():
    organization = OrganizationFactory()
    province = organization.entry.province
    province.aliases = "เมืองพริบพรี"
    province.save()
    assert finds("พริบพรี")


def test_the_command_says_how_many_entries_it_changed(capsys):
    OrganizationFactory.create_batch(2)
    RegisterEntry.objects.update(search_text="", search_names="")
    call_command("refresh_register")
    call_command("refresh_register")
    assert capsys.readouterr().out.splitlines() == ["2 entries changed.", "0 entries changed."]


def test_a_hidden_organization_is_not_listed_though_its_text_is_kept():
    organization = OrganizationFactory(name="สมาคมรักษ์ทะเล", entry__status=EntryStatus.HIDDEN)
    assert entry(organization).search_text
    assert not finds("รักษ์ทะเล")


def test_thai_order_follows_the_dictionary():
    for name in ("เกลือ", "แก้ว", "กา", "ขวด", "กล้วย"):
        OrganizationFactory(name=name)
    assert [o.name for o in Organization.objects.in_thai_order()] == ["กล้วย", "กา", "เกลือ", "แก้ว", "ขวด"]


def test_english_order_goes_by_the_english_name_and_leaves_the_nameless_last():
    for name, english in (("ก", ""), ("ข", "Beta"), ("ค", "alpha")):
        OrganizationFactory(name=name, name_en=english)
    assert [o.name for o in Organization.objects.in_english_order()] == ["ค", "ข", "ก"]


@pytest.mark.parametrize("count", [1, 5])
def test_a_refresh_costs_the_same_however_many_there_are(django_assert_num_queries, count):
    OrganizationFactory.create_batch(count)
    RegisterEntry.objects.update(search_text="")
    with django_assert_num_queries(4):
        refresh()
