"""Tried again until it is out or has visibly failed; never twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from portal.enums import MailStatus
from portal.mail import Attachment, Recipient, send_letter
from portal.mail.delivery import PAUSES, deliver, deliver_waiting, forget_old_texts
from portal.models import MailAttachment, OutgoingMail, PostRules

pytestmark = pytest.mark.django_db
WORKERS = 8


@pytest.fixture
def waiting(context):
    """A mail in the outbox whose task has not run."""
    return send_letter("tests.sample", to=Recipient("a@example.org"), context=context)


@pytest.fixture
def broken(settings):
    """A mail server nobody answers at, with a password."""
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 9, "username": "u", "password": "hunter2", "timeout": 1},
        }
    }


def due_now(row):
    OutgoingMail.objects.filter(pk=row.pk).update(next_try_at=timezone.now())


def test_what_was_sent_is_not_sent_again(waiting):
    assert deliver.call(waiting.pk)
    assert not deliver.call(waiting.pk)
    assert deliver_waiting() == (0, 0)
    assert len(mail.outbox) == 1


def test_each_failure_waits_longer_and_the_last_one_stays(waiting, broken):
    for pause in PAUSES:
        before = timezone.now()
        assert not deliver.call(waiting.pk)
        waiting.refresh_from_db()
        assert waiting.status == MailStatus.WAITING
        assert before + pause <= waiting.next_try_at <= timezone.now() + pause
        assert not deliver.call(waiting.pk)
        due_now(waiting)
    assert deliver_waiting() == (0, 1)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.attempts) == (MailStatus.FAILED, len(PAUSES) + 1)
    assert waiting.last_error.startswith("ConnectionRefusedError: ")
    due_now(waiting)
    assert deliver_waiting() == (0, 0)


def test_the_mail_servers_password_is_not_in_the_error(waiting, broken, monkeypatch):
    def refuse(self):
        raise OSError("refused u with hunter2")

    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.open", refuse)
    deliver.call(waiting.pk)
    waiting.refresh_from_db()
    assert "hunter2" not in waiting.last_error


def test_a_worker_that_died_is_noticed_after_half_an_hour(waiting):
    OutgoingMail.objects.update(status=MailStatus.SENDING, attempts=1, claimed_at=timezone.now())
    assert deliver_waiting() == (0, 0)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(minutes=31))
    deliver_waiting()
    waiting.refresh_from_db()
    assert (waiting.status, waiting.last_error[:11]) == (MailStatus.WAITING, "Interrupted")
    due_now(waiting)
    assert deliver_waiting() == (1, 0)


def test_texts_and_files_are_forgotten_and_the_line_stays(context, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        files = [Attachment("a.txt", b"a", "text/plain")]
        row = send_letter("tests.sample", to=Recipient("a@example.org"), context=context, attachments=files)
    days = PostRules.load().keep_text_days
    assert forget_old_texts(now=timezone.now() + timedelta(days=days - 1)) == 0
    assert forget_old_texts(now=timezone.now() + timedelta(days=days + 1)) == 1
    assert forget_old_texts(now=timezone.now() + timedelta(days=days + 1)) == 0
    row.refresh_from_db()
    assert (row.text, row.html, row.status, row.email) == ("", "", MailStatus.SENT, "a@example.org")
    assert not MailAttachment.objects.exists()


def test_a_mail_that_waits_is_not_forgotten(waiting):
    assert forget_old_texts(now=timezone.now() + timedelta(days=999)) == 0


def test_the_command_sends_and_says_so(waiting, capsys):
    for said in ("1 sent, 0 not sent", "0 sent, 0 not sent"):
        call_command("send_waiting_mail")
        assert said in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_it_once(context):
    row = send_letter("tests.sample", to=Recipient("a@example.org"), context=context)
    OutgoingMail.objects.update(status=MailStatus.WAITING, attempts=0, next_try_at=timezone.now())
    mail.outbox.clear()
    start = Barrier(WORKERS)

    def work(_number) -> bool:
        start.wait()
        try:
            return deliver.call(row.pk)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as threads:
        assert sum(threads.map(work, range(WORKERS))) == 1
    assert len(mail.outbox) == 1
