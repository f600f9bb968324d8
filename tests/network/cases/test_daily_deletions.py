"""What came to nothing is kept for a time and then deleted, files and all; whoever writes is warned before."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from network.actions import add_document, decide, save_answers, submit_application, withdraw_application
from network.actions.daily import forget_application
from network.actions.decisions import Decision
from network.actions.filing import file_paper, take_over
from network.documents import prepared_document
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, DocumentKind
from network.exceptions import CaseMoved
from network.models import ApplicationDocument, MembershipApplication, MembershipSettings, TimelineEntry
from portal.models import OutgoingMail
from tests.factories.membership import ApplicationDocumentFactory
from tests.network.conftest import picture

pytestmark = pytest.mark.django_db
A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """The command with what follows its commits: files go only then."""

    def run(*options):
        with django_capture_on_commit_callbacks(execute=True):
            call_command("run_daily_steps", *options)

    return run


def set_back(application, **columns) -> None:
    MembershipApplication.objects.filter(pk=application.pk).update(**columns)


def exists(application) -> bool:
    return MembershipApplication.objects.filter(pk=application.pk).exists()


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


class TestClosed:
    @pytest.fixture
    def declined(self, make, coordinator, registrar):
        application = make(NATIONAL)
        decide(application, A.RECOMMEND, by=coordinator, decision=Decision())
        decision = Decision("เหตุผลที่มีชื่อคน", meeting="ครั้งที่ 3/2569")
        return decide(application, A.DECLINE, by=registrar, decision=decision)

    def test_a_declined_one_is_kept_for_a_year_and_not_a_day_more(self, declined, run):
        set_back(declined, decided_at=days_ago(365))
        run()
        assert exists(declined)
        set_back(declined, decided_at=days_ago(366))
        run("--dry-run")
        assert exists(declined)
        run()
        assert not exists(declined)

    def test_its_files_go_with_it(self, declined, run):
        path = Path(declined.documents.get().file.path)
        assert path.exists()
        set_back(declined, decided_at=days_ago(366))
        run()
        assert not path.exists()
        assert [model.objects.count() for model in (ApplicationDocument, TimelineEntry)] == [0, 0]

    def test_the_log_keeps_the_decision_and_no_words_about_people(self, declined, registrar, run):
        set_back(declined, decided_at=days_ago(366))
        run()
        entry = ModelLogEntry.objects.get(action="network.application.forget")
        kept = entry.data
        assert (kept["result"], kept["by"], kept["role"]) == (S.DECLINED, registrar.pk, "registrar")
        assert (kept["reference"], kept["meeting"]) == (declined.reference, "ครั้งที่ 3/2569")
        assert entry.label == declined.reference
        said = f"{entry.label} {kept}"
        assert [words for words in ("ชื่อคน", declined.name, declined.leader_name, declined.phone) if words in said] == []

    def test_a_withdrawn_one_goes_too_and_names_no_applicant(self, make, run):
        application = make(NATIONAL)
        withdraw_application(application, by=application.applicant)
        set_back(application, decided_at=days_ago(366))
        run()
        assert not exists(application)
        assert ModelLogEntry.objects.get(action="network.application.forget").data["by"] is None

    def test_a_correction_does_not_lengthen_its_time_nor_change_who_decided(self, declined, admin, run):
        decide(declined, A.CORRECT, by=admin, decision=Decision("แก้คำผิด"))
        set_back(declined, decided_at=days_ago(366))
        run()
        assert ModelLogEntry.objects.get(action="network.application.forget").data["role"] == "registrar"

    def test_an_approved_one_is_the_register_and_stays(self, make, coordinator, run):
        application = make()
        decide(application, A.APPROVE, by=coordinator, decision=Decision())
        set_back(application, decided_at=days_ago(4000))
        run()
        assert exists(application)
        with pytest.raises(CaseMoved):
            forget_application(application)

    def test_the_council_decides_how_long(self, declined, run):
        rules = MembershipSettings.load()
        rules.keep_declined_days = 30
        rules.save()
        set_back(declined, decided_at=days_ago(31))
        run()
        assert not exists(declined)


class TestDrafts:
    @pytest.fixture
    def draft(self, make):
        return make(status=S.DRAFT)

    def ended(self, draft):
        """Warned a fortnight ago."""
        set_back(draft, changed_at=days_ago(180), ends_on=timezone.localdate())
        return draft

    def test_its_writer_is_warned_once_a_fortnight_before(self, draft, run):
        set_back(draft, changed_at=days_ago(166))
        run()
        assert not OutgoingMail.objects.exists()
        set_back(draft, changed_at=days_ago(167))
        run()
        run()
        mail = OutgoingMail.objects.get()
        assert (mail.kind, mail.email) == ("network.draft_ends", draft.applicant.email)
        draft.refresh_from_db()
        assert draft.ends_on == timezone.localdate() + timedelta(days=14)
        assert draft.timeline.get().action == A.WARN

    def test_a_command_that_comes_late_still_leaves_a_fortnight(self, draft, run):
        set_back(draft, changed_at=days_ago(400))
        run()
        draft.refresh_from_db()
        assert draft.ends_on == timezone.localdate() + timedelta(days=14)
        set_back(draft, ends_on=timezone.localdate() + timedelta(days=1))
        run()
        assert exists(draft)

    def test_it_goes_on_the_day_that_was_named_with_its_files(self, draft, run):
        path = Path(ApplicationDocumentFactory(application=self.ended(draft)).file.path)
        run()
        assert not exists(draft)
        assert not path.exists()
        assert not ModelLogEntry.objects.filter(action="network.application.forget").exists()

    def test_whoever_writes_again_keeps_it_and_is_warned_anew_some_day(self, draft, run):
        save_answers(self.ended(draft), by=draft.applicant, answers={"area": "ทั้งจังหวัด"})
        run()
        draft.refresh_from_db()
        assert draft.ends_on is None
        for _warning in range(2):
            set_back(draft, changed_at=days_ago(170), ends_on=None)
            run()
        assert OutgoingMail.objects.count() == 2

    def test_a_document_is_a_sign_of_life_too(self, draft, run):
        photo = picture()
        file = prepared_document(photo, photo.size)
        add_document(self.ended(draft), by=draft.applicant, kind=DocumentKind.OTHER, file=file)
        run()
        draft.refresh_from_db()
        assert draft.ends_on is None

    def test_one_that_was_sent_on_its_last_day_is_no_draft_any_more(self, draft, coordinator, run):
        submit_application(self.ended(draft), by=draft.applicant, accepted_by="ตัวอย่าง", notice=None)
        run()
        draft.refresh_from_db()
        assert (draft.status, draft.ends_on) == (S.SUBMITTED, None)

    def test_a_paper_form_is_kept_by_taking_it_over(self, coordinator, person, run):
        paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
        set_back(paper, changed_at=days_ago(170))
        run()
        assert OutgoingMail.objects.get().email == coordinator.email
        take_over(paper.code, by=person)
        paper.refresh_from_db()
        assert paper.ends_on is None
