"""What the events add to the coordinators' desk: whom to call because nobody is named yet."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from events.actions import withdraw_delegate
from events.sections import without_delegate
from network.enums import EntryStatus, Visibility
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
SECTION_QUERIES = 4


@pytest.fixture
def province():
    return ProvinceFactory()


@pytest.fixture
def nan():
    return ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")


def groups(rf, *provinces):
    section = without_delegate(rf.get("/desk/"), list(provinces))
    return section.context["groups"] if section else []


def names(rf, *provinces):
    return [[row["title"] for row in group["rows"]] for group in groups(rf, *provinces)]


def test_who_has_named_somebody_need_not_be_called(rf, event, organization, province, delegate):
    other = OrganizationFactory()
    assert names(rf, province) == [[other.name]]


def test_a_withdrawn_name_leaves_the_seat_empty(rf, event, organization, province, delegate, rep):
    withdraw_delegate(delegate, by=rep, reason="ป่วย")
    assert names(rf, province) == [[organization.name]]


def test_only_organizations_of_the_provinces_on_the_page_are_there(rf, event, organization, province, nan):
    north = OrganizationFactory(entry__province=nan)
    assert names(rf, nan) == [[north.name]]
    assert {name for group in names(rf, province, nan) for name in group} == {north.name, organization.name}
    assert names(rf) == []


def test_whoever_may_not_send_anybody_is_not_called(rf, event, province, nan):
    EventFactory(provinces=[nan])
    OrganizationFactory(entry__status=EntryStatus.HIDDEN)
    OrganizationFactory(live=False)
    assert names(rf, province) == []


@pytest.mark.parametrize("window", ["soon", "closed", "none"])
def test_an_event_that_takes_no_names_now_calls_nobody(rf, organization, province, window):
    EventFactory(window=window)
    assert names(rf, province) == []


@pytest.mark.parametrize("fields", [{"live": False}, {"upcoming": False}])
def test_nor_does_one_that_is_over_or_not_published(rf, organization, province, fields):
    EventFactory(**fields)
    assert without_delegate(rf.get("/desk/"), [province]) is None


@pytest.mark.parametrize(
    ("fields", "phone"),
    [
        ({"phone_visibility": Visibility.PROVINCE}, "02 000 1234"),
        ({"phone_visibility": Visibility.SECRETARIAT}, ""),
        ({"entry__is_protected": True}, ""),
    ],
)
def test_a_phone_number_is_there_only_for_the_desk(rf, event, province, fields, phone):
    OrganizationFactory(phone="02 000 1234", **fields)
    [[row]] = [group["rows"] for group in groups(rf, province)]
    assert row["phone"] == phone


def test_names_come_as_in_a_dictionary(rf, event, province):
    for name in ("แกะ", "ขวด", "กบ"):
        OrganizationFactory(name=name)
    assert names(rf, province) == [["กบ", "แกะ", "ขวด"]]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ["สมัชชาตัวอย่าง", "ยังไม่ได้ส่งชื่อ 1 องค์กร", "โทร 02 000 1234"]),
        ("en", ["Sample assembly", "1 organization has named nobody yet", "Call 02 000 1234"]),
    ],
)
def test_it_reads_well_in_both_languages(rf, event, province, language, words):
    OrganizationFactory(phone="02 000 1234")
    with translation.override(language):
        section = without_delegate(rf.get("/desk/"), [province])
        text = render_to_string(section.template, {"section": section})
    assert all(part in text for part in words)


@pytest.mark.parametrize("count", [1, 30])
def test_thirty_organizations_and_events_ask_as_often_as_one(rf, province, count, django_assert_num_queries):
    for event in EventFactory.create_batch(count):
        DelegateFactory(event=event)
    OrganizationFactory.create_batch(count)
    with django_assert_num_queries(SECTION_QUERIES):
        section = without_delegate(rf.get("/desk/"), [province])
        render_to_string(section.template, {"section": section})


def test_the_desk_shows_it(client, event, organization):
    client.force_login(CoordinatorFactory().user)
    assert "without-delegate" in client.get("/desk/").text
