"""Who may send a delegate: one rule for the website, the CMS and the actions, and it explains itself."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.enums import Window
from events.models import Event
from network.enums import EntryStatus, RepresentativeRole
from network.models import Organization, Representative
from portal.thai.dates import datetime_long

# Whoever only keeps the profile does not speak for the organization at an assembly.
DELEGATE_MAKERS = (RepresentativeRole.PRIMARY, RepresentativeRole.DELEGATE_MAKER)


@dataclass(frozen=True)
class Refusal:
    """Why an organization cannot send a delegate: `code` for programs, `sentence` in the language being read."""

    code: str
    sentence: str


def why_cannot_send(event: Event, organization: Organization, *, now: datetime | None = None) -> Refusal | None:
    """Why `organization` cannot send a delegate to `event` now; None when it can.

    What lasts comes first: an organization of another province is not told to wait for the opening day.
    """
    now = now or timezone.now()
    # The order is the order in which a person can do something about it.
    return _not_published(event) or _not_eligible(event, organization) or _not_now(event, now)


def why_cannot_withdraw(event: Event, organization: Organization, *, now: datetime | None = None) -> Refusal | None:
    """Why a delegate cannot be withdrawn now; one that may no longer send can still take the name back."""
    return _not_published(event) or _not_now(event, now or timezone.now())


def why_person_cannot_send(user, organization: Organization) -> Refusal | None:
    """Why this person cannot name the organization's delegate; None when they can."""
    # Before the mandates: staff may represent an organization of their own besides.
    if user_can_enter_for_all(user):
        return None
    roles = set(mandates(user).filter(organization=organization).values_list("role", flat=True))
    if roles & set(DELEGATE_MAKERS):
        return None
    if roles:
        return role_refusal()
    return Refusal("no_mandate", _("You do not represent this organization."))


def role_refusal() -> Refusal:
    return Refusal("role", _("You keep this organization's profile. Its primary contact can name the delegate."))


def user_can_enter_for_all(user) -> bool:
    """Event staff act for an organization in the very same form."""
    return user.is_authenticated and user.has_perm("events.enter_delegate")


def mandates(user):
    """The representations that run today."""
    return Representative.objects.of(user).active()


def _not_published(event: Event) -> Refusal | None:
    if event.live:
        return None
    return Refusal("not_published", _("This event is not published."))


def _not_eligible(event: Event, organization: Organization) -> Refusal | None:
    if event.window() == Window.NONE:
        return Refusal("no_registration", _("This event takes no delegates through this site."))
    if not organization.live or organization.entry.status != EntryStatus.LISTED:
        return Refusal(
            "not_listed",
            _("%(organization)s is not listed in the directory yet; only listed organizations send delegates.")
            % {"organization": organization.display_name},
        )
    # No provinces means the whole country: the field is a restriction, and an empty one restricts nothing.
    provinces = list(event.provinces.all())
    if provinces and organization.entry.province_id not in {province.pk for province in provinces}:
        return Refusal("province", _province_sentence([str(province) for province in provinces]))
    return None


def _province_sentence(names: list[str]) -> str:
    text = ngettext(
        "Only organizations in %(provinces)s can send a delegate to this event.",
        "Only organizations in these provinces can send a delegate to this event: %(provinces)s.",
        len(names),
    )
    return text % {"provinces": ", ".join(names)}


def _not_now(event: Event, now: datetime) -> Refusal | None:
    window = event.window(now)
    if window == Window.SOON:
        return Refusal("soon", _("Registration opens on %(moment)s.") % {"moment": _moment(event.opens_at)})
    if window == Window.CLOSED:
        return Refusal("closed", _closed_sentence(event, now))
    return None


def _closed_sentence(event: Event, now: datetime) -> str:
    if event.closes_at and event.closes_at <= now:
        return _("Registration closed on %(moment)s. For a change after that, please call us.") % {
            "moment": _moment(event.closes_at)
        }
    return _("This event is over.")


def _moment(moment: datetime | None) -> str:
    return datetime_long(moment, get_language() or "th") if moment else ""
