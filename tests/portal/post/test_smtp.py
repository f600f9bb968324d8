"""Through a real mail server on loopback: taken, put off and taken later, or away altogether."""

import pytest
from django.utils import timezone

from portal.enums import MailStatus
from portal.mail import Recipient, send_letter
from portal.mail.delivery import deliver_waiting
from portal.models import OutgoingMail
from tests.portal.post.mail_server import MailServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def server(settings):
    with MailServer() as server:
        options = {"host": "127.0.0.1", "port": server.server_address[1], "timeout": 5}
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
        yield server


@pytest.fixture
def sent(context, django_capture_on_commit_callbacks):
    def send() -> OutgoingMail:
        with django_capture_on_commit_callbacks(execute=True):
            row = send_letter("tests.sample", to=Recipient("a@example.org", "ป้าญู ปั๊ม"), context=context)
        row.refresh_from_db()
        return row

    return send


def test_thai_arrives_intact_as_text_and_html(server, sent):
    row = sent()
    (message,) = server.mails
    assert row.status == MailStatus.SENT
    assert message["Subject"] == "ใบสมัครของ สมาคมตัวอย่าง มาถึงแล้ว"
    assert message["To"] == "a@example.org"
    assert message["Message-ID"] == f"<{row.number.hex}@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    for kind, written in (("plain", row.text), ("html", row.html)):
        assert message.get_body((kind,)).get_content().replace("\r\n", "\n").strip() == written.strip()
    assert "เรียน ป้าญู ปั๊ม" in row.text


def test_refused_once_it_is_taken_at_the_next_try_under_the_same_number(server, sent):
    server.refusals = 1
    row = sent()
    assert (row.status, row.attempts, server.mails) == (MailStatus.WAITING, 1, [])
    assert row.last_error.startswith("SMTPRecipientsRefused: ")
    assert "451" in row.last_error
    assert deliver_waiting() == (0, 0)
    OutgoingMail.objects.update(next_try_at=timezone.now())
    assert deliver_waiting() == (1, 0)
    row.refresh_from_db()
    assert (row.status, row.attempts, row.last_error) == (MailStatus.SENT, 2, "")
    assert [message["Message-ID"] for message in server.mails] == [f"<{row.number.hex}@example.org>"]


def test_with_the_server_down_the_mail_waits_in_sight(server, sent):
    server.shutdown()
    server.server_close()
    row = sent()
    assert (row.status, row.attempts) == (MailStatus.WAITING, 1)
    assert row.last_error.startswith("ConnectionRefusedError: ")
    assert row.next_try_at > timezone.now()
