"""Who is written to: applicants, the people of a centre, registrars; and whom each of them may call."""

from django.contrib.auth.models import Group
from django.db.models import Q

from network.enums import ADVISED, ApplicationKind, ApplicationStatus, RepresentativeRole
from network.models import CoordinationCentre, Coordinator, MembershipApplication, Organization, Representative
from network.permissions import user_acts_for
from portal.mail import Contact, Recipient
from portal.models import User

DECIDE = Q(permissions__codename="decide_membershipapplication", permissions__content_type__app_label="network")


def applicants(application: MembershipApplication) -> list[Recipient]:
    """The applicant and the organization's primary contacts; without any, the address in the paper form."""
    people = primary_contacts(application.organization_id)
    if application.applicant and application.applicant not in people:
        people.insert(0, application.applicant)
    found = [_reader(user, application if user == application.applicant else None) for user in people if user.is_active]
    # Somebody has to hear of it, if only by a call to the number in the form.
    return found or [_paper_reader(application)]


def writers(application: MembershipApplication) -> list[Recipient]:
    """Who can go on writing it: the applicant, or whoever entered the paper form."""
    user = application.applicant or application.filed_by
    return [_reader(user)] if user and user.is_active else []


def primary_contacts(organization_id: int | None) -> list[User]:
    if organization_id is None:
        return []
    active = Representative.objects.active().filter(organization=organization_id, role=RepresentativeRole.PRIMARY)
    return [row.user for row in active.select_related("user") if row.user.is_active]


def members(organization: Organization) -> list[User | Recipient]:
    """Its primary contacts; without any, whoever else acts for it; without anybody the address in its profile."""
    people: list[User | Recipient] = [*primary_contacts(organization.pk)]
    if not people:
        others = Representative.objects.reachable().filter(organization=organization).select_related("user")
        people = [row.user for row in others.order_by("pk")]
    # Kept as a mail without an address when there is none: somebody can call.
    return people or [Recipient(organization.email or None, organization.name, "th", organization.phone)]


def coordinators(province: str | None) -> list[User]:
    """Those who serve the centre of `province` (an ISO code) today."""
    serving = Coordinator.objects.active().for_province(province)
    return list(User.objects.filter(pk__in=serving.values("user"), is_active=True).order_by("pk"))


def registrars() -> list[User]:
    """Members of the groups that decide; whoever runs the server is not asked to."""
    # By right and not by name: the council may rename its groups, or make a second one.
    groups = Group.objects.filter(DECIDE)
    return list(User.objects.filter(groups__in=groups, is_active=True).distinct().order_by("pk"))


def without_its_own(people: list[User], application: MembershipApplication) -> list[User]:
    """Whoever acts for the organization decides nothing on it, and is not asked to."""
    return [user for user in people if not user_acts_for(user, application)]


def whom_to_call(application: MembershipApplication) -> Contact | None:
    """The centre as long as the case is its own; None, the council's own phone, afterwards."""
    where = application.asked_in if application.status == ApplicationStatus.RETURNED else application.status
    is_above = where in (*ADVISED, ApplicationStatus.ANNOUNCED)
    is_decided_above = application.is_closed and application.kind == ApplicationKind.NATIONAL
    if application.is_handed_up or is_above or is_decided_above:
        return None
    return contact_of(application.centre)


def contact_of(centre: CoordinationCentre | None) -> Contact | None:
    """In the language that is active; None for a centre that nobody can call or write to."""
    if centre is None or not (centre.phone or centre.email):
        return None
    return Contact(str(centre), centre.phone, centre.email)


def _reader(user: User, application: MembershipApplication | None = None) -> Recipient:
    # Who signed in by phone or LINE may have written an e-mail address into the application.
    email = user.email or (application.email if application else "")
    phone = user.phone or (application.phone if application else "")
    return Recipient(email or None, user.get_full_name(), user.language, phone, user)


def _paper_reader(application: MembershipApplication) -> Recipient:
    name = application.leader_name or str(application)
    return Recipient(application.email or None, name, application.language, application.phone)
