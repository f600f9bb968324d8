"""/join/<token>/documents/: one file after the other."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from PIL import Image

from network.actions import submit_application
from network.enums import ApplicationKind, DocumentKind, LegalForm
from network.forms.documents import MOST_DOCUMENTS
from network.models import ApplicationDocument
from tests.factories.membership import ApplicationDocumentFactory, ApplicationFactory, CoordinatorFactory
from tests.factories.network import IssueFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.usefixtures("ready")
D = DocumentKind
QUERIES = 11  # with the shell and the session


@pytest.fixture
def draft(person):
    return ApplicationFactory(applicant=person, national=True, issues=[IssueFactory()])


def address(application, language="th"):
    with override(language):
        return reverse("network_join:documents", args=[application.token])


def removal(document):
    return reverse("network_join:document_remove", args=[document.application.token, document.pk])


def summary(application):
    return reverse("network_join:summary", args=[application.token])


def pdf(name="ทะเบียน.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 sample", content_type="application/pdf")


def photo():
    file = io.BytesIO()
    Image.new("RGB", (800, 600), "white").save(file, "JPEG")
    return SimpleUploadedFile("IMG_1.jpg", file.getvalue(), content_type="image/jpeg")


@pytest.mark.parametrize("language", ["th", "en"])
def test_nobody_is_to_send_an_id_card(joining, draft, language):
    page = joining.get(address(draft, language))
    with override(language):
        assert gettext("Please never send a copy of anybody’s ID card.") in page.text
        assert gettext("A photo or a copy of the certificate of registration is enough.") in page.text
    assert 'enctype="multipart/form-data"' in page.text


def test_a_group_is_asked_for_a_letter(joining, draft):
    draft.legal_form = LegalForm.CLUB_GROUP
    draft.save()
    page = joining.get(address(draft))
    assert page.context["form"].initial["kind"] == D.EXISTENCE
    assert page.context["needs_letter"]


def test_without_a_legal_form_the_way_leads_there(joining, draft):
    draft.legal_form = ""
    draft.save()
    where = reverse("network_join:question", args=[draft.token, "legal-form"])
    assert f'href="{where}"' in joining.get(address(draft)).text


@pytest.mark.parametrize(("file", "suffix"), [(pdf, ".pdf"), (photo, ".jpg")])
def test_a_file_or_a_photo_is_kept_and_opens_the_way_on(
    joining, draft, file, suffix, django_capture_on_commit_callbacks
):
    page = joining.post(address(draft), {"kind": D.REGISTRATION, "file": file()}, follow=True)
    assert gettext("The file is kept. Add another one, or go on.") in page.text
    assert f'href="{summary(draft)}"' in page.text
    document = draft.documents.get()
    assert (document.kind, document.file.name.endswith(suffix)) == (D.REGISTRATION, True)
    assert document.name in page.text


@pytest.mark.parametrize(
    "typed",
    [
        {"kind": D.REGISTRATION},
        {"file": "pdf"},
        {"kind": "id_card", "file": "pdf"},
        {"kind": D.EXISTENCE, "file": "pdf"},
        {"kind": D.REGISTRATION, "file": "text"},
        {"kind": D.REGISTRATION, "file": "empty"},
    ],
)
def test_what_is_no_document_is_told(joining, draft, typed):
    files = {"pdf": pdf(), "text": SimpleUploadedFile("a.exe", b"MZ" * 50), "empty": SimpleUploadedFile("a.pdf", b"")}
    response = joining.post(address(draft), {**typed, **({"file": files[typed["file"]]} if "file" in typed else {})})
    assert response.status_code == 422
    assert gettext("Please check these points") in response.text
    assert not draft.documents.exists()


def test_ten_are_enough(joining, draft):
    for _ in range(MOST_DOCUMENTS):
        ApplicationDocumentFactory(application=draft)
    assert joining.post(address(draft), {"kind": D.OTHER, "file": pdf()}).status_code == 422
    assert draft.documents.count() == MOST_DOCUMENTS


def test_a_file_is_taken_out_again_and_twice_is_harmless(joining, draft, django_capture_on_commit_callbacks):
    document = ApplicationDocumentFactory(application=draft)
    for _click in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            response = joining.post(removal(document) + "?then=summary")
        assert response.headers["Location"] == address(draft) + "?then=summary"
    assert not draft.documents.exists()
    assert not document.file.storage.exists(document.file.name)


def test_the_scan_of_a_paper_form_stays(joining, draft):
    scan = ApplicationDocumentFactory(application=draft, is_paper_form=True)
    assert removal(scan) not in joining.get(address(draft)).text
    joining.post(removal(scan))
    assert draft.documents.exists()


def test_a_file_of_another_application_stays(joining, draft):
    other = ApplicationDocumentFactory()
    joining.post(reverse("network_join:document_remove", args=[draft.token, other.pk]))
    assert ApplicationDocument.objects.filter(pk=other.pk).exists()


def test_sent_on_another_device_leads_to_the_tracking_page(joining, draft):
    document = ApplicationDocumentFactory(application=draft)
    submit_application(draft, by=draft.applicant, accepted_by="ก", notice=None)
    track = reverse("network_cases:track", args=[draft.token])
    assert joining.get(address(draft)).headers["Location"] == track
    assert joining.post(address(draft), {"kind": D.OTHER, "file": pdf()}).headers["Location"] == track
    assert joining.post(removal(document)).headers["Location"] == track
    assert draft.documents.count() == 1


def test_a_registration_with_the_province_has_no_documents_to_add(joining, person):
    provincial = ApplicationFactory(applicant=person, kind=ApplicationKind.PROVINCIAL)
    assert joining.get(address(provincial)).status_code == 404
    assert joining.post(address(provincial), {"kind": D.OTHER, "file": pdf()}).status_code == 404


def test_others_are_not_let_in(client, draft):
    document = ApplicationDocumentFactory(application=draft)
    assert client.get(address(draft)).headers["Location"].startswith("/account/login/")
    for stranger in (UserFactory(), CoordinatorFactory().user):
        client.force_login(stranger)
        assert client.get(address(draft)).status_code == 404
        assert client.post(address(draft), {"kind": D.OTHER, "file": pdf()}).status_code == 404
        assert client.post(removal(document)).status_code == 404
    assert draft.documents.count() == 1


def test_other_methods_and_posts_without_a_token_are_refused(joining, draft, person):
    document = ApplicationDocumentFactory(application=draft)
    assert joining.put(address(draft)).status_code == 405
    assert joining.get(removal(document)).status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(person)
    assert careful.post(removal(document)).status_code == 403


@pytest.mark.parametrize("count", [1, 9])
def test_questions_to_the_database(joining, draft, count, django_assert_num_queries):
    for _ in range(count):
        ApplicationDocumentFactory(application=draft)
    joining.get(address(draft))
    with django_assert_num_queries(QUERIES):
        joining.get(address(draft))
