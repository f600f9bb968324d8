import re

import pytest
from django.core import mail
from django.utils import translation

from events.actions import change_delegate, enter_delegate, object_to_entry, swap_delegate, withdraw_delegate
from events.mail import line_message
from events.models import Delegate
from portal.models import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs an action and what follows its commit; the mails that went out, by their first addressee."""

    def run(action, *args, **kwargs) -> dict:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action(*args, **kwargs)
        return {message.to[0]: message for message in mail.outbox}

    return run


@pytest.fixture(autouse=True)
def council(db):
    identity = Identity.load()
    identity.phone, identity.email = "02 000 0000", "council@example.org"
    identity.save()


def html(message) -> str:
    [(content, kind)] = message.alternatives
    assert kind == "text/html"
    return content


class TestEntered:
    def test_the_delegate_learns_who_entered_them_for_what_and_how_to_object(
        self, event, organization, rep, data, committed
    ):
        with translation.override("th"):
            message = committed(enter_delegate, event, organization, by=rep, data=data)["malee@example.org"]
        delegate = Delegate.objects.get()
        assert message.subject == "สมาคมตัวอย่าง ส่งชื่อท่านเข้าร่วม สมัชชาตัวอย่าง"
        for body in [message.body, html(message)]:
            told = ["สมหญิง ตัวอย่าง", "สมาคมตัวอย่าง", event.when, "02 000 0000"]
            assert not [words for words in told if words not in body]
            assert re.search(rf"https?://[^/]+/events/delegate/{delegate.pk}\.[\w-]+/object/", body)

    def test_who_was_entered_in_english_reads_english(self, event, organization, rep, data, committed):
        with translation.override("en"):
            message = committed(enter_delegate, event, organization, by=rep, data=data)["malee@example.org"]
            days = event.when
        assert message.subject == "Sample association has entered you for Sample assembly"
        assert days in message.body
        assert "/en/events/delegate/" in message.body

    def test_each_representative_reads_it_in_the_own_language(
        self, event, organization, rep, colleague, data, committed
    ):
        mails = committed(enter_delegate, event, organization, by=rep, data=data)
        assert set(mails) == {"malee@example.org", rep.email, colleague.email}
        assert mails[rep.email].subject.startswith("ส่งชื่อ นางมาลี ตัวอย่าง")
        assert mails[colleague.email].subject == "นางมาลี ตัวอย่าง is entered for Sample assembly"
        assert f"/en/account/organizations/{organization.pk}/" in mails[colleague.email].body

    def test_without_an_address_only_the_representatives_are_told(self, event, organization, rep, data, committed):
        mails = committed(enter_delegate, event, organization, by=rep, data=data | {"email": ""})
        assert set(mails) == {rep.email}
        assert "เราไม่มีอีเมลของผู้แทน" in mails[rep.email].body

    def test_who_enters_themselves_gets_one_mail(self, event, organization, rep, data, committed):
        mails = committed(enter_delegate, event, organization, by=rep, data=data | {"email": rep.email})
        assert [message.subject[:7] for message in mails.values()] == ["ส่งชื่อ"]
        assert len(mail.outbox) == 1

    def test_a_double_click_mails_once(self, event, organization, rep, data, committed):
        committed(enter_delegate, event, organization, by=rep, data=data)
        assert committed(enter_delegate, event, organization, by=rep, data=data) == {}

    def test_needs_and_phone_are_not_mailed_about(self, event, organization, rep, data, committed):
        for message in committed(enter_delegate, event, organization, by=rep, data=data).values():
            assert "มังสวิรัติ" not in message.body + html(message)
            assert "812345678" not in message.body + html(message)

    def test_what_people_type_is_text_not_markup(self, event, organization, rep, data, committed):
        mails = committed(enter_delegate, event, organization, by=rep, data=data | {"name": "<b>A & B</b>"})
        message = mails["malee@example.org"]
        assert "<b>A & B</b>" in message.body
        assert "<b>A" not in html(message)

    def test_a_line_break_in_a_title_cannot_add_a_header(self, event, organization, rep, data, committed):
        type(event).objects.update(title="ก\nBcc: x@example.org")
        mails = committed(enter_delegate, event, organization, by=rep, data=data)
        assert "\n" not in mails[rep.email].subject
        assert mails[rep.email].bcc == []


class TestLater:
    def test_a_corrected_address_is_told_and_a_corrected_phone_is_not(self, delegate, rep, data, committed):
        known = {name: getattr(delegate, name) for name in data}
        assert committed(change_delegate, delegate, by=rep, data=known | {"phone": "+66898765432"}) == {}
        mails = committed(change_delegate, delegate, by=rep, data=known | {"email": "right@example.org"})
        assert set(mails) == {"right@example.org"}

    def test_a_swap_tells_both_and_the_organization(self, delegate, rep, data, committed):
        mails = committed(swap_delegate, delegate, by=rep, data=data)
        assert set(mails) == {delegate.email, "malee@example.org", rep.email}
        assert mails[delegate.email].subject == "ถอนชื่อท่านจาก สมัชชาตัวอย่าง แล้ว"

    def test_a_withdrawal_tells_the_delegate_and_the_organization_why(self, delegate, rep, committed):
        mails = committed(withdraw_delegate, delegate, by=rep, reason="ป่วย")
        assert set(mails) == {delegate.email, rep.email}
        assert all("ป่วย" in message.body for message in mails.values())
        assert committed(withdraw_delegate, delegate, by=rep) == {}

    def test_an_objection_tells_the_organization_and_the_secretariat(self, delegate, rep, colleague, committed):
        mails = committed(object_to_entry, delegate, reason="ไม่มีใครถาม")
        assert set(mails) == {rep.email, colleague.email, "council@example.org"}
        assert mails["council@example.org"].subject == "นายสมชาย ตัวอย่าง ไม่ไป สมัชชาตัวอย่าง"
        assert "is not going to" in mails[colleague.email].subject
        assert all("ไม่มีใครถาม" in message.body for message in mails.values())
        assert committed(object_to_entry, delegate) == {}


@pytest.mark.parametrize(("language", "words"), [("th", "ไม่ได้ไป? ถอนชื่อ"), ("en", "Not going? Take your name back")])
def test_the_text_for_line_says_the_same_with_the_link(delegate, language, words):
    delegate.language = language
    with translation.override(language):
        text = line_message(delegate)
    assert words in text
    assert f"/events/delegate/{delegate.pk}." in text


def test_a_mail_server_that_is_down_undoes_nothing(
    settings, event, organization, rep, data, django_capture_on_commit_callbacks
):
    # Port 9 discards: nothing answers there.
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": 9, "timeout": 1}}}
    with django_capture_on_commit_callbacks(execute=True):
        enter_delegate(event, organization, by=rep, data=data)
    assert Delegate.objects.live().exists()
    assert mail.outbox == []
