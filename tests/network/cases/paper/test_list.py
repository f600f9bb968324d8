"""The paper forms that somebody keeps, and the way to a new one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import file_paper, save_paper, take_over
from network.enums import ApplicationKind, ApplicationStatus
from network.models import MembershipApplication
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
LIST_QUERIES = 10


def address(language="th"):
    with override(language):
        return reverse("network_paper:list")


def titles(browser):
    return [row["title"] for row in browser.get(address()).context["rows"]]


def named(paper, name):
    paper.name = name
    paper.save()
    return paper


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("who", ["coordinator", "registrar"])
def test_a_centre_and_the_secretariat_may_enter_forms(request, signed_in, language, who):
    page = signed_in(request.getfixturevalue(who)).get(address(language))
    assert page.status_code == 200
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    with override(language):
        assert str(ApplicationKind.PROVINCIAL.label) in page.text


def test_who_enters_none_finds_no_page(signed_in, outsider, rep):
    for somebody in (outsider, rep):
        assert signed_in(somebody).get(address()).status_code == 404
        assert signed_in(somebody).post(address(), {"kind": "provincial"}).status_code == 404


def test_a_visitor_signs_in_first(client, workflow):
    assert client.get(address()).headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("kind", ApplicationKind.values)
def test_a_button_begins_a_form_and_a_second_tap_no_other(desk, coordinator, kind):
    addresses = {desk.post(address(), {"kind": kind}).headers["Location"] for _tap in range(2)}
    paper = MembershipApplication.objects.get()
    assert addresses == {reverse("network_paper:form", args=[paper.token])}
    assert (paper.kind, paper.filed_by, paper.applicant) == (kind, coordinator, None)


def test_what_has_a_word_in_it_is_not_begun_again(desk, paper):
    named(paper, "กลุ่มจากกระดาษ")
    desk.post(address(), {"kind": "provincial"})
    assert MembershipApplication.objects.count() == 2


@pytest.mark.parametrize("kind", ["", "friendly", "national\0"])
def test_another_way_of_joining_begins_nothing(desk, kind):
    assert desk.post(address(), {"kind": kind}).status_code == 404
    assert not MembershipApplication.objects.exists()


def test_other_methods_are_refused(desk):
    assert desk.put(address()).status_code == 405


def test_the_centre_and_the_secretariat_keep_it_together(signed_in, paper, colleague, registrar, elsewhere):
    named(paper, "กลุ่มจากกระดาษ")
    for keeper in (colleague, registrar):
        assert titles(signed_in(keeper)) == ["กลุ่มจากกระดาษ"]
    assert titles(signed_in(elsewhere)) == []


def test_what_a_former_colleague_entered_is_not_lost(signed_in, coordinator, colleague, paper):
    named(paper, "กลุ่มจากกระดาษ")
    service = coordinator.coordinations.get()
    service.serves_from = timezone.localdate() - timedelta(days=9)
    service.serves_until = timezone.localdate() - timedelta(days=1)
    service.save()
    assert titles(signed_in(colleague)) == ["กลุ่มจากกระดาษ"]


def test_what_is_not_sent_comes_first_and_what_is_taken_over_has_gone(desk, coordinator, paper, make):
    named(paper, "ยังไม่ส่ง")
    make(name="ส่งแล้ว", applicant=None, filed_by=coordinator)
    taken = named(file_paper(ApplicationKind.NATIONAL, by=coordinator), "รับไปแล้ว")
    make(name="ปฏิเสธแล้ว", applicant=None, filed_by=coordinator, status=ApplicationStatus.DECLINED)
    take_over(taken.code, by=UserFactory())
    assert titles(desk) == ["ยังไม่ส่ง", "ส่งแล้ว"]


def test_the_desk_lists_what_is_not_sent(desk, paper):
    named(paper, "กลุ่มจากกระดาษ")
    page = desk.get(reverse("network_desk:board"), {"show": "paper"})
    assert [row["title"] for row in page.context["rows"]] == ["กลุ่มจากกระดาษ"]
    assert address() in page.text


def test_the_account_of_the_secretariat_leads_here(signed_in, registrar, coordinator, paper):
    page = signed_in(registrar).get(reverse("account")).text
    assert f'href="{address()}"' in page
    assert f'href="{address()}"' not in signed_in(coordinator).get(reverse("account")).text


def test_ones_own_applications_are_something_else(desk, coordinator, paper):
    named(paper, "กลุ่มจากกระดาษ")
    assert "กลุ่มจากกระดาษ" not in desk.get(reverse("account")).text


@pytest.mark.parametrize("count", [1, 15])
def test_as_many_queries_for_one_as_for_many(desk, coordinator, django_assert_num_queries, count):
    for number in range(count):
        save_paper(
            file_paper(ApplicationKind.PROVINCIAL, by=coordinator), by=coordinator, answers={"name": f"กลุ่ม {number}"}
        )
    desk.get(address())
    with django_assert_num_queries(LIST_QUERIES):
        assert len(desk.get(address()).context["rows"]) == count


def test_an_empty_list_says_what_will_stand_there(desk):
    assert gettext("There are none") in desk.get(address()).text
