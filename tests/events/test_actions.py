import pytest
from django.utils import timezone, translation
from wagtail.log_actions import registry

from events.actions import change_delegate, enter_delegate, object_to_entry, swap_delegate, withdraw_delegate
from events.enums import DelegateStatus
from events.exceptions import CannotSend, NoLongerEntered, SeatTaken
from events.models import Delegate
from network.models import RegisterEntry, Representative

pytestmark = pytest.mark.django_db


def log_of(delegate) -> list[tuple[str, int | None]]:
    entries = registry.get_logs_for_instance(delegate).order_by("timestamp", "pk")
    return [(entry.action, entry.user_id) for entry in entries]


@pytest.fixture(autouse=True)
def on_commit(django_capture_on_commit_callbacks):
    """Mails go out as they would after the transaction."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


class TestEnter:
    def test_the_seat_is_the_organizations(self, event, organization, rep, data):
        delegate = enter_delegate(event, organization, by=rep, data=data)
        assert delegate.is_live
        assert (delegate.event, delegate.organization, delegate.entered_by) == (event, organization, rep)
        assert {name: getattr(delegate, name) for name in data} == data
        assert log_of(delegate) == [("events.delegate.enter", rep.pk)]

    def test_the_delegate_reads_the_language_the_form_was_in(self, event, organization, rep, data):
        with translation.override("en"):
            assert enter_delegate(event, organization, by=rep, data=data).language == "en"

    def test_a_double_click_enters_once(self, event, organization, rep, data):
        first = enter_delegate(event, organization, by=rep, data=data)
        assert enter_delegate(event, organization, by=rep, data=data) == first
        assert Delegate.objects.count() == 1
        assert len(log_of(first)) == 1

    def test_a_colleague_is_told_who_was_faster(self, event, organization, rep, colleague, data):
        enter_delegate(event, organization, by=rep, data=data)
        with translation.override("en"), pytest.raises(SeatTaken) as refusal:
            enter_delegate(event, organization, by=colleague, data=data)
        sentence = str(refusal.value)
        assert "นางมาลี ตัวอย่าง is already entered for Sample association" in sentence
        assert "สมหญิง ตัวอย่าง" in sentence

    def test_another_name_does_not_push_the_first_one_out(self, event, organization, rep, data):
        first = enter_delegate(event, organization, by=rep, data=data)
        with pytest.raises(SeatTaken) as refusal:
            enter_delegate(event, organization, by=rep, data=data | {"name": "คนอื่น"})
        assert refusal.value.delegate == first

    def test_nothing_is_written_when_it_is_refused(self, event, organization, outsider, data):
        with pytest.raises(CannotSend):
            enter_delegate(event, organization, by=outsider, data=data)
        assert not Delegate.objects.exists()

    def test_what_counts_is_how_things_stand_behind_the_lock(self, event, organization, rep, data):
        stale = type(event).objects.get(pk=event.pk)
        type(event).objects.update(closes_at=timezone.now())
        with pytest.raises(CannotSend) as refusal:
            enter_delegate(stale, organization, by=rep, data=data)
        assert refusal.value.refusal.code == "closed"

    def test_a_mandate_that_ended_meanwhile_counts_no_more(self, event, organization, rep, data):
        Representative.objects.update(status="ended")
        with pytest.raises(CannotSend) as refusal:
            enter_delegate(event, organization, by=rep, data=data)
        assert refusal.value.refusal.code == "no_mandate"

    def test_it_can_be_filled_again_after_a_withdrawal(self, delegate, rep, data):
        withdraw_delegate(delegate, by=rep)
        again = enter_delegate(delegate.event, delegate.organization, by=rep, data=data)
        assert again.is_live
        assert again.pk != delegate.pk


class TestChange:
    def test_a_correction_keeps_the_row_and_logs_the_fields_only(self, delegate, rep, data):
        known = {name: getattr(delegate, name) for name in data}
        change_delegate(delegate, by=rep, data=known | {"phone": "+66898765432", "food": "แพ้กุ้ง"})
        delegate.refresh_from_db()
        assert (delegate.phone, delegate.food, delegate.is_live) == ("+66898765432", "แพ้กุ้ง", True)
        [entry] = registry.get_logs_for_instance(delegate)
        assert (entry.action, entry.data) == ("events.delegate.change", {"fields": ["phone", "food"]})

    def test_a_correction_that_changes_nothing_leaves_no_trace(self, delegate, rep, data):
        change_delegate(delegate, by=rep, data={name: getattr(delegate, name) for name in data})
        assert log_of(delegate) == []

    def test_who_was_withdrawn_cannot_be_corrected(self, delegate, rep, data):
        withdraw_delegate(delegate, by=rep)
        with pytest.raises(NoLongerEntered):
            change_delegate(delegate, by=rep, data=data)


class TestSwap:
    def test_the_former_row_stays_as_history(self, delegate, rep, data):
        newcomer = swap_delegate(delegate, by=rep, data=data)
        delegate.refresh_from_db()
        assert (newcomer.name, newcomer.is_live) == ("มาลี ตัวอย่าง", True)
        assert (delegate.status, delegate.closed_by) == (DelegateStatus.REPLACED, rep)
        assert log_of(delegate) == [("events.delegate.replaced", rep.pk)]
        assert log_of(newcomer) == [("events.delegate.enter", rep.pk)]

    def test_a_double_click_swaps_once(self, delegate, rep, data):
        assert swap_delegate(delegate, by=rep, data=data) == swap_delegate(delegate, by=rep, data=data)
        assert Delegate.objects.count() == 2

    def test_who_swaps_too_late_is_told_who_goes(self, delegate, rep, colleague, data):
        newcomer = swap_delegate(delegate, by=rep, data=data)
        with pytest.raises(SeatTaken) as refusal:
            swap_delegate(delegate, by=colleague, data=data | {"name": "คนที่สาม"})
        assert refusal.value.delegate == newcomer

    def test_a_seat_given_up_meanwhile_is_not_swapped(self, delegate, rep, data):
        withdraw_delegate(delegate, by=rep)
        with pytest.raises(NoLongerEntered):
            swap_delegate(delegate, by=rep, data=data)
        assert not Delegate.objects.live().exists()


class TestWithdraw:
    def test_it_frees_the_seat_and_keeps_the_reason(self, delegate, rep):
        withdraw_delegate(delegate, by=rep, reason="ป่วย")
        delegate.refresh_from_db()
        assert (delegate.status, delegate.reason, delegate.closed_by) == (DelegateStatus.WITHDRAWN, "ป่วย", rep)
        assert log_of(delegate) == [("events.delegate.withdrawn", rep.pk)]

    def test_the_needs_are_deleted_at_once(self, delegate, rep):
        withdraw_delegate(delegate, by=rep)
        delegate.refresh_from_db()
        assert (delegate.food, delegate.access) == ("", "")

    def test_twice_is_once(self, delegate, rep):
        withdraw_delegate(delegate, by=rep, reason="ป่วย")
        again = withdraw_delegate(delegate, by=rep, reason="อื่น")
        assert again.reason == "ป่วย"
        assert len(log_of(delegate)) == 1

    def test_an_organization_no_longer_listed_can_still_take_its_name_back(self, delegate, rep):
        RegisterEntry.objects.update(status="hidden")
        assert not withdraw_delegate(delegate, by=rep).is_live

    def test_after_the_window_it_is_refused(self, delegate, rep):
        type(delegate.event).objects.update(closes_at=timezone.now())
        with pytest.raises(CannotSend):
            withdraw_delegate(delegate, by=rep)

    def test_who_was_replaced_is_not_withdrawn_as_well(self, delegate, rep, data):
        swap_delegate(delegate, by=rep, data=data)
        with pytest.raises(NoLongerEntered):
            withdraw_delegate(delegate, by=rep)


class TestObject:
    def test_it_frees_the_seat_and_nobody_signed_in_is_named(self, delegate):
        object_to_entry(delegate, reason="ไม่มีใครถาม")
        delegate.refresh_from_db()
        assert (delegate.status, delegate.reason, delegate.closed_by) == (DelegateStatus.OBJECTED, "ไม่มีใครถาม", None)
        assert log_of(delegate) == [("events.delegate.objected", None)]

    def test_twice_is_once(self, delegate):
        object_to_entry(delegate)
        object_to_entry(delegate)
        assert len(log_of(delegate)) == 1

    def test_it_is_open_after_registration_has_closed(self, delegate):
        type(delegate.event).objects.update(closes_at=timezone.now())
        assert not object_to_entry(delegate).is_live

    def test_who_was_replaced_need_not_object(self, delegate, rep, data):
        swap_delegate(delegate, by=rep, data=data)
        with pytest.raises(NoLongerEntered):
            object_to_entry(delegate)
