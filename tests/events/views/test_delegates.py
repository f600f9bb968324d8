import re

import pytest
from django.test import Client
from django.utils import timezone

from events.actions import swap_delegate, withdraw_delegate
from events.enums import DelegateStatus
from events.models import Delegate, Event
from network.models import RegisterEntry
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/en"])
SEAT_QUERIES = 11
STEPS = ["change", "swap", "withdraw"]


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def own_client(rep):
    return signed_in(rep)


def step_address(seat_address, delegate, step) -> str:
    return f"{seat_address}{delegate.pk}/{step}/"


class TestEntering:
    @LANGUAGES
    def test_the_form_names_the_organization_acted_for(self, own_client, seat_address, prefix):
        response = own_client.get(prefix + seat_address)
        assert response.status_code == 200
        assert ("สมาคมตัวอย่าง" if not prefix else "Sample association") in response.content.decode()

    @pytest.mark.parametrize(
        ("prefix", "words"),
        [("", "ลบทิ้งหลังจบงาน 90 วัน"), ("/en", "deleted 90 days after the event")],
    )
    def test_the_form_says_why_it_asks_for_needs_and_for_how_long(self, own_client, seat_address, prefix, words):
        assert words in own_client.get(prefix + seat_address).content.decode()

    @LANGUAGES
    def test_sending_enters_the_delegate_and_shows_the_seat(self, own_client, seat_address, typed, prefix):
        response = own_client.post(prefix + seat_address, typed, follow=True)
        assert response.redirect_chain == [(prefix + seat_address, 302)]
        assert "นางมาลี ตัวอย่าง" in response.content.decode()
        delegate = Delegate.objects.get()
        assert (delegate.phone, delegate.email) == ("+66812345678", "malee@example.org")
        assert delegate.language == ("en" if prefix else "th")

    def test_a_double_click_gives_the_same_answer_and_one_delegate(self, own_client, seat_address, typed):
        first, second = own_client.post(seat_address, typed), own_client.post(seat_address, typed)
        assert (first.status_code, first.url) == (second.status_code, second.url) == (302, seat_address)
        assert Delegate.objects.count() == 1

    @pytest.mark.parametrize(("prefix", "words"), [("", "ส่งชื่อ นายสมชาย ตัวอย่าง ไว้แล้ว"), ("/en", "is already entered")])
    def test_who_comes_second_is_told_who_is_entered_and_loses_nothing_typed(
        self, colleague, delegate, seat_address, typed, prefix, words
    ):
        response = signed_in(colleague).post(prefix + seat_address, typed)
        text = response.content.decode()
        assert response.status_code == 409
        assert words in text
        assert "สมหญิง ตัวอย่าง" in text
        assert "๐๘๑-๒๓๔-๕๖๗๘" in text
        assert Delegate.objects.get() == delegate

    @LANGUAGES
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("name", ""),
            ("name", "ก" * 10_000),
            ("name", "a\x00b"),
            ("title", "ก" * 41),
            ("position", ""),
            ("phone", "12"),
            ("phone", "ก" * 10_000),
            ("email", "no-address"),
            ("food", "ก" * 251),
        ],
    )
    def test_a_mistake_keeps_what_was_typed_and_writes_nothing(
        self, own_client, seat_address, typed, prefix, field, value
    ):
        response = own_client.post(prefix + seat_address, typed | {field: value})
        text = response.content.decode()
        assert response.status_code == 422
        assert "error-summary" in text
        assert typed["position" if field == "name" else "name"] in text
        assert not Delegate.objects.exists()

    def test_a_form_without_any_field_is_a_mistake_too(self, own_client, seat_address):
        assert own_client.post(seat_address).status_code == 422

    @pytest.mark.parametrize(
        ("prefix", "window", "words"),
        [
            ("", "closed", "ปิดรับรายชื่อแล้วเมื่อ"),
            ("/en", "closed", "Registration closed on"),
            ("", "soon", "จะเปิดรับรายชื่อ"),
            ("/en", "soon", "Registration opens on"),
        ],
    )
    def test_outside_the_window_there_is_no_form_but_a_reason(
        self, own_client, organization, typed, prefix, window, words
    ):
        EventFactory(slug="other", window=window)
        address = f"{prefix}/account/organizations/{organization.pk}/events/other/delegate/"
        shown, sent = own_client.get(address), own_client.post(address, typed)
        assert (shown.status_code, sent.status_code) == (200, 409)
        assert words in shown.content.decode()
        assert words in sent.content.decode()
        assert "มาลี ตัวอย่าง" in sent.content.decode()
        assert not Delegate.objects.exists()

    @pytest.mark.parametrize(("prefix", "words"), [("", "เฉพาะองค์กรในจังหวัด"), ("/en", "Only organizations in Krabi")])
    def test_another_province_is_refused_with_the_reason(self, own_client, organization, typed, prefix, words):
        EventFactory(slug="south", provinces=[ProvinceFactory(code="TH-81", name="กระบี่", name_en="Krabi")])
        address = f"{prefix}/account/organizations/{organization.pk}/events/south/delegate/"
        assert words in own_client.get(address).content.decode()
        response = own_client.post(address, typed)
        assert response.status_code == 403
        assert words in response.content.decode()

    @LANGUAGES
    def test_who_only_keeps_the_profile_sees_the_seat_but_cannot_send(self, keeper, seat_address, typed, prefix):
        client = signed_in(keeper)
        assert client.get(prefix + seat_address).status_code == 200
        assert client.post(prefix + seat_address, typed).status_code == 403
        assert not Delegate.objects.exists()

    @LANGUAGES
    def test_an_organization_that_is_not_listed_is_told_so(self, own_client, organization, seat_address, typed, prefix):
        RegisterEntry.objects.update(status="pending")
        response = own_client.post(prefix + seat_address, typed)
        assert response.status_code == 403
        assert organization.name in response.content.decode() or "not listed" in response.content.decode()


class TestStrangers:
    @LANGUAGES
    def test_a_visitor_is_asked_to_sign_in(self, client, seat_address, typed, prefix):
        for response in [client.get(prefix + seat_address), client.post(prefix + seat_address, typed)]:
            assert response.status_code == 302
            assert f"{prefix}/account/login/" in response.url

    @LANGUAGES
    def test_another_organization_is_not_found(self, outsider, delegate, seat_address, typed, prefix):
        client = signed_in(outsider)
        addresses = [seat_address, *[step_address(seat_address, delegate, step) for step in STEPS]]
        for address in addresses:
            assert client.get(prefix + address).status_code == 404
            assert client.post(prefix + address, typed).status_code == 404
        delegate.refresh_from_db()
        assert delegate.is_live

    def test_another_organizations_delegate_is_not_reached_through_ones_own(self, outsider, delegate, event, typed):
        own = outsider.representations.get().organization
        address = f"/account/organizations/{own.pk}/events/{event.slug}/delegate/{delegate.pk}"
        for step in STEPS:
            assert signed_in(outsider).post(f"{address}/{step}/", typed).status_code == 404

    @LANGUAGES
    @pytest.mark.parametrize("change", [{"live": False}, {"slug": "renamed"}])
    def test_a_draft_or_unknown_event_is_not_found(self, own_client, seat_address, typed, prefix, change):
        Event.objects.update(**change)
        assert own_client.get(prefix + seat_address).status_code == 404
        assert own_client.post(prefix + seat_address, typed).status_code == 404

    def test_an_ended_mandate_opens_nothing(self, own_client, rep, seat_address):
        rep.representations.update(status="ended")
        assert own_client.get(seat_address).status_code == 404

    @LANGUAGES
    def test_without_the_forms_token_nothing_is_taken(self, rep, delegate, seat_address, typed, prefix):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(rep)
        for address in [seat_address, *[step_address(seat_address, delegate, step) for step in STEPS]]:
            assert strict.post(prefix + address, typed).status_code == 403
        assert Delegate.objects.get().is_live

    @pytest.mark.parametrize("method", ["put", "delete", "patch"])
    def test_other_methods_are_refused(self, own_client, delegate, seat_address, method):
        for address in [seat_address, *[step_address(seat_address, delegate, step) for step in STEPS]]:
            assert getattr(own_client, method)(address).status_code == 405


class TestSeat:
    @pytest.mark.parametrize(
        ("prefix", "words"),
        [("", ["นายสมชาย ตัวอย่าง", "เปลี่ยนแปลงได้ถึง", "ฮาลาล"]), ("/en", ["Can be changed until", "081 234 5678"])],
    )
    def test_it_shows_who_goes_and_until_when_that_can_change(self, own_client, delegate, seat_address, prefix, words):
        text = own_client.get(prefix + seat_address).content.decode()
        assert not [word for word in words if word not in text]

    @LANGUAGES
    def test_without_an_e_mail_there_is_a_text_to_hand_on(self, own_client, delegate, seat_address, prefix):
        Delegate.objects.update(email="")
        text = own_client.get(prefix + seat_address).content.decode()
        assert re.search(r"<textarea[^>]*>[^<]*/events/delegate/\d+\.", text)
        assert "https://line.me/R/share?text=" in text

    def test_with_an_e_mail_there_is_none(self, own_client, delegate, seat_address):
        assert "<textarea" not in own_client.get(seat_address).content.decode()

    @LANGUAGES
    def test_the_history_says_who_was_named_before(self, own_client, rep, delegate, data, seat_address, prefix):
        swap_delegate(delegate, by=rep, data=data)
        text = own_client.get(prefix + seat_address).content.decode()
        assert text.index("มาลี ตัวอย่าง") < text.index('id="history"') < text.rindex("สมชาย ตัวอย่าง")

    def test_after_the_window_nothing_can_be_pressed(self, own_client, delegate, seat_address):
        Event.objects.update(closes_at=timezone.now())
        text = own_client.get(seat_address).content.decode()
        assert "สมชาย ตัวอย่าง" in text
        assert not [step for step in STEPS if f"/{step}/" in text]

    def test_it_is_not_kept_in_shared_caches(self, own_client, delegate, seat_address):
        assert "private" in own_client.get(seat_address)["Cache-Control"]

    @pytest.mark.parametrize("count", [1, 20])
    def test_a_long_history_asks_no_more(self, own_client, delegate, seat_address, count, django_assert_num_queries):
        closed = {"status": DelegateStatus.WITHDRAWN, "closed_at": timezone.now(), "closed_by": delegate.entered_by}
        DelegateFactory.create_batch(count, event=delegate.event, organization=delegate.organization, **closed)
        own_client.get(seat_address)
        with django_assert_num_queries(SEAT_QUERIES):
            own_client.get(seat_address)


class TestChanging:
    def test_a_correction_keeps_the_person(self, own_client, delegate, seat_address, typed):
        address = step_address(seat_address, delegate, "change")
        assert 'value="สมชาย ตัวอย่าง"' in own_client.get(address).content.decode()
        response = own_client.post(address, typed | {"name": delegate.name})
        assert (response.status_code, response.url) == (302, seat_address)
        delegate.refresh_from_db()
        assert (delegate.is_live, delegate.position) == (True, "ประธาน")

    def test_somebody_else_takes_the_seat(self, own_client, delegate, seat_address, typed):
        address = step_address(seat_address, delegate, "swap")
        assert delegate.name not in own_client.get(address).content.decode().split("<form")[-1]
        for _click in range(2):
            assert own_client.post(address, typed).status_code == 302
        delegate.refresh_from_db()
        assert delegate.status == DelegateStatus.REPLACED
        assert Delegate.objects.live().get().name == "มาลี ตัวอย่าง"

    def test_withdrawing_asks_first(self, own_client, delegate, seat_address):
        address = step_address(seat_address, delegate, "withdraw")
        assert own_client.get(address).status_code == 200
        delegate.refresh_from_db()
        assert delegate.is_live
        for _click in range(2):
            assert own_client.post(address, {"reason": "ป่วย"}).status_code == 302
        delegate.refresh_from_db()
        assert (delegate.status, delegate.reason) == (DelegateStatus.WITHDRAWN, "ป่วย")

    def test_after_a_withdrawal_somebody_can_be_named_again(self, own_client, rep, delegate, seat_address, typed):
        withdraw_delegate(delegate, by=rep)
        assert 'name="phone"' in own_client.get(seat_address).content.decode()
        assert own_client.post(seat_address, typed).status_code == 302
        assert Delegate.objects.live().get().name == "มาลี ตัวอย่าง"

    @LANGUAGES
    @pytest.mark.parametrize("step", STEPS)
    def test_after_the_window_each_is_refused_with_a_sentence(
        self, own_client, delegate, seat_address, typed, prefix, step
    ):
        Event.objects.update(closes_at=timezone.now())
        response = own_client.post(prefix + step_address(seat_address, delegate, step), typed)
        assert response.status_code == 409
        assert ("Registration closed on" if prefix else "ปิดรับรายชื่อแล้วเมื่อ") in response.content.decode()
        delegate.refresh_from_db()
        assert (delegate.is_live, delegate.name) == (True, "สมชาย ตัวอย่าง")

    @pytest.mark.parametrize("step", STEPS)
    def test_a_form_on_a_seat_given_up_meanwhile_leads_back(self, own_client, rep, delegate, data, seat_address, step):
        swap_delegate(delegate, by=rep, data=data)
        response = own_client.get(step_address(seat_address, delegate, step), follow=True)
        assert response.redirect_chain == [(seat_address, 302)]
        assert "ชื่อผู้แทนคนนี้ไม่อยู่แล้ว" in response.content.decode()

    @LANGUAGES
    def test_a_mistake_in_a_correction_keeps_what_was_typed(self, own_client, delegate, seat_address, typed, prefix):
        for step in ["change", "swap"]:
            address = prefix + step_address(seat_address, delegate, step)
            response = own_client.post(address, typed | {"phone": "12"})
            assert response.status_code == 422
            assert "มาลี ตัวอย่าง" in response.content.decode()
        response = own_client.post(prefix + step_address(seat_address, delegate, "withdraw"), {"reason": "ก" * 10_000})
        assert response.status_code == 422


class TestStart:
    @LANGUAGES
    def test_with_one_organization_nobody_is_asked(self, own_client, event, seat_address, prefix):
        response = own_client.get(f"{prefix}/account/events/{event.slug}/")
        assert (response.status_code, response.url) == (302, prefix + seat_address)

    @LANGUAGES
    def test_with_two_one_chooses(self, own_client, rep, event, seat_address, prefix):
        RepresentativeFactory(user=rep, organization=OrganizationFactory(name="มูลนิธิอื่น", name_en="Other foundation"))
        text = own_client.get(f"{prefix}/account/events/{event.slug}/").content.decode()
        assert seat_address in text
        assert ("Other foundation" if prefix else "มูลนิธิอื่น") in text

    @pytest.mark.parametrize(("prefix", "words"), [("", "ท่านยังไม่ได้เป็นตัวแทน"), ("/en", "You represent no organization")])
    def test_with_none_it_says_what_to_do(self, django_user_model, event, prefix, words):
        client = signed_in(django_user_model.objects.create_user("nobody@example.org"))
        assert words in client.get(f"{prefix}/account/events/{event.slug}/").content.decode()

    @LANGUAGES
    def test_a_visitor_signs_in_and_comes_back(self, client, event, prefix):
        response = client.get(f"{prefix}/account/events/{event.slug}/")
        assert response.status_code == 302
        assert f"next={prefix}/account/events/{event.slug}/" in response.url

    def test_it_is_only_read(self, own_client, event):
        assert own_client.post(f"/account/events/{event.slug}/").status_code == 405
