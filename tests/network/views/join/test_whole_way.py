"""From the start button to the tracking page: which screens, how many, and what is kept."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, pgettext

from network.enums import ApplicationKind, ApplicationStatus, DocumentKind, LegalForm
from network.models import Issue, MembershipApplication, PrivacyNotice
from network.reference import load_first_issues
from tests.factories.membership import CoordinatorFactory, SubdistrictFactory

pytestmark = pytest.mark.usefixtures("ready")
MOST_SCREENS = 7
FIVE_ITEMS = [
    {"name": "ตัวอย่าง กลุ่มรักษ์แม่น้ำเพชร"},
    {
        "province": "TH-76",
        "district": "7601",
        "subdistrict": "760107",
        "village_number": "๔",
        "address_line": "เลขที่ 89",
    },
    {"leader_name": "ตัวอย่าง คนนำ"},
    {"current_work": "ดูแลแม่น้ำกับเยาวชน"},
    {"phone": "๐๘๑ ๒๓๔ ๕๖๗๘"},
]
SENDING = {"accepted_by": "ตัวอย่าง ผู้ยอมรับ", "accepts": "on"}


def words_of(label):
    return pgettext("question", label) if label == "Next" else gettext(label)


class Person:
    """Someone who types into the form of the screen in front of them, and counts the screens."""

    def __init__(self, client, start):
        self.client, self.screens = client, []
        self.see(client.get(start, follow=True))

    def see(self, response):
        assert response.status_code == 200
        self.path = response.request["PATH_INFO"]
        self.screens.append(self.path)
        self.soup = BeautifulSoup(response.text, "html5lib")

    def answer(self, **typed):
        form = next(form for form in self.soup.select("main form.form"))
        hidden = {tag["name"]: tag.get("value", "") for tag in form.select("input[type=hidden]")}
        self.see(self.client.post(self.path, {**hidden, **typed}, follow=True))

    def press(self, words):
        link = next(link for link in self.soup.select("main a.button") if link.text.strip() == words_of(words))
        self.see(self.client.get(link["href"], follow=True))


@pytest.fixture
def coordinator(ready):
    SubdistrictFactory()
    return CoordinatorFactory()


def test_five_items_take_no_more_than_seven_screens(joining, coordinator):
    person = Person(joining, "/join/new/provincial/")
    for typed in [*FIVE_ITEMS, SENDING]:
        person.answer(**typed)
    assert person.path.startswith("/join/track/")
    assert len(person.screens) <= MOST_SCREENS
    application = MembershipApplication.objects.get()
    assert (application.status, application.is_handed_up) == (ApplicationStatus.SUBMITTED, False)
    assert (application.phone, application.postal_code, application.village_number) == ("+66812345678", "76000", "4")
    assert (application.accepted_by, application.notice) == ("ตัวอย่าง ผู้ยอมรับ", PrivacyNotice.objects.current())


def test_it_goes_on_from_another_device(joining, client_class, person, coordinator):
    first = Person(joining, "/join/new/provincial/")
    for typed in FIVE_ITEMS[:2]:
        first.answer(**typed)
    other = client_class()
    other.force_login(person)
    second = Person(other, "/account/")
    second.press("Continue writing")
    second.press("Go on writing")
    for typed in [*FIVE_ITEMS[2:], SENDING]:
        second.answer(**typed)
    assert MembershipApplication.objects.get().status == ApplicationStatus.SUBMITTED


@pytest.fixture
def client_class(client):
    return type(client)


def test_members_answer_twelve_questions_and_show_a_document(joining, coordinator):
    load_first_issues()
    person = Person(joining, "/join/new/national/")
    members = [
        {"legal_form": LegalForm.ASSOCIATION},
        {"registration_number": "ก. 12/2561", "registered_on": "๑๕/๘/๒๕๖๑"},
        {"year_started": "๒๕๓๒"},
        {"issues": [Issue.objects.first().pk]},
        {"target_groups": "เยาวชน", "area": "ทั้งจังหวัด"},
        {"first_activity": "ปลูกป่า", "second_activity": "เก็บขยะ"},
    ]
    for typed in [*FIVE_ITEMS, *members]:
        person.answer(**typed)
    assert person.path.endswith("/documents/")
    person.answer(kind=DocumentKind.REGISTRATION, file=SimpleUploadedFile("ทะเบียน.pdf", b"%PDF-1.4"))
    person.press("Next")
    person.answer(**SENDING)
    assert person.path.startswith("/join/track/")
    application = MembershipApplication.objects.get()
    assert (application.kind, application.status) == (ApplicationKind.NATIONAL, ApplicationStatus.SUBMITTED)
    assert application.registered_on.isoformat() == "2018-08-15"
    assert application.documents.get().name == "ทะเบียน.pdf"
