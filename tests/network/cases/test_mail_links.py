"""Every letter leads to a page, and every link of it opens for the person who got the letter, in their language."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db.models.signals import pre_save
from django.test import Client
from django.utils import timezone

from network import setup
from network.actions import (
    Invited,
    accept_invitation,
    add_representative,
    change_mandate,
    decide,
    decline_invitation,
    end_representation,
    hand_over,
    invite,
    send_profile,
)
from network.actions.applications import answer_question, submit_application, withdraw_application
from network.actions.claims import accept_claim, hand_up_claim, make_claim, refuse_claim
from network.actions.decisions import Decision
from network.actions.filing import file_paper, take_over
from network.actions.payments import (
    accept_payment,
    cancel_payment,
    confirm_at_centre,
    open_payment,
    refuse_payment,
    report_payment,
    void_receipt,
)
from network.actions.terms.deciding import (
    end_membership,
    lift_suspension,
    reinstate,
    resign_on_letter,
    suspend,
)
from network.actions.terms.renewal import start_renewal
from network.enums import (
    TREASURERS,
    ApplicationKind,
    ApplicationStatus,
    CaseAction,
    PaymentMethod,
    PaymentPurpose,
)
from network.letters import KINDS
from network.merging.merging import merge_organizations
from network.merging.undoing import undo_merge
from network.models import MembershipApplication, MembershipSettings, Organization
from portal.models import OutgoingMail, User
from tests.factories.holding import person_at
from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.payments import FeeFactory, PaymentFactory
from tests.factories.portal import UserFactory
from tests.factories.terms import member
from tests.network.conftest import bound_form

pytestmark = pytest.mark.django_db
A, S = CaseAction, ApplicationStatus
NATIONAL, PROVINCIAL = ApplicationKind.NATIONAL, ApplicationKind.PROVINCIAL
LINK = re.compile(r"^https?://\S+$", re.MULTILINE)
KINDS_OF_THE_NETWORK = {kind.code for kind in KINDS}


def take(application, action, by, message=""):
    return decide(application, action, by=by, decision=Decision(message))


def applications(make, coordinator, registrar) -> None:
    """Everything that can happen to applications, once."""
    sent = make(NATIONAL, S.DRAFT)
    submit_application(sent, by=sent.applicant, accepted_by="ตัวอย่าง", notice=None)
    take(sent, A.ASK, coordinator, "ขอเบอร์โทรของหัวหน้าทีม")
    answer_question(sent, by=sent.applicant, message="ใส่ให้แล้ว")
    take(sent, A.RECOMMEND, coordinator)
    take(sent, A.APPROVE, registrar, "ที่ประชุมเห็นชอบ")
    take(sent, A.CORRECT, registrar, "แก้ชื่อหัวหน้าทีม")
    declined = take(make(NATIONAL, S.RECOMMENDED), A.DECLINE, registrar, "เอกสารไม่ครบ")
    assert declined.is_closed
    rules = MembershipSettings.load()
    rules.objection_days = 7
    rules.save()
    take(make(NATIONAL, S.RECOMMENDED), A.APPROVE, registrar)
    for application in (make(NATIONAL), take(make(NATIONAL), A.RECOMMEND, coordinator)):
        withdraw_application(application, by=application.applicant, message="เปลี่ยนใจ")
    sent_paper = make(applicant=None, filed_by=coordinator, code="ABCDEFGH", code_until=timezone.localdate())
    for paper in (file_paper(PROVINCIAL, by=coordinator), sent_paper):
        take_over(paper.code, by=UserFactory())


def by_the_clock(make, coordinator) -> None:
    for days in (10, 20):
        make(status_since=timezone.now() - timedelta(days=days))
    draft = make(status=S.DRAFT)
    MembershipApplication.objects.filter(pk=draft.pk).update(changed_at=timezone.now() - timedelta(days=170))
    call_command("run_daily_steps")


def claims(coordinator) -> None:
    organization = OrganizationFactory()
    RepresentativeFactory(organization=organization)
    for answer in (accept_claim, refuse_claim, None):
        claim = make_claim(organization, by=UserFactory(), position="เลขานุการ", message="ถามประธานได้")
        hand_up_claim(claim) if answer is None else answer(claim, by=coordinator, reason="ถามองค์กรแล้ว")


def payments(organization, rep, coordinator) -> None:
    setup.set_up_treasurers()
    treasurer = UserFactory()
    treasurer.groups.add(Group.objects.get(name=TREASURERS))
    membership = MembershipFactory(organization=organization, tier__kind=NATIONAL, number=9000, awaiting=True)
    payment = open_payment(membership, PaymentPurpose.JOINING, by=treasurer)
    report_payment(payment, by=rep, method=PaymentMethod.CENTRE)
    confirm_at_centre(payment, by=coordinator)
    refuse_payment(payment, by=treasurer, reason="ยอดไม่ครบ")
    report_payment(payment, by=coordinator, method=PaymentMethod.CENTRE)
    void_receipt(accept_payment(payment, by=treasurer), by=treasurer, reason="ชื่อผิด", reissue=True)
    again = open_payment(membership, PaymentPurpose.RENEWAL, by=treasurer)
    cancel_payment(again, by=treasurer, reason="เปิดซ้ำ")


def terms(registrar) -> None:
    """A year of members: reminded, told of the end, renewed for nothing, suspended, resigned, taken up again."""
    tier = TierFactory(kind=PROVINCIAL)
    FeeFactory(tier=tier, amount=0, months=12)
    mandates = [RepresentativeFactory() for _ in range(5)]
    days = (5, -5, -500, -5, 400)
    soon, _over, _lapsed, slip, other = [
        member(left, tier=tier, organization=mandate.organization) for left, mandate in zip(days, mandates, strict=True)
    ]
    PaymentFactory(membership=slip, purpose=PaymentPurpose.RENEWAL, submitted=True, amount=1)
    call_command("run_daily_steps")
    start_renewal(soon, by=mandates[0].user)
    for act in (suspend, lift_suspension, resign_on_letter, reinstate, end_membership):
        act(other, by=registrar, reason="ตามหนังสือ")


def people(registrar) -> None:
    """Somebody is invited and says yes, another says no; a role changes hands, is changed, and ends."""
    organization, keeper = OrganizationFactory(), person_at("somsri@example.org")
    mandate = RepresentativeFactory(organization=organization)
    for answer in (decline_invitation, accept_invitation):
        answer(invite(organization, by=mandate.user, role="editor", whom=Invited("ตัวอย่าง", keeper.email)), by=keeper)
    asked = hand_over(mandate, by=mandate.user, whom=Invited("ตัวอย่าง", person=keeper), role_afterwards="editor")
    accept_invitation(asked, by=keeper)
    change_mandate(mandate, by=keeper, role="delegate_maker", mandate_until=timezone.localdate())
    end_representation(RepresentativeFactory(organization=organization), by=registrar)
    add_representative(UserFactory(), organization, by=registrar, role="editor")


def merges(registrar) -> None:
    """Two organizations are one; another two were thought to be."""
    winner, loser, other = (RepresentativeFactory().organization for _ in range(3))
    merge_organizations(winner, loser, by=registrar)
    undo_merge(merge_organizations(other, OrganizationFactory(), by=registrar), by=registrar)


def profiles(organization, rep, registrar) -> None:
    send_profile(organization, by=rep, form=bound_form(organization, current_work="งานใหม่"))
    waiting(organization).reject(user=registrar, comment="ขอที่อยู่")
    send_profile(organization, by=rep, form=bound_form(organization, current_work="งานที่แก้แล้ว"))
    waiting(organization).approve(user=registrar)


def waiting(organization):
    return Organization.objects.get(pk=organization.pk).current_workflow_task_state


@pytest.fixture(params=["th", "en"])
def language(request):
    """Everyone reads this language."""

    def speak(sender, instance, **kwargs):
        instance.language = request.param

    pre_save.connect(speak, sender=User)
    yield request.param
    pre_save.disconnect(speak, sender=User)


@pytest.fixture
def post(language, make, coordinator, registrar, organization, rep):
    """One of each letter at least."""
    applications(make, coordinator, registrar)
    by_the_clock(make, coordinator)
    claims(coordinator)
    payments(organization, rep, coordinator)
    terms(registrar)
    people(registrar)
    merges(registrar)
    profiles(organization, rep, registrar)
    return OutgoingMail.objects.filter(kind__in=KINDS_OF_THE_NETWORK).select_related("person").order_by("pk")


def test_each_leads_somewhere_but_to_the_draft_of_somebody_else(post):
    without = {mail.kind for mail in post if not LINK.findall(mail.text)}
    assert without == {"network.taken_over"}


def test_every_kind_is_written_and_every_link_of_it_opens(post, language):
    assert {mail.kind for mail in post} == KINDS_OF_THE_NETWORK
    assert {mail.language for mail in post} == {language}
    for mail in post:
        browser = Client()
        browser.force_login(mail.person)
        links = LINK.findall(mail.text)
        for link in links:
            address = urlsplit(link)
            page = browser.get(address.path)
            assert page.status_code == 200, (mail.kind, link)
            if not address.path.startswith("/admin/"):
                assert address.path.startswith("/en/") == (language == "en"), (mail.kind, link)
        assert all(link in mail.html for link in links), mail.kind
