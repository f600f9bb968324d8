"""Whether somebody has an account is told neither by an answer nor by the work it takes.

The work is counted, not timed: queries, password hashes, mails and messages.
"""

import re
from dataclasses import dataclass

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.models import User
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
# Both of a length, so that pages that repeat them are of a length too.
KNOWN, UNKNOWN = (
    {"email": "known@example.org", "phone": "0812345678"},
    {"email": "other@example.org", "phone": "0812345679"},
)
KINDS = ["email", "phone"]
# A stranger costs one question more or less: known addresses are found at the first place where they are looked for.
NEAR = 3


@dataclass
class Answer:
    status: int
    address: str
    page: str


@dataclass
class Work:
    queries: int
    hashes: int
    sent: int


@pytest.fixture
def hashes(monkeypatch):
    """Counts what the password hasher is asked to do."""
    calls = []
    hasher = hashers.get_hasher("default").__class__
    for name in ("encode", "verify"):
        real = getattr(hasher, name)
        monkeypatch.setattr(hasher, name, lambda *args, real=real: (calls.append(1), real(*args))[1])
    return calls


@pytest.fixture(autouse=True)
def member(db):
    user = UserFactory(email=KNOWN["email"], sign_in_phone="+66812345678", sign_in_phone_verified=True)
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def tried(mailoutbox, phones, hashes):
    """Sends forms one after the other as a new visitor; gives every answer and the work."""

    def run(contact: str, *forms: tuple[str, dict]) -> tuple[list[Answer], Work]:
        client, before = Client(), (len(mailoutbox) + len(phones), len(hashes))
        answers = []
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for address, data in forms:
                filled = {name: contact if value == "CONTACT" else value for name, value in data.items()}
                answers.append(plain(client.post(address, filled), contact))
        answers += [plain(client.get(answer.address), contact) for answer in answers if answer.address]
        sent = len(mailoutbox) + len(phones) - before[0]
        return answers, Work(len(queries), len(hashes) - before[1], sent)

    return run


def plain(response, contact: str) -> Answer:
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.text)
    shown = f"{contact[:3]} {contact[3:6]} {contact[6:]}"
    return Answer(response.status_code, response.get("Location", ""), page.replace(contact, "X").replace(shown, "X"))


CODE = ("/account/login/code/", {"login": "CONTACT"})
WAYS = {
    "code": [CODE],
    "code, wrong": [CODE, ("/account/login/code/confirm/", {"code": "no"})],
    "code, once more": [CODE, ("/account/login/code/confirm/", {"action": "resend"})],
    "password": [("/account/login/", {"login": "CONTACT", "password": "not the password"})],
    "account": [("/account/signup/", {"login": "CONTACT"})],
}
CASES = [pytest.param(kind, forms, id=f"{name} {kind}") for name, forms in WAYS.items() for kind in KINDS]
CASES.append(pytest.param("email", [("/account/password/reset/", {"email": "CONTACT"})], id="reset email"))
again = {"email": "/account/confirm-email/", "phone": "/account/phone/verify/"}


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["thai", "english"])
@pytest.mark.parametrize(("kind", "forms"), CASES)
def test_the_answers_are_the_same_to_the_byte_and_the_work_is_comparable(tried, kind, forms, prefix):
    forms = [(prefix + address, data) for address, data in forms]
    (known, known_work), (unknown, unknown_work) = tried(KNOWN[kind], *forms), tried(UNKNOWN[kind], *forms)
    assert known == unknown
    assert (known_work.hashes, known_work.sent) == (unknown_work.hashes, unknown_work.sent)
    assert abs(known_work.queries - unknown_work.queries) <= NEAR, (known_work, unknown_work)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_code_at_sign_up_is_sent_to_both(tried, kind, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "confirm_email": None}
    forms = [("/account/signup/", {"login": "CONTACT"}), (again[kind], {"action": "resend"})]
    (known, known_work), (unknown, unknown_work) = tried(KNOWN[kind], *forms), tried(UNKNOWN[kind], *forms)
    assert known == unknown
    assert known_work.sent == unknown_work.sent == 2


def test_a_password_is_hashed_once_for_everybody(tried):
    for contact in (KNOWN["email"], UNKNOWN["email"], KNOWN["phone"], UNKNOWN["phone"]):
        assert tried(contact, *WAYS["password"])[1].hashes == 1


def test_the_make_believe_leaves_nobody_behind(tried):
    before = User.objects.count(), EmailAddress.objects.count()
    for contact in KNOWN.values():
        tried(contact, *WAYS["account"])
    assert (User.objects.count(), EmailAddress.objects.count()) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_limit_is_met_alike(tried, kind):
    known, unknown = ([tried(who[kind], CODE)[0] for _ in range(4)] for who in (KNOWN, UNKNOWN))
    assert known == unknown
    assert known[0] != known[3]
