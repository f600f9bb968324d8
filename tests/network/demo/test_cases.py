"""The demo's applications, claims and memberships, as `make demo` loads them."""

from collections import Counter
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from network.demo.cases import load_cases, read_cases, token_of
from network.demo.members import load_people
from network.demo.memberships import load_memberships, read_memberships
from network.enums import ApplicationKind, ApplicationStatus, ClaimStatus
from network.models import (
    ApplicationDocument,
    Claim,
    Coordinator,
    Membership,
    MembershipApplication,
    Organization,
    Representative,
    TimelineEntry,
)
from portal.enums import MailStatus
from portal.models import OutgoingMail, User

PHETCHABURI, CHIANG_MAI = "coord@example.org", "coord2@example.org"
MODELS = [MembershipApplication, TimelineEntry, ApplicationDocument, Claim, Membership, Coordinator, OutgoingMail, User]


def case(key):
    return MembershipApplication.objects.get(token=token_of({"key": key}))


def user(email):
    return User.objects.get(email=email)


def days_since(moment):
    return (timezone.now() - moment).days


def test_there_is_an_application_in_every_status_of_either_kind(demo):
    found = Counter(MembershipApplication.objects.values_list("kind", "status"))
    assert {status for _kind, status in found} == set(ApplicationStatus)
    provincial = {status for kind, status in found if kind == ApplicationKind.PROVINCIAL}
    assert provincial == {"draft", "submitted", "returned", "approved", "declined", "withdrawn"}
    people_do = ("submit", "answer", "withdraw", "ask", "recommend", "advise_against", "announce", "approve", "decline")
    assert set(TimelineEntry.objects.values_list("action", flat=True)) >= {*people_do, "hand_up", "correct"}


def test_each_coordinator_has_a_desk_of_their_own(demo):
    desks = [MembershipApplication.objects.on_desk_of(user(email)) for email in (PHETCHABURI, CHIANG_MAI)]
    provinces = [set(desk.values_list("province", flat=True)) for desk in desks]
    assert provinces == [{"TH-76"}, {"TH-50", "TH-51"}]
    assert [desk.new().count() > 0 and desk.decided().count() > 0 for desk in desks] == [True, True]
    assert [Claim.objects.on_desk_of(user(email)).open().count() for email in (PHETCHABURI, CHIANG_MAI)] == [1, 1]


def test_steps_happened_when_the_file_says_so(demo):
    waiting = case("mangrove-school")
    assert [days_since(at) for at in (waiting.submitted_at, waiting.status_since, waiting.accepted_at)] == [12] * 3
    assert days_since(waiting.created_at) == 14
    approved = case("river-network-national")
    assert [days_since(entry.at) for entry in approved.timeline.all()] == [48, 41, 30]
    assert days_since(approved.decided_at) == 30
    assert case("san-sai-provincial").membership.begun_on == timezone.localdate() - timedelta(days=12)
    assert (approved.meeting, approved.meeting_url) != ("", "")


def test_two_are_with_the_secretariat_because_nobody_else_may_decide_them_and_one_after_silence(demo):
    handed_up = {case(key).pk for key in ("sugar-palm-national", "surin-elephant-schools", "chiang-dao-guides")}
    assert set(MembershipApplication.objects.handed_up().values_list("pk", flat=True)) == handed_up


def test_the_paper_form_waits_with_its_code(demo):
    paper = case("paper-form-of-the-boat-builders")
    assert (paper.code, paper.applicant, paper.filed_by) == ("TEST2569", None, user(PHETCHABURI))
    assert paper.code_until > timezone.localdate()


def test_claims_are_open_accepted_refused_and_handed_up(demo):
    assert Counter(Claim.objects.values_list("status", flat=True)) == {
        ClaimStatus.OPEN: 3,
        ClaimStatus.ACCEPTED: 1,
        ClaimStatus.REFUSED: 1,
    }
    assert Claim.objects.open().filter(handed_up_at__isnull=False).count() == 1
    accepted = Claim.objects.get(status=ClaimStatus.ACCEPTED)
    assert Representative.objects.of(accepted.claimant).active().filter(organization=accepted.organization).exists()
    assert (days_since(accepted.made_at), days_since(accepted.decided_at)) == (14, 11)


def test_some_terms_end_within_sixty_days_and_one_is_over(demo):
    today = timezone.localdate()
    ending = Membership.objects.renewable()
    assert {row.organization.entry.province_id for row in ending} >= {"TH-76", "TH-50", "TH-51"}
    assert ending.filter(ends_on__lt=today).exists()
    assert Membership.objects.filter(closed_on__isnull=False).exists()


def test_documents_are_plain_samples_in_the_private_folder(demo, demo_database):
    documents = ApplicationDocument.objects.all()
    files = [demo_database / "private" / document.file.name for document in documents]
    assert len(files) > 10
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


def test_letters_are_kept_as_sent_and_one_as_failed(demo):
    found = Counter(OutgoingMail.objects.filter(kind__startswith="network.").values_list("status", flat=True))
    assert found[MailStatus.SENT] > 50
    assert found[MailStatus.FAILED] == 1
    assert MailStatus.WAITING not in found
    newest = OutgoingMail.objects.filter(kind="network.desk_new").latest("created_at")
    assert days_since(newest.created_at) == 1


def test_the_directory_counts_as_before(demo):
    assert Organization.objects.listed().count() == 99


def test_loading_again_doubles_nothing_keeps_edits_and_mails_nobody(demo, django_capture_on_commit_callbacks):
    MembershipApplication.objects.filter(pk=case("khao-yoi-weavers").pk).update(name="แก้แล้ว")
    before = [model.objects.count() for model in MODELS]
    with django_capture_on_commit_callbacks(execute=True):
        load_people()
        load_memberships()
        load_cases()
    assert [model.objects.count() for model in MODELS] == before
    assert case("khao-yoi-weavers").name == "แก้แล้ว"
    assert not mail.outbox


def test_what_is_missing_comes_back_without_a_mail_to_anybody(demo, django_capture_on_commit_callbacks):
    draft = case("youth-of-hat-chao-samran")
    draft.delete()
    weavers = case("khao-yoi-weavers")
    weavers.timeline.all().delete()
    weavers.delete()
    with django_capture_on_commit_callbacks(execute=True):
        load_cases()
    assert case("khao-yoi-weavers").status == ApplicationStatus.SUBMITTED
    assert not mail.outbox


def test_a_step_that_is_refused_leaves_its_application_out(demo):
    kites = case("tha-yang-kites")
    kites.timeline.all().delete()
    kites.delete()
    Coordinator.objects.filter(user=user(PHETCHABURI)).update(serves_until=timezone.localdate() - timedelta(days=1))
    load_cases()
    assert not MembershipApplication.objects.filter(token=kites.token).exists()


class TestFiles:
    def test_keys_and_numbers_are_unique(self):
        keys = [row["key"] for row in read_cases()["application"]]
        assert len(set(keys)) == len(keys)
        numbers = [(row["kind"], row["number"]) for row in read_memberships()]
        assert len(set(numbers)) == len(numbers)

    def test_names_say_that_they_are_samples(self):
        data = read_cases()
        assert all("ตัวอย่าง" in row["name"] for row in data["person"])
        for row in data["application"]:
            answers = row["answers"]
            if "organization" not in row:
                assert answers["name"].startswith("ตัวอย่าง ")
                assert answers["name_en"].startswith("Sample ")
            assert "ตัวอย่าง" in answers.get("leader_name", "ตัวอย่าง")

    def test_whatever_people_say_is_marked_as_a_sample(self):
        data = read_cases()
        said = [
            step[name]
            for row in data["application"]
            for step in row.get("steps", [])
            for name in ("message",)
            if name in step
        ]
        said += [row[name] for row in data["claim"] for name in ("message", "reason") if name in row]
        assert len(said) > 10
        assert all("ตัวอย่าง" in words for words in said)
