"""The registrar's queue in the CMS, one case and many at once, claims, coordinators and the rest of the register."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.urls import reverse

from network.enums import ApplicationKind, ApplicationStatus, CaseAction, ClaimStatus
from network.models import Claim, Coordinator, Membership, MembershipSettings, PrivacyNotice, Tier
from tests.factories.membership import ClaimFactory, CoordinatorFactory, MembershipFactory
from tests.factories.network import RepresentativeFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL
LIST = "wagtailsnippets_network_membershipapplication:list"


def case_url(application):
    return reverse("wagtailsnippets_network_membershipapplication:case", args=[application.pk])


def decision(application, action=CaseAction.APPROVE, **words):
    last = application.timeline.last()
    return {"action": action, "seen": last.pk if last else "", **words}


@pytest.fixture
def cms(client, registrar):
    client.force_login(registrar)
    return client


def test_the_queue_opens_on_what_waits_longest_for_the_registrar(cms, make):
    recommended, up = make(NATIONAL, S.RECOMMENDED), make(handed_up_at="2026-11-01T00:00:00Z")
    make(), make(status=S.DRAFT)
    rows = cms.get(reverse(LIST)).context["page_obj"].object_list
    assert list(rows) == [up, recommended]


@pytest.mark.parametrize(
    ("queue", "status"),
    [("centre", S.SUBMITTED), ("asked", S.RETURNED), ("announced", S.ANNOUNCED), ("decided", S.DECLINED)],
)
def test_the_other_queues_are_one_choice_away(cms, make, queue, status):
    wanted, _other = make(NATIONAL, status), make(NATIONAL, S.RECOMMENDED)
    rows = cms.get(reverse(LIST), {"queue": queue}).context["page_obj"].object_list
    assert list(rows) == [wanted]


@pytest.mark.parametrize("queue", ["decided", "all"])
def test_what_is_looked_back_on_begins_with_the_latest_unless_a_column_says_otherwise(cms, make, queue):
    old = make(NATIONAL, S.DECLINED, status_since="2026-10-01T00:00:00Z")
    young = make(NATIONAL, S.DECLINED, status_since="2026-11-01T00:00:00Z")
    assert list(cms.get(reverse(LIST), {"queue": queue}).context["page_obj"].object_list) == [young, old]
    sorted_by = cms.get(reverse(LIST), {"queue": queue, "ordering": "status_since"})
    assert list(sorted_by.context["page_obj"].object_list) == [old, young]


@pytest.mark.parametrize("count", [1, 30])
def test_the_queue_asks_the_database_as_often_for_one_as_for_many(cms, make, django_assert_num_queries, count):
    for _ in range(count):
        make(NATIONAL, S.RECOMMENDED)
    cms.get(reverse(LIST))
    with django_assert_num_queries(12):
        cms.get(reverse(LIST))


def test_a_case_shows_what_was_said_and_what_happened(cms, make, coordinator):
    application = make(NATIONAL, S.RECOMMENDED)
    application.timeline.create(
        action=CaseAction.RECOMMEND, role="coordinator", by=coordinator, status=S.RECOMMENDED, remark="รู้จักดี"
    )
    page = cms.get(case_url(application)).content.decode()
    for text in (application.name, "ตัวอย่าง หัวหน้าทีม", "certificate.pdf", "รู้จักดี", str(coordinator)):
        assert text in page


def test_what_was_handed_up_is_said_to_be_with_the_secretariat(cms, make):
    application = make(handed_up_at="2026-11-01T00:00:00Z")
    for address in (reverse(LIST), case_url(application)):
        page = BeautifulSoup(cms.get(address).content, "html5lib")
        for choice in page.select("option"):
            choice.decompose()
        assert "อยู่ที่สำนักงานเลขานุการ" in page.text
        assert "อยู่ที่ศูนย์ประสานงาน" not in page.text


def test_organization_and_centre_are_one_tap_away(cms, make, coordinator):
    application = make(NATIONAL, S.RECOMMENDED)
    centre = application.centre
    centre.phone = "+6632400111"
    centre.save()
    page = cms.get(case_url(application)).content.decode()
    assert 'href="tel:+66812345678"' in page
    assert 'href="tel:+6632400111"' in page
    assert f"เลขที่ {application.reference}" in page


@pytest.mark.parametrize(("days", "said"), [(0, False), (15, True)])
def test_a_period_for_objections_is_said_before_the_decision(cms, make, days, said):
    rules = MembershipSettings.load()
    rules.objection_days = days
    rules.save()
    page = cms.get(case_url(make(NATIONAL, S.RECOMMENDED))).content.decode()
    assert ("ประกาศให้คัดค้านได้ 15 วันก่อน" in page) is said


def test_the_registrar_approves_one_with_its_meeting(cms, make):
    application = make(NATIONAL, S.RECOMMENDED)
    words = decision(application, meeting="ครั้งที่ 3/2569", meeting_url="www.example.org/minutes")
    assert cms.post(case_url(application), words).url == reverse(LIST)
    application.refresh_from_db()
    assert (application.status, application.meeting) == (S.APPROVED, "ครั้งที่ 3/2569")
    assert application.meeting_url == "https://www.example.org/minutes"


def test_a_refusal_without_a_reason_keeps_what_was_typed(cms, make):
    application = make(NATIONAL, S.RECOMMENDED)
    answer = cms.post(case_url(application), decision(application, CaseAction.DECLINE, remark="บันทึกไว้"))
    assert answer.status_code == 422
    assert "message" in answer.context["form"].errors
    assert "บันทึกไว้" in answer.content.decode()
    application.refresh_from_db()
    assert application.status == S.RECOMMENDED


def test_whoever_decides_second_is_told_and_loses_nothing(cms, make, registrar):
    application = make(NATIONAL, S.RECOMMENDED)
    entry = application.timeline.create(action="ask", role="registrar", status=S.RECOMMENDED)
    words = decision(application, CaseAction.DECLINE, message="ข้อความที่พิมพ์ไว้", seen=entry.pk - 1)
    answer = cms.post(case_url(application), words)
    assert answer.status_code == 409
    assert "ข้อความที่พิมพ์ไว้" in answer.content.decode()
    assert not Membership.objects.exists()


def test_a_second_click_is_no_mistake(cms, make):
    """The page was drawn before the first one: its choice is gone, its wish fulfilled."""
    application = make(NATIONAL, S.RECOMMENDED)
    answers = [cms.post(case_url(application), {"action": "approve"}) for _click in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert application.timeline.count() == 1


def test_nobody_decides_on_their_own_organization(cms, make, registrar):
    own = RepresentativeFactory(user=registrar).organization
    application = make(NATIONAL, S.RECOMMENDED, organization=own)
    page = cms.get(case_url(application))
    assert page.context["is_recused"]
    assert not page.context["is_decidable"]
    assert cms.post(case_url(application), decision(application)).status_code == 403


@pytest.mark.parametrize("who", ["coordinator", "outsider", "rep"])
def test_the_case_is_for_registrars_only(client, make, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(case_url(make(NATIONAL, S.RECOMMENDED))).status_code == 404


def test_a_draft_is_nobodys_business_yet(cms, make):
    assert cms.get(case_url(make(status=S.DRAFT))).status_code == 404


def bulk_url(*applications):
    url = reverse("wagtail_bulk_action", args=["network", "membershipapplication", "decide"])
    return f"{url}?{'&'.join(f'id={a.pk}' for a in applications)}&next={reverse(LIST)}"


def test_many_are_approved_at_once(cms, make):
    cases = [make(NATIONAL, S.RECOMMENDED) for _ in range(3)]
    assert cms.get(bulk_url(*cases)).status_code == 200
    answer = cms.post(bulk_url(*cases), {"action": CaseAction.APPROVE, "meeting": "ครั้งที่ 4/2569"})
    assert answer.status_code == 302
    assert sorted(Membership.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert {entry.status for case in cases for entry in case.timeline.all()} == {S.APPROVED}


def test_many_say_where_each_of_them_is(cms, make):
    page = cms.get(bulk_url(make(NATIONAL, S.RECOMMENDED), make(handed_up_at="2026-11-01T00:00:00Z"))).content.decode()
    assert "ศูนย์เห็นควรรับ" in page
    assert "อยู่ที่สำนักงานเลขานุการ" in page


def test_those_that_cannot_be_decided_stay_and_are_named(cms, make):
    good, against = make(NATIONAL, S.RECOMMENDED), make(NATIONAL, S.NOT_RECOMMENDED)
    answer = cms.post(bulk_url(good, against), {"action": CaseAction.APPROVE})
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert any(against.name in sentence for sentence in said)
    for application, status in ((good, S.APPROVED), (against, S.NOT_RECOMMENDED)):
        application.refresh_from_db()
        assert application.status == status


def test_many_at_once_is_for_registrars_only(client, make, outsider):
    client.force_login(outsider)
    assert client.post(bulk_url(make(NATIONAL, S.RECOMMENDED)), {"action": "approve"}).status_code == 404


@pytest.mark.parametrize("model", ["membershipapplication", "claim", "membership", "tier", "privacynotice"])
def test_nothing_of_the_register_is_deleted_or_written_by_hand(cms, make, organization, model):
    make(), ClaimFactory(), MembershipFactory()
    rows = {
        "membershipapplication": make(),
        "claim": Claim.objects.get(),
        "membership": Membership.objects.get(),
        "tier": Tier.objects.first(),
        "privacynotice": PrivacyNotice.objects.get(),
    }
    name = f"wagtailsnippets_network_{model}"
    assert cms.get(reverse(f"{name}:list")).status_code == 200
    assert cms.post(reverse(f"{name}:delete", args=[rows[model].pk])).status_code in (302, 403, 404)
    assert type(rows[model]).objects.filter(pk=rows[model].pk).exists()


@pytest.mark.parametrize("model", ["claim", "membership", "tier", "privacynotice", "coordinator"])
def test_lists_without_a_common_action_have_no_boxes_to_tick(cms, make, model):
    ClaimFactory(), MembershipFactory(), CoordinatorFactory()
    assert "bulk-action-checkbox" not in cms.get(reverse(f"wagtailsnippets_network_{model}:list")).content.decode()


def test_applications_are_ticked(cms, make):
    make(NATIONAL, S.RECOMMENDED)
    assert "bulk-action-checkbox" in cms.get(reverse(LIST)).content.decode()


def test_claims_that_only_the_secretariat_can_decide_come_first(cms, organization):
    closed = ClaimFactory(status=ClaimStatus.REFUSED)
    at_the_centre, up = ClaimFactory(), ClaimFactory(handed_up_at="2026-11-01T00:00:00Z")
    page = cms.get(reverse("wagtailsnippets_network_claim:list"))
    assert list(page.context["page_obj"].object_list) == [up, at_the_centre, closed]
    assert "รอสำนักงานเลขานุการตอบ" in page.content.decode()


def test_a_tier_says_its_term_and_fee_in_words(cms):
    page = cms.get(reverse("wagtailsnippets_network_tier:list")).content.decode()
    for words in ("24 เดือน", "2,000 บาท", "ไม่มีกำหนดหมดอายุ", "ไม่เสียค่าใช้จ่าย"):
        assert words in page


def test_a_handed_up_claim_is_accepted_or_refused(cms, organization, outsider):
    claim = ClaimFactory(organization=organization, claimant=outsider)
    url = reverse("wagtailsnippets_network_claim:decide", args=[claim.pk])
    assert cms.get(url).status_code == 200
    assert cms.post(url, {"refuse": "", "reason": ""}).status_code == 422
    assert cms.post(url, {"accept": "", "reason": ""}).status_code == 302
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.ACCEPTED
    assert organization.representatives.filter(user=outsider).exists()


def test_a_coordinators_service_ends_and_stays_as_history(cms, make):
    coordinator = CoordinatorFactory()
    url = reverse("wagtailsnippets_network_coordinator:end", args=[coordinator.pk])
    assert cms.get(url).status_code == 200
    assert Coordinator.objects.get().serves_until is None
    assert cms.post(url).status_code == 302
    assert Coordinator.objects.get().serves_until


def test_a_tier_is_renamed_and_a_notice_gets_a_new_version(cms):
    tier = Tier.objects.get(kind=NATIONAL)
    url = reverse("wagtailsnippets_network_tier:edit", args=[tier.pk])
    cms.post(url, {"name": "สมาชิกสภา", "name_en": tier.name_en})
    tier.refresh_from_db()
    assert tier.name == "สมาชิกสภา"
    words = {"version": "2570-1", "published_on": "2026-12-01", "text": "ก", "text_en": "a"}
    cms.post(reverse("wagtailsnippets_network_privacynotice:add"), words)
    assert PrivacyNotice.objects.current().version == "2570-1"


def test_the_front_page_says_how_many_wait(cms, make):
    make(NATIONAL, S.RECOMMENDED)
    assert reverse(LIST) in cms.get("/admin/").content.decode()
