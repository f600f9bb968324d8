"""A paper form on one page: saved as far as it goes, sent when it is complete, deleted when it was a mistake."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import take_over
from network.enums import ApplicationStatus, CaseAction, DocumentKind
from network.models import ApplicationDocument, MembershipApplication, PrivacyNotice
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory
from tests.network.conftest import picture

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def address(paper, language="th"):
    with override(language):
        return reverse("network_paper:form", args=[paper.token])


def post(browser, paper, typed, **more):
    return browser.post(address(paper), {**typed, **more})


def scan(name="form.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 sample", content_type="application/pdf")


def kept(paper):
    return MembershipApplication.objects.get(pk=paper.pk)


class TestSeeing:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_all_questions_stand_on_one_page(self, desk, national, everything, language):
        page = desk.get(address(national, language)).text
        for name in ("name", "province", "leader_name", "current_work", "phone", "legal_form", "issues", "accepted_by"):
            assert f'name="{name}"' in page
        with override(language):
            assert gettext("Signature and files") in page

    def test_the_five_items_ask_for_nothing_else(self, desk, paper):
        page = desk.get(address(paper)).text
        assert 'name="legal_form"' not in page
        assert 'name="proof"' not in page
        assert 'name="scan"' in page

    def test_the_centre_and_the_secretariat_open_it(self, signed_in, paper, colleague, registrar):
        assert [signed_in(user).get(address(paper)).status_code for user in (colleague, registrar)] == [200, 200]

    def test_strangers_find_nothing(self, signed_in, paper, strangers, five):
        for somebody in strangers:
            browser = signed_in(somebody)
            assert browser.get(address(paper)).status_code == 404
            assert post(browser, paper, five).status_code == 404
        assert kept(paper).name == ""

    def test_a_visitor_signs_in_first(self, client, paper):
        assert client.get(address(paper)).headers["Location"].startswith("/account/login/")

    def test_other_methods_are_refused(self, desk, paper):
        assert desk.put(address(paper)).status_code == 405

    def test_once_taken_over_it_is_the_organizations(self, desk, paper):
        take_over(paper.code, by=UserFactory())
        assert desk.get(address(paper)).status_code == 404

    def test_what_is_sent_is_no_longer_written_here(self, desk, make, coordinator):
        sent = make(applicant=None, filed_by=coordinator)
        assert desk.get(address(sent)).headers["Location"] == reverse("network_paper:sheet", args=[sent.token])

    def test_no_question_is_called_optional_that_is_needed_in_the_end(self, desk, paper):
        page = post(desk, paper, {"phone": "12"}).text
        label = page[page.index('for="id_leader_name"') :].split("</label>")[0]
        assert "optional" not in label


class TestSaving:
    def test_one_answer_is_enough(self, desk, paper):
        assert post(desk, paper, {"name": "กลุ่มจากกระดาษ"}).headers["Location"] == address(paper)
        assert (kept(paper).name, kept(paper).status) == ("กลุ่มจากกระดาษ", S.DRAFT)

    def test_everything_is_kept_in_the_same_record(self, desk, national, everything):
        post(desk, national, everything)
        row = kept(national)
        assert (row.phone, row.year_started, row.district_id) == ("+66812345678", 1989, everything["district"])
        assert row.accepted_by == "ตัวอย่าง ผู้ลงชื่อ"
        assert [issue.pk for issue in row.issues.all()] == everything["issues"]

    def test_what_is_emptied_is_empty(self, desk, national, everything):
        post(desk, national, everything)
        post(desk, national, {"name": "กลุ่มจากกระดาษ"})
        row = kept(national)
        assert (row.phone, row.year_started, row.province, row.accepted_by) == ("", None, None, "")
        assert not row.issues.exists()

    def test_a_colleague_goes_on(self, signed_in, desk, paper, colleague, five):
        post(desk, paper, {"name": "กลุ่มจากกระดาษ"})
        browser = signed_in(colleague)
        assert 'value="กลุ่มจากกระดาษ"' in browser.get(address(paper)).text
        post(browser, paper, five)
        assert (kept(paper).leader_name, kept(paper).filed_by) == ("ตัวอย่าง หัวหน้าทีม", paper.filed_by)

    @pytest.mark.parametrize(("name", "value"), [("phone", "๑๒"), ("district", "9999"), ("name", "ก" * 300)])
    def test_a_mistake_saves_nothing_and_keeps_what_was_typed(self, desk, paper, five, name, value):
        response = post(desk, paper, five, **{name: value})
        assert response.status_code == 422
        assert "error-summary" in response.text
        assert five["current_work"] in response.text
        assert five["accepted_by"] in response.text
        assert kept(paper).leader_name == ""

    def test_the_file_has_to_be_chosen_again_after_a_mistake(self, desk, paper, five):
        response = post(desk, paper, {**five, "phone": "12"}, scan=scan())
        assert gettext("Please choose the file once more.") in response.text
        assert not ApplicationDocument.objects.exists()

    def test_the_next_list_of_places_is_shown_without_a_script(self, desk, paper, five):
        typed = {"name": five["name"], "province": five["province"], "accepted_by": "ผู้ลงชื่อ", "choose": "province"}
        response = post(desk, paper, typed)
        assert response.status_code == 200
        assert f'value="{five["district"]}"' in response.text
        assert f'value="{five["name"]}"' in response.text
        assert 'value="ผู้ลงชื่อ"' in response.text
        assert kept(paper).name == ""

    def test_organizations_of_the_register_are_shown_for_the_name(self, desk, paper):
        OrganizationFactory(name="สมาคมกลุ่มคนรักเมืองเพชร", entry__slug="khon-rak")
        post(desk, paper, {"name": "รักเมืองเพชร"})
        page = desk.get(address(paper)).text
        assert gettext("Is it one of these?") in page
        assert 'href="/organizations/khon-rak/"' in page
        assert "/organizations/khon-rak/claim/" not in page


class TestFiles:
    def test_a_scan_is_kept_as_such(self, desk, paper, coordinator):
        post(desk, paper, {"name": "กลุ่ม"}, scan=scan("ใบสมัคร.pdf"))
        document = ApplicationDocument.objects.get()
        assert (document.is_paper_form, document.added_by, document.name) == (True, coordinator, "ใบสมัคร.pdf")

    @pytest.mark.parametrize(
        ("form", "kind"), [("association", DocumentKind.REGISTRATION), ("club_group", DocumentKind.EXISTENCE)]
    )
    def test_the_document_is_the_one_that_its_legal_form_needs(self, desk, national, form, kind):
        post(desk, national, {"legal_form": form}, proof=picture())
        document = ApplicationDocument.objects.get()
        assert (document.kind, document.is_paper_form) == (kind, False)

    def test_what_is_no_document_is_refused(self, desk, paper):
        response = post(desk, paper, {"name": "กลุ่ม"}, scan=SimpleUploadedFile("a.exe", b"MZ"))
        assert response.status_code == 422
        assert not ApplicationDocument.objects.exists()

    def test_a_file_is_taken_out_again(self, desk, paper):
        post(desk, paper, {"name": "กลุ่ม"}, scan=scan())
        document = ApplicationDocument.objects.get()
        assert 'name="removed"' in desk.get(address(paper)).text
        post(desk, paper, {"name": "กลุ่ม"}, removed=[document.pk])
        assert not ApplicationDocument.objects.exists()

    def test_nobody_elses_file_is_taken_out(self, desk, paper, national):
        post(desk, national, {"name": "กลุ่ม"}, scan=scan())
        post(desk, paper, {"name": "อีกกลุ่ม"}, scan=scan())
        foreign = national.documents.get()
        assert post(desk, paper, {"name": "อีกกลุ่ม"}, removed=[foreign.pk]).status_code == 422
        assert ApplicationDocument.objects.count() == 2


class TestSending:
    def test_a_complete_form_goes_to_the_centre(self, desk, paper, five, coordinator):
        response = post(desk, paper, five, send="1")
        assert response.headers["Location"] == reverse("network_paper:sheet", args=[paper.token])
        row = kept(paper)
        assert (row.status, row.accepted_by, row.notice) == (
            S.SUBMITTED,
            "ตัวอย่าง ผู้ลงชื่อ",
            PrivacyNotice.objects.current(),
        )
        assert [(entry.action, entry.by) for entry in row.timeline.all()] == [(CaseAction.SUBMIT, coordinator)]

    def test_the_national_one_needs_its_document(self, desk, national, everything):
        response = post(desk, national, everything, send="1")
        assert response.status_code == 422
        assert 'href="#id_proof"' in response.text
        assert kept(national).status == S.DRAFT
        assert post(desk, national, everything, send="1", proof=scan()).status_code == 302
        assert kept(national).status == S.SUBMITTED

    def test_what_is_missing_is_named_and_everything_else_saved(self, desk, paper, five):
        response = post(desk, paper, {**five, "current_work": "", "phone": ""}, send="1")
        assert response.status_code == 422
        assert 'href="#part-work"' in response.text
        assert 'href="#part-phone"' in response.text
        assert 'href="#part-leader"' not in response.text
        assert (kept(paper).status, kept(paper).leader_name) == (S.DRAFT, five["leader_name"])

    def test_nobody_is_registered_who_has_not_signed(self, desk, paper, five):
        response = post(desk, paper, {**five, "accepted_by": " "}, send="1")
        assert response.status_code == 422
        assert 'href="#id_accepted_by"' in response.text
        assert (kept(paper).status, kept(paper).name) == (S.DRAFT, five["name"])

    def test_a_question_is_answered_from_the_same_page(self, desk, make, coordinator):
        asked = make(status=S.RETURNED, asked_in=S.SUBMITTED, applicant=None, filed_by=coordinator)
        page = desk.get(address(asked)).text
        assert reverse("network_cases:answer", args=[asked.token]) in page
        assert 'name="send"' not in page


class TestDeleting:
    def delete_address(self, paper):
        return reverse("network_paper:discard", args=[paper.token])

    def test_it_is_asked_once(self, desk, paper):
        assert desk.get(self.delete_address(paper)).status_code == 200
        assert kept(paper)

    def test_a_draft_goes_with_its_files(self, desk, paper, private_files):
        post(desk, paper, {"name": "กลุ่ม"}, scan=scan())
        response = desk.post(self.delete_address(paper))
        assert response.headers["Location"] == reverse("network_paper:list")
        assert not MembershipApplication.objects.exists()

    def test_what_was_sent_is_not_deleted(self, desk, make, coordinator):
        sent = make(applicant=None, filed_by=coordinator)
        assert desk.post(self.delete_address(sent)).status_code == 404
        assert kept(sent)

    def test_strangers_delete_nothing(self, signed_in, paper, strangers):
        for somebody in strangers:
            assert signed_in(somebody).post(self.delete_address(paper)).status_code == 404
        assert kept(paper)

    def test_other_methods_are_refused(self, desk, paper):
        assert desk.put(self.delete_address(paper)).status_code == 405
