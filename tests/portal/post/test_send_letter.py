"""A mail is written with what it reports, and goes out after the commit."""

import re

import pytest
from django.core import mail
from django.db import transaction
from django.utils.translation import get_language

from portal.enums import MailStatus
from portal.mail import Attachment, Contact, Recipient, send_letter
from portal.models import LetterText, OutgoingMail
from tests.factories.portal import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def sent(django_capture_on_commit_callbacks, context):
    """Writes a letter, commits, and gives the message that went out and its row."""

    def send(to, context=context, **more):
        with django_capture_on_commit_callbacks(execute=True):
            row = send_letter("tests.sample", to=to, context=context, **more)
            assert mail.outbox == []
        row.refresh_from_db()
        return (mail.outbox[0] if mail.outbox else None), row

    return send


def test_it_goes_out_after_the_commit_as_text_and_html(sent, person):
    message, row = sent(person)
    html = message.alternatives[0].content
    assert message.to == [person.email]
    assert message.subject == "ใบสมัครของ สมาคมตัวอย่าง มาถึงแล้ว"
    assert (row.status, row.attempts, row.text, row.html) == (MailStatus.SENT, 1, message.body, html)
    assert 'lang="th"' in html
    for body in (message.body, html):
        told = [f"เรียน {person}", "https://portal.example/case/7/", "because สมาคมตัวอย่าง applied", "02 000 0000"]
        assert not [words for words in told if words not in body]
        assert "เหตุผล" not in body
        assert "{" not in body.partition("</style>")[2] if "</style>" in body else "{" not in body


def test_it_speaks_the_readers_language_and_asks_the_context_in_it(sent):
    reader = UserFactory(language="en", title="", name="Somchai Sample")
    message, row = sent(reader, lambda: {"organization": get_language(), "reason": None, "case_link": ""})
    assert message.subject == "The application of en is here"
    assert "Dear Somchai Sample," in message.body
    assert "Something wrong, or a question? Call 02 000 0000." in message.body
    assert row.language == "en"
    assert get_language() == "th"


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact("ศูนย์เพชรบุรี", "032 000 000"), "Call ศูนย์เพชรบุรี, 032 000 000."),
        (lambda: Contact(get_language(), email="c@example.org"), "Write to en, c@example.org."),
        (lambda: None, "Call 02 000 0000."),
    ],
)
def test_it_says_whom_to_call(sent, contact, words):
    message, _row = sent(Recipient("a@example.org", language="en"), contact=contact)
    assert words in message.body
    assert words in re.sub(r"<[^>]+>", "", message.alternatives[0].content)


@pytest.mark.parametrize(
    ("language", "known", "words"),
    [
        ("en", {"phone": ""}, "Something wrong, or a question? Write to council@example.org."),
        ("th", {"phone": ""}, "โปรดเขียนถึง council@example.org"),
        ("en", {"email": ""}, "Something wrong, or a question? Call 02 000 0000."),
    ],
)
def test_a_council_with_one_way_to_reach_it_names_that_one(sent, council, language, known, words):
    for name, value in known.items():
        setattr(council, name, value)
    council.save()
    message, _row = sent(Recipient("a@example.org", language=language))
    for text in (message.body, re.sub(r"<[^>]+>", "", message.alternatives[0].content)):
        assert words in text
        assert "Or write" not in text


def test_what_people_type_is_text_not_markup_and_adds_no_header(sent, context):
    message, _row = sent(
        Recipient("a@example.org", "<i>x</i>"), context | {"organization": "<b>A & B</b>\nBcc: x@example.org"}
    )
    assert "<b>A & B</b>" in message.body
    assert "<b>A" not in message.alternatives[0].content
    assert "<i>" not in message.alternatives[0].content
    assert "\n" not in message.subject
    assert message.bcc == []


def test_who_has_no_address_is_written_down_with_the_phone(sent):
    message, row = sent(UserFactory(email=None, phone="081 234 5678"))
    assert message is None
    assert (row.status, row.phone, row.attempts) == (MailStatus.NO_ADDRESS, "081 234 5678", 0)
    assert row.text


def test_the_phone_of_who_has_an_address_is_not_kept(sent):
    _message, row = sent(Recipient("a@example.org", phone="081 234 5678"))
    assert row.phone == ""


def test_files_and_answers_go_with_it(sent, person):
    message, row = sent(
        person, attachments=[Attachment("ใบเสร็จ.pdf", b"%PDF", "application/pdf")], reply_to="c@example.org"
    )
    assert [tuple(part) for part in message.attachments] == [("ใบเสร็จ.pdf", b"%PDF", "application/pdf")]
    assert message.reply_to == ["c@example.org"]
    assert row.attachments.count() == 1


def test_the_councils_own_words_win_field_by_field(sent, person):
    LetterText.objects.create(kind="tests.sample", subject_th="ถึง {recipient}")
    message, _row = sent(person)
    assert message.subject == f"ถึง {person}"
    assert "ได้รับใบสมัคร" in message.body


@pytest.mark.parametrize("wrong", [{"organization": "x"}, {"more": "x"}])
def test_a_context_that_does_not_fit_is_a_mistake_of_the_caller(person, wrong, context):
    given = wrong if "organization" in wrong else context | wrong
    with pytest.raises(ValueError, match="needs"):
        send_letter("tests.sample", to=person, context=given)
    assert not OutgoingMail.objects.exists()


def test_an_undone_decision_leaves_no_mail(person, context, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        send_letter("tests.sample", to=person, context=context)
        transaction.set_rollback(True)
    assert mail.outbox == []
    assert not OutgoingMail.objects.exists()
