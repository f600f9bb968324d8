from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from events.actions import swap_delegate, withdraw_delegate
from events.enums import DelegateStatus
from events.models import Event
from events.tokens import delegate_of, object_token

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/en"])


@pytest.fixture
def address(delegate):
    return f"/events/delegate/{object_token(delegate)}/object/"


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", ["นายสมชาย ตัวอย่าง", "สมาคมตัวอย่าง", "สมหญิง ตัวอย่าง"]), ("/en", ["Sample association", "Sample assembly"])],
)
def test_reading_the_page_changes_nothing(client, delegate, address, prefix, words):
    response = client.get(prefix + address)
    assert response.status_code == 200
    assert not [word for word in words if word not in response.content.decode()]
    delegate.refresh_from_db()
    assert delegate.is_live


@LANGUAGES
def test_pressing_the_button_frees_the_seat(client, delegate, address, prefix, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(prefix + address, {"reason": "ไม่มีใครถาม"}, follow=True)
    assert response.redirect_chain == [(prefix + address, 302)]
    assert ("Your objection is recorded" if prefix else "บันทึกแล้วว่าท่านไม่ไป") in response.content.decode()
    delegate.refresh_from_db()
    assert (delegate.status, delegate.reason) == (DelegateStatus.OBJECTED, "ไม่มีใครถาม")
    assert len(mail.outbox) == 1


def test_pressing_twice_is_pressing_once(client, address, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address).status_code == 200
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("prefix", "words"), [("", "ลิงก์นี้ใช้ไม่ได้"), ("/en", "This link does not work")])
@pytest.mark.parametrize("token", ["1.forged", "x", "๑.x", "99999999999999999999.x", "1", ".", "1..2", "%00"])
def test_a_forged_link_gets_a_clear_sentence(client, delegate, prefix, words, token):
    for response in [
        client.get(f"{prefix}/events/delegate/{token}/object/"),
        client.post(f"{prefix}/events/delegate/{token}/object/"),
    ]:
        assert response.status_code == 404
        assert words in response.content.decode()


def test_a_link_for_somebody_else_does_not_open_with_another_number(client, delegate):
    signature = object_token(delegate).partition(".")[2]
    assert client.get(f"/events/delegate/{delegate.pk + 1}.{signature}/object/").status_code == 404


def test_after_a_correction_of_the_address_the_old_link_is_void(client, delegate, address):
    delegate.email = "right@example.org"
    delegate.save()
    assert client.get(address).status_code == 404
    assert delegate_of(object_token(delegate)) == delegate


@pytest.mark.parametrize(("prefix", "words"), [("", "ชื่อของท่านไม่อยู่ในรายชื่อแล้ว"), ("/en", "You are not entered any more")])
class TestGone:
    def test_when_the_event_is_over(self, client, delegate, address, prefix, words):
        day = timezone.localdate() - timedelta(days=1)
        Event.objects.update(starts_on=day, ends_on=day)
        self.refused(client, prefix + address, words)
        delegate.refresh_from_db()
        assert delegate.is_live

    def test_when_the_name_was_withdrawn(self, client, rep, delegate, address, prefix, words):
        withdraw_delegate(delegate, by=rep)
        self.refused(client, prefix + address, words)

    def test_when_somebody_else_goes(self, client, rep, delegate, data, address, prefix, words):
        swap_delegate(delegate, by=rep, data=data)
        self.refused(client, prefix + address, words)

    def refused(self, client, address, words):
        for response in [client.get(address), client.post(address)]:
            assert response.status_code == 410
            assert words in response.content.decode()


@LANGUAGES
def test_a_reason_of_ten_thousand_letters_is_a_mistake(client, delegate, address, prefix):
    assert client.post(prefix + address, {"reason": "ก" * 10_000}).status_code == 422
    delegate.refresh_from_db()
    assert delegate.is_live


def test_without_the_forms_token_nothing_is_recorded(delegate, address):
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403
    delegate.refresh_from_db()
    assert delegate.is_live


def test_other_methods_are_refused(client, address):
    assert client.put(address).status_code == 405


def test_search_engines_and_caches_keep_away(client, address):
    response = client.get(address)
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
