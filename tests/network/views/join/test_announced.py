"""/join/announced/: who is announced, until when one may object, and how; nothing else of an application."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.enums import ApplicationKind, ApplicationStatus
from network.models import MembershipSettings
from portal.models import Identity
from tests.factories.membership import ApplicationFactory

pytestmark = pytest.mark.usefixtures("ready")
S = ApplicationStatus


@pytest.fixture
def rules(db):
    rules = MembershipSettings.load()
    rules.objection_days = 7
    rules.save()
    return rules


def announce(name="ตัวอย่าง กลุ่ม", days=3, **fields):
    until = timezone.localdate() + timedelta(days=days)
    fields = {"status": S.ANNOUNCED, "kind": ApplicationKind.NATIONAL, "objections_until": until, **fields}
    return ApplicationFactory(name=name, **fields)


def test_it_tells_name_province_way_and_last_day(client, rules):
    announce("ตัวอย่าง สมาคมคนเพชร", name_en="Sample Phet people")
    page = client.get("/join/announced/").text
    last = timezone.localdate() + timedelta(days=3)
    for shown in ("ตัวอย่าง สมาคมคนเพชร", "เพชรบุรี", "สมาชิกระดับประเทศ", str(last.year + 543)):
        assert shown in page
    assert "Sample Phet people" in client.get("/en/join/announced/").text


def test_it_tells_nothing_else_of_an_application(client, rules):
    application = announce(email="group@example.org", phone="081 234 5678")
    page = client.get("/join/announced/").text
    hidden = (application.leader_name, application.phone, application.email, str(application.token), "งานตัวอย่าง")
    assert [fact for fact in hidden if fact in page] == []


@pytest.mark.parametrize("status", [status for status in S if status != S.ANNOUNCED])
def test_no_other_status_is_public(client, rules, status):
    announce(status=status)
    assert "ตัวอย่าง กลุ่ม" not in client.get("/join/announced/").text


def test_the_last_day_is_shown_and_the_day_after_is_not(client, rules):
    announce("ตัวอย่าง วันนี้", days=0)
    announce("ตัวอย่าง เมื่อวาน", days=-1)
    page = client.get("/join/announced/").text
    assert "ตัวอย่าง วันนี้" in page
    assert "ตัวอย่าง เมื่อวาน" not in page


@pytest.mark.parametrize(
    ("address", "order"),
    [("/join/announced/", ["กลุ่มเกษตร", "เครือข่าย", "สมาคม"]), ("/en/join/announced/", ["Alpha", "Beta", "Gamma"])],
)
def test_names_stand_in_the_order_of_the_language(client, rules, address, order):
    for thai, english in (("สมาคม", "Beta"), ("เครือข่าย", "Gamma"), ("กลุ่มเกษตร", "Alpha")):
        announce(thai, name_en=english)
    assert [row["name"] for row in client.get(address).context["rows"]] == order


def test_it_says_how_to_reach_the_secretariat(client, rules):
    identity = Identity.load()
    identity.phone, identity.email, identity.address = "02 000 0000", "council@example.org", "เลขที่ 1 ถนนตัวอย่าง"
    identity.save()
    page = client.get("/join/announced/").text
    assert [
        fact for fact in ("02 000 0000", "mailto:council@example.org", "เลขที่ 1 ถนนตัวอย่าง") if fact not in page
    ] == []


def test_without_announcements_it_says_so(client, rules):
    assert "Nothing is announced just now" in client.get("/en/join/announced/").text


def test_without_a_time_for_objections_there_is_no_page_and_no_link(client, db):
    assert client.get("/join/announced/").status_code == 404
    assert "/join/announced/" not in client.get("/join/").text


def test_what_was_announced_stays_public_when_the_rule_is_dropped(client, db):
    announce()
    assert client.get("/join/announced/").status_code == 200


def test_the_page_about_joining_leads_there_while_there_is_time_for_objections(client, rules):
    assert 'href="/join/announced/"' in client.get("/join/").text
    assert 'href="/en/join/announced/"' in client.get("/en/join/").text


def test_the_page_of_an_announced_application_leads_there(client, rules):
    address = '/join/announced/"'
    assert address in client.get(f"/join/track/{announce().token}/").text
    assert address not in client.get(f"/join/track/{announce(status=S.SUBMITTED).token}/").text


def test_search_engines_keep_away_and_nothing_is_posted(client, rules):
    assert "noindex" in client.get("/join/announced/")["X-Robots-Tag"]
    assert client.post("/join/announced/").status_code == 405


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_asks_the_database_as_often_for_one_as_for_many(client, rules, count, django_assert_num_queries):
    for _number in range(count):
        announce()
    client.get("/join/announced/")
    with django_assert_num_queries(4):
        client.get("/join/announced/")
