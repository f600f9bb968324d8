import pytest
from django.core.management import call_command
from django.utils import timezone

from events.demo.load import load_events
from events.enums import Window
from events.models import Delegate, Event
from network.models import Representative
from tests.factories.network import ProvinceFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
WEST = ["TH-63", "TH-70", "TH-71", "TH-76", "TH-77"]


@pytest.fixture
def demo(django_capture_on_commit_callbacks):
    for code in WEST:
        ProvinceFactory(code=code, slug=code.lower())
    first = RepresentativeFactory()
    RepresentativeFactory(user=first.user)
    with django_capture_on_commit_callbacks(execute=True):
        load_events()
    return first


def test_the_assembly_of_2565_and_the_samples_are_there(demo):
    past = Event.objects.get(slug="assembly-january-2565")
    assert past.window() == Window.NONE
    assert [row.value["name"] for row in past.speakers] == ["นพ.พลเดช ปิ่นประทีป"]
    assert Event.objects.exclude(pk=past.pk).filter(is_sample=True).count() == Event.objects.count() - 1
    assert Event.objects.published().count() == Event.objects.count()


def test_one_sample_is_open_one_opens_later_one_is_over(demo):
    windows = {event.slug: event.window() for event in Event.objects.all()}
    assert windows["sample-annual-assembly"] == Window.OPEN
    assert windows["sample-western-provinces-meeting"] == Window.SOON
    assert windows["sample-representatives-training"] == Window.CLOSED
    west = Event.objects.get(slug="sample-western-provinces-meeting")
    assert sorted(west.provinces.values_list("pk", flat=True)) == WEST


def test_the_window_closes_when_its_last_day_ends(demo):
    closes = timezone.localtime(Event.objects.get(slug="sample-annual-assembly").closes_at)
    assert (closes.hour, closes.minute) == (23, 59)


def test_a_representative_finds_one_seat_taken_and_one_free(demo):
    taken = Delegate.objects.get()
    assert taken.organization_id == Representative.objects.exclude(pk=demo.pk).get().organization_id
    assert taken.entered_by == demo.user


def test_loading_again_doubles_nothing_and_keeps_what_was_edited(demo):
    Event.objects.filter(slug="sample-annual-assembly").update(title="แก้แล้ว")
    load_events()
    assert Event.objects.get(slug="sample-annual-assembly").title == "แก้แล้ว"
    assert (Event.objects.count(), Delegate.objects.count()) == (4, 1)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_event_has_its_page_in_both_languages(demo, client, prefix):
    for event in Event.objects.all():
        assert client.get(f"{prefix}/events/{event.slug}/").status_code == 200


def test_publishing_on_time_finds_nothing_odd(demo):
    call_command("publish_scheduled")
    assert Event.objects.published().count() == 4
