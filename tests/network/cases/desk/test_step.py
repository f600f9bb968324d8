"""The page of one step: what follows from it, the words for the organization, and what stands in its way."""

import pytest
from bs4 import BeautifulSoup

from network.actions import Decision, decide
from network.enums import ApplicationKind, ApplicationStatus, CaseAction
from network.models import Organization

A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL


def step_of(case, action):
    return f"/desk/applications/{case.token}/{action}/"


def words(case, message="", remark=""):
    last = case.timeline.last()
    return {"message": message, "remark": remark, "seen": last.pk if last else ""}


def status_of(case):
    return type(case).objects.get(pk=case.pk).status


@pytest.fixture
def desk(coordinator, signed_in):
    return signed_in(coordinator)


@pytest.mark.parametrize(
    ("kind", "action", "message", "status"),
    [
        (NATIONAL, A.RECOMMEND, "", S.RECOMMENDED),
        (NATIONAL, A.ADVISE_AGAINST, "ยังใหม่อยู่", S.NOT_RECOMMENDED),
        (NATIONAL, A.ASK, "ขอชื่อตำบล", S.RETURNED),
        (NATIONAL, A.HAND_UP, "", S.SUBMITTED),
        (ApplicationKind.PROVINCIAL, A.APPROVE, "", S.APPROVED),
        (ApplicationKind.PROVINCIAL, A.DECLINE, "เป็นงานการค้า", S.DECLINED),
    ],
)
def test_a_step_is_taken_and_the_page_says_so(desk, make, coordinator, kind, action, message, status):
    case = make(kind)
    answer = desk.post(step_of(case, action), words(case, message, "บันทึก"), follow=True)
    assert answer.redirect_chain == [(f"/desk/applications/{case.token}/", 302)]
    assert len(list(answer.context["messages"])) == 1
    entry = case.timeline.get()
    assert (entry.action, entry.by, entry.message, entry.remark) == (action, coordinator, message, "บันทึก")
    assert status_of(case) == status


def test_what_is_registered_stands_in_the_directory(desk, make, client):
    case = make()
    desk.post(step_of(case, A.APPROVE), words(case))
    organization = Organization.objects.listed().get(name=case.name)
    assert client.get(organization.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("action", "optional"), [(A.RECOMMEND, 2), (A.ASK, 1), (A.ADVISE_AGAINST, 1)])
def test_only_what_may_be_left_out_is_called_optional(desk, make, action, optional):
    page = BeautifulSoup(desk.get(step_of(make(NATIONAL), action)).content, "html5lib")
    assert page.select_one("main").text.count("(ไม่บังคับ)") == optional


def test_without_the_reason_the_sentence_stands_beside_the_field_and_nothing_is_lost(desk, make):
    case = make(NATIONAL)
    answer = desk.post(step_of(case, A.ASK), words(case, "  ", "ที่พิมพ์ไว้"))
    assert answer.status_code == 422
    assert "message" in answer.context["form"].errors
    assert "ที่พิมพ์ไว้" in answer.text
    assert status_of(case) == S.SUBMITTED


def test_too_long_a_text_is_refused_in_words(desk, make):
    case = make(NATIONAL)
    answer = desk.post(step_of(case, A.ASK), words(case, "ก" * 2001))
    assert answer.status_code == 422
    assert "message" in answer.context["form"].errors


def test_whoever_is_second_reads_who_was_first(desk, make, second_coordinator):
    case = make(NATIONAL)
    seen = words(case, "ขอที่อยู่")
    decide(case, A.RECOMMEND, by=second_coordinator, decision=Decision())
    answer = desk.post(step_of(case, A.ASK), seen)
    assert answer.status_code == 409
    assert str(second_coordinator) in answer.text
    assert "ขอที่อยู่" in answer.text
    assert status_of(case) == S.RECOMMENDED


def test_whoever_acts_for_the_organization_is_refused(desk, make, coordinator):
    case = make(NATIONAL, applicant=coordinator)
    assert desk.get(step_of(case, A.RECOMMEND)).url == f"/desk/applications/{case.token}/"
    assert desk.post(step_of(case, A.RECOMMEND), words(case)).status_code == 403
    assert status_of(case) == S.SUBMITTED


def test_a_step_that_is_over_leads_back_to_the_case(desk, make):
    case = make(NATIONAL, S.RECOMMENDED)
    answer = desk.get(step_of(case, A.ASK), follow=True)
    assert answer.redirect_chain
    assert len(list(answer.context["messages"])) == 1


@pytest.mark.parametrize("action", ["correct", "announce", "zzz"])
def test_what_is_no_step_of_the_desk_is_no_page(desk, make, action):
    assert desk.get(step_of(make(NATIONAL), action)).status_code == 404


@pytest.mark.parametrize("who", ["elsewhere", "registrar", "applicant", "outsider"])
def test_nobody_else_takes_it(signed_in, coordinator, strangers, make, who):
    case = make(NATIONAL, applicant=strangers["applicant"])
    assert signed_in(strangers[who]).post(step_of(case, A.RECOMMEND), words(case)).status_code == 404
    assert status_of(case) == S.SUBMITTED


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(desk, make, method):
    assert getattr(desk, method)(step_of(make(NATIONAL), A.RECOMMEND)).status_code == 405
