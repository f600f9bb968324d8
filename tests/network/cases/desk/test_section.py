"""The way to the desk, on the page of the coordinator's account."""

import pytest
from django.template.loader import render_to_string

from network.sections import my_desk
from tests.factories.membership import ClaimFactory
from tests.factories.portal import UserFactory

SECTION_QUERIES = 3


@pytest.fixture
def shown(rf):
    def section_of(user):
        request = rf.get("/account/")
        request.user = user
        section = my_desk(request)
        return section and render_to_string(section.template, {"section": section})

    return section_of


def test_a_coordinator_reads_what_waits_and_opens_the_desk(shown, make, coordinator):
    make(), make(), ClaimFactory()
    words = shown(coordinator)
    for part in ('href="/desk/"', "เพชรบุรี", "ใบสมัครมาใหม่ 2 ฉบับ", "คำขอเป็นตัวแทนรอตอบ 1 เรื่อง"):
        assert part in words


def test_when_nothing_waits_it_says_so(shown, coordinator):
    words = shown(coordinator)
    assert "ไม่มีใบสมัครมาใหม่" in words
    assert "คำขอเป็นตัวแทน" not in words


def test_of_other_provinces_nothing_is_counted(shown, make, elsewhere):
    make(), ClaimFactory()
    assert "ไม่มีใบสมัครมาใหม่" in shown(elsewhere)


def test_nobody_else_has_such_a_section(shown, make):
    make()
    assert shown(UserFactory()) is None


def test_the_account_page_carries_it(client, make, coordinator):
    make()
    client.force_login(coordinator)
    assert 'href="/desk/"' in client.get("/account/").text


@pytest.mark.parametrize("count", [1, 30])
def test_it_asks_as_often_for_one_as_for_many(shown, make, coordinator, count, django_assert_num_queries):
    for _n in range(count):
        make()
    with django_assert_num_queries(SECTION_QUERIES):
        shown(coordinator)
