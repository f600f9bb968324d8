"""Loads the demo's invitations, a hand-over under way, and mandates that are over."""

from contextlib import suppress
from datetime import timedelta

from django.utils import timezone

from network import actions
from network.actions import Invited
from network.demo.past import days_before_today, letters_have_arrived
from network.demo.representatives import RIVER, WELLBEING
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import PeopleRefused
from network.models import Invitation, Organization, Representative
from portal.demo import demo_user
from portal.models import User

WEAVERS = "sample-brocade-weavers-community-association"
# Everybody may try it on the page for codes.
CODE = "TEST2570"
INVITED = "invited@example.org"
FORMER = "former@example.org"
R = RepresentativeRole


def load_invitations() -> None:
    """Only where nobody has invited anybody yet; what visitors of the demo did stays."""
    people = {str(user.email): user for user in User.objects.filter(email__endswith="@example.org")}
    rows = Organization.objects.filter(entry__slug__in=(RIVER, WELLBEING, WEAVERS))
    organizations = {organization.entry.slug: organization for organization in rows.select_related("entry__province")}
    demo_user(INVITED, "นางตัวอย่าง ยินดี")
    former = demo_user(FORMER, "นายตัวอย่าง วางมือ")
    with letters_have_arrived(one_fails=False):
        for slug, begin in ((RIVER, _invite), (WELLBEING, _hand_over)):
            organization = organizations.get(slug)
            if organization and not Invitation.objects.filter(organization=organization).exists():
                # Whoever plays with the demo may have ended these mandates.
                with suppress(PeopleRefused):
                    begin(organization, people)
    if river := organizations.get(RIVER):
        _run_out(river, former, RepresentativeStatus.ENDED)
    # Nobody has ended it: its last day went by, and the desk shows that nobody is there any more.
    if weavers := organizations.get(WEAVERS):
        _run_out(weavers, former, RepresentativeStatus.ACTIVE)


def _invite(organization: Organization, people: dict[str, User]) -> None:
    """One by mail, one on a sheet of paper."""
    by = people["rep@example.org"]
    with days_before_today(4):
        mailed = Invited("นางตัวอย่าง ยินดี", INVITED)
        actions.invite(organization, by=by, role=R.DELEGATE_MAKER, whom=mailed)
    with days_before_today(2):
        printed = actions.invite(organization, by=by, role=R.EDITOR, whom=Invited("ป้าตัวอย่าง ใจเย็น"))
        Invitation.objects.filter(pk=printed.pk).update(code=CODE)


def _hand_over(organization: Organization, people: dict[str, User]) -> None:
    by, to = people["rep@example.org"], people["rep3@example.org"]
    mandate = Representative.objects.of(by).active().filter(organization=organization).first()
    if mandate:
        with days_before_today(1):
            actions.hand_over(mandate, by=by, whom=Invited(str(to), person=to), role_afterwards=R.EDITOR)


def _run_out(organization: Organization, person: User, status: RepresentativeStatus) -> None:
    """A mandate of one and a half years that ended last month, once."""
    if Representative.objects.filter(organization=organization, user=person).exists():
        return
    today = timezone.localdate()
    Representative.objects.create(
        user=person,
        organization=organization,
        role=R.PRIMARY,
        status=status,
        mandate_from=today - timedelta(days=580),
        mandate_until=today - timedelta(days=30),
    )
