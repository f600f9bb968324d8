"""The demo's invitations, hand-over and mandates that are over, as `make demo` loads them."""

from django.core import mail

from network.actions import decline_invitation
from network.demo.people import CODE, FORMER, INVITED, WEAVERS, load_invitations
from network.demo.representatives import RIVER, WELLBEING
from network.enums import InvitationKind, RepresentativeStatus
from network.models import Invitation, Organization, Representative
from portal.enums import MailStatus
from portal.models import OutgoingMail, User


def organization(slug):
    return Organization.objects.get(entry__slug=slug)


def test_one_is_invited_by_mail_one_on_paper_and_one_takes_over(demo):
    mailed, printed = Invitation.objects.filter(organization=organization(RIVER)).order_by("pk")
    assert (mailed.email, printed.email, printed.code) == (INVITED, "", CODE)
    handing = Invitation.objects.get(organization=organization(WELLBEING))
    assert (handing.kind, handing.person.email) == (InvitationKind.HAND_OVER, "rep3@example.org")
    assert Invitation.objects.valid().count() == 3
    assert list(Invitation.objects.valid().addressed_to(User.objects.get(email=INVITED))) == [mailed]


def test_an_ended_mandate_and_one_whose_days_are_over(demo):
    mandates = {m.organization.entry.slug: m for m in Representative.objects.filter(user__email=FORMER)}
    assert {slug: mandate.status for slug, mandate in mandates.items()} == {
        RIVER: RepresentativeStatus.ENDED,
        WEAVERS: RepresentativeStatus.ACTIVE,
    }
    assert mandates[WEAVERS].is_expired
    assert organization(WEAVERS) in Organization.objects.listed().unrepresented()


def test_its_letters_have_arrived_and_nobody_was_written_to(demo):
    letters = OutgoingMail.objects.filter(kind="network.invited")
    assert set(letters.values_list("status", flat=True)) == {MailStatus.SENT}
    assert letters.count() == 2
    assert not mail.outbox


def test_loading_again_leaves_what_visitors_did(demo):
    decline_invitation(Invitation.objects.get(code=CODE), by=None)
    Representative.objects.filter(user__email=FORMER).update(role="editor")
    before = list(Invitation.objects.order_by("pk").values())
    load_invitations()
    assert list(Invitation.objects.order_by("pk").values()) == before
    assert set(Representative.objects.filter(user__email=FORMER).values_list("role", flat=True)) == {"editor"}


def test_a_mandate_that_visitors_ended_stops_nothing(demo):
    Invitation.objects.all().delete()
    Representative.objects.filter(user__email="rep@example.org").update(status=RepresentativeStatus.ENDED)
    load_invitations()
    assert not Invitation.objects.exists()
