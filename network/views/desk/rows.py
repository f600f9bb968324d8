"""One line of each list of the desk: parameters of network/desk/row.html."""

from collections.abc import Callable
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from network.enums import ApplicationStatus, PaymentStatus, Standing
from network.models import Claim, Membership, MembershipApplication, Organization, Payment
from network.permissions import contacts_for, desk_circles
from network.views.payments.standing import title as payment_title
from network.views.terms import words
from portal.templatetags.portal_thai import thai_date


def application_row(application: MembershipApplication, silent_days: int) -> dict:
    is_new = application.status == ApplicationStatus.SUBMITTED and not application.is_handed_up
    days = days_since(application.status_since)
    place = [application.get_kind_display(), str(application.district or ""), str(application.province or "")]
    return {
        "title": str(application),
        "url": reverse("network_desk:application", args=[application.token]),
        "meta": " · ".join(filter(None, place)),
        "waits": decided_words(application) if application.is_closed else waiting_words(days),
        "left": left_words(silent_days - days) if is_new else "",
        "hurries": is_new and silent_days - days <= HURRY_DAYS,
        "badge": application.get_status_display() if application.status not in WITHOUT_A_BADGE else "",
        "phone": application.phone,
    }


def claim_row(claim: Claim, silent_days: int) -> dict:
    return {
        "title": claim.organization.display_name,
        "url": reverse("network_desk:claim", args=[claim.pk]),
        "meta": f"{claim.claimant} · {claim.position}",
        "waits": waiting_words(days_since(claim.made_at)),
        "badge": _("Handed up to the secretariat") if claim.handed_up_at else "",
        "phone": claim.phone,
    }


def paper_row(paper: MembershipApplication, silent_days: int) -> dict:
    is_draft = paper.status == ApplicationStatus.DRAFT
    entered = _("Entered by %(person)s on %(day)s") % {"person": paper.filed_by, "day": thai_date(paper.created_at)}
    return {
        "title": str(paper),
        "url": reverse("network_paper:form" if is_draft else "network_paper:sheet", args=[paper.token]),
        "meta": " · ".join(filter(None, (paper.get_kind_display(), str(paper.province or "")))),
        "waits": entered,
        "badge": _("Not sent yet") if is_draft else paper.get_status_display(),
        "phone": paper.phone,
    }


def nobody_row(organization: Organization, silent_days: int) -> dict:
    """`organization` carries `had`, whether anybody ever acted for it, and `waiting`, whether anybody is invited."""
    return {
        "title": organization.display_name,
        "url": reverse("network_desk:people", args=[organization.pk]),
        "meta": place(organization),
        "waits": _("Somebody acted for it before, and no longer does.") if organization.had else "",
        "badge": _("Invited, not answered yet") if organization.waiting else "",
        "phone": desk_phone(organization),
    }


def place(organization: Organization) -> str:
    """Its district and province, in the reader's language."""
    entry = organization.entry
    district = (entry.district_en if get_language() == "en" else "") or entry.district
    return " · ".join(filter(None, (district, str(entry.province))))


def membership_row(membership: Membership, silent_days: int) -> dict:
    organization = membership.organization
    return {
        "title": organization.display_name,
        "url": reverse("network_desk:membership", args=[membership.pk]),
        "meta": f"{membership.tier} · {organization.entry.province}",
        "waits": ending_words(membership.ends_on) if membership.ends_on else "",
        "badge": Standing(membership.standing).label,
        "badge_kind": words.KINDS[Standing(membership.standing)],
        "phone": desk_phone(organization),
    }


def payment_row(payment: Payment, silent_days: int) -> dict:
    organization = payment.membership.organization
    return {
        "title": organization.display_name,
        "url": reverse("network_desk:payment", args=[payment.pk]),
        "meta": f"{payment_title(payment)} · {payment.membership.tier} · {organization.entry.province}",
        "waits": _("To be paid by %(day)s") % {"day": thai_date(payment.due_on)} if payment.due_on else "",
        "hurries": payment.due_on and payment.due_on < timezone.localdate(),
        "badge": "" if payment.status == PaymentStatus.DUE else _("Says it paid at your centre"),
        "phone": desk_phone(organization),
    }


# Their lists have their name: all rows would say the same.
WITHOUT_A_BADGE = (ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED)
RowMaker = Callable[..., dict]
# From so many days on, the row says loudly that the case is about to leave the centre.
HURRY_DAYS = 5


def desk_phone(organization: Organization) -> str:
    """The phone as far as the coordinator of its province may read it."""
    return organization.phone if "phone" in contacts_for(organization, desk_circles()) else ""


def days_since(moment: datetime) -> int:
    """Whole days on the calendar, in the portal's time zone."""
    return (timezone.localdate() - timezone.localdate(moment)).days


def waiting_words(days: int) -> str:
    if days < 1:
        return _("Came today")
    return ngettext("Has waited for %(days)s day", "Has waited for %(days)s days", days) % {"days": days}


def left_words(days: int) -> str:
    if days < 1:
        return _("Goes up to the secretariat today")
    words = ngettext("Goes up to the secretariat in %(days)s day", "Goes up to the secretariat in %(days)s days", days)
    return words % {"days": days}


def decided_words(application: MembershipApplication) -> str:
    return thai_date(application.decided_at)


def ending_words(day: date) -> str:
    words = _("Ended on %(day)s") if day < timezone.localdate() else _("Ends on %(day)s")
    return words % {"day": thai_date(day)}
