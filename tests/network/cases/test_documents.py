"""Documents of an application: what may be stored, who adds and removes it."""

import io

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from PIL import Image

from network.actions import add_document, file_paper, remove_document
from network.documents import MAX_BYTES, MAX_SIDE
from network.enums import ApplicationKind, ApplicationStatus, DocumentKind
from network.exceptions import CaseMoved, NotYourCase
from network.forms.documents import DocumentField
from tests.network.conftest import picture

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def upload(name, content):
    return SimpleUploadedFile(name, content)


def pdf_file():
    return ContentFile(b"%PDF-1.4 sample", "a.pdf")


def test_a_pdf_stays_as_it_is_under_a_name_nobody_guesses():
    kept = DocumentField().clean(upload("ทะเบียน สมาคม.pdf", b"%PDF-1.7 sample"))
    assert kept.read() == b"%PDF-1.7 sample"
    assert kept.typed_name == "ทะเบียน สมาคม.pdf"
    assert "ทะเบียน" not in kept.name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_clean_jpeg(kind):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (13.0, 6.0, 0.0)}
    kept = DocumentField().clean(picture("ใบทะเบียน.heic", (4000, 1000), kind=kind, exif=exif.tobytes()))
    image = Image.open(io.BytesIO(kept.read()))
    assert (image.format, image.width) == ("JPEG", MAX_SIDE)
    assert not image.getexif()
    assert kept.typed_name == "ใบทะเบียน.jpg"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (("a.pdf", b"<script>alert(1)</script>"), "no_image"),
        (("a.exe", b"MZ"), "no_image"),
        (("a.pdf", b""), "empty"),
        (("a.pdf", b"%PDF-" + b"x" * MAX_BYTES), "too_large"),
    ],
    ids=["no-pdf", "program", "empty", "too-large"],
)
def test_what_cannot_be_stored_is_said_in_a_sentence(file, code):
    with pytest.raises(forms.ValidationError) as refused:
        DocumentField().clean(upload(*file))
    assert refused.value.code == code


def test_its_writers_add_and_remove(make):
    draft = make(status=S.DRAFT)
    kept = add_document(draft, by=draft.applicant, kind=DocumentKind.BYLAWS, file=pdf_file(), name="ข้อบังคับ.pdf")
    assert (kept.name, kept.added_by, kept.is_paper_form) == ("ข้อบังคับ.pdf", draft.applicant, False)
    storage, name = kept.file.storage, kept.file.name
    with TestCase.captureOnCommitCallbacks(execute=True):
        remove_document(kept, by=draft.applicant)
        remove_document(kept, by=draft.applicant)
    assert not storage.exists(name)
    assert not draft.documents.exists()


def test_the_filer_adds_the_scan_of_the_paper(coordinator):
    paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    scan = add_document(paper, by=coordinator, kind=DocumentKind.OTHER, file=pdf_file(), is_paper_form=True)
    assert scan.is_paper_form


def test_others_neither_add_nor_remove(make, coordinator, registrar, outsider):
    draft = make(status=S.DRAFT)
    kept = add_document(draft, by=draft.applicant, kind=DocumentKind.OTHER, file=pdf_file())
    for person in (coordinator, registrar, outsider):
        with pytest.raises(NotYourCase):
            add_document(draft, by=person, kind=DocumentKind.OTHER, file=pdf_file())
        with pytest.raises(NotYourCase):
            remove_document(kept, by=person)


def test_what_was_sent_keeps_its_documents(make):
    sent = make()
    with pytest.raises(CaseMoved):
        add_document(sent, by=sent.applicant, kind=DocumentKind.OTHER, file=pdf_file())
