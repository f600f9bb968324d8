"""What the register holds, as cells of a list show it: the export writes them, the import compares with them."""

from collections.abc import Callable
from datetime import date
from functools import cache

from django.utils.translation import override

from network.enums import LegalForm
from network.importing.headings import fields
from network.models import Membership, Organization
from portal.thai.dates import numeric_date
from portal.thai.months import ERA_OFFSET
from portal.thai.phones import format_phone

# Cells that only lists of others have: an address in pieces, a name in three. Ours hold them in one.
IN_PIECES = (
    *("house", "village", "road", "subdistrict", "postal_code"),
    *("leader_title", "leader_family_name", "mobile"),
)
EXPORTED = tuple(field for field in fields() if field not in IN_PIECES)
REGISTER_FIELDS = ("province", "district", "district_en", "legal_form", "registration_number", "registered_on")
type Show = Callable[[Organization, str], str]


def shown(field: str, organization: Organization, language: str) -> str:
    """The cell of `field` in a list in that language ("th", "en"). Entry, province, issues and terms are at hand."""
    if show := _SPECIAL.get(field):
        return show(organization, language)
    return getattr(organization.entry if field in REGISTER_FIELDS else organization, field)


def _registered_on(organization: Organization, language: str) -> str:
    return _day(organization.entry.registered_on, language)


def _day(day: date | None, language: str) -> str:
    if day is None:
        return ""
    return numeric_date(day, "th") if language == "th" else day.isoformat()


def _year_started(organization: Organization, language: str) -> str:
    year = organization.year_started
    return str(year + ERA_OFFSET * (language == "th")) if year else ""


def _province(organization: Organization, language: str) -> str:
    province = organization.entry.province
    return province.name_en if language == "en" else province.name


def _issues(organization: Organization, language: str) -> str:
    return "; ".join(issue.name_en if language == "en" else issue.name for issue in organization.issues.all())


@cache
def _forms(language: str) -> dict[str, str]:
    with override(language):
        return {form.value: str(form.label) for form in LegalForm}


def _membership(organization: Organization) -> Membership | None:
    """The one that a list shows: that of the council before that of the province; the terms are at hand, in order."""
    return next((term for term in organization.memberships.all() if term.closed_on is None), None)


def _member_tier(organization: Organization, language: str) -> str:
    term = _membership(organization)
    return (term.tier.name_en if language == "en" else term.tier.name) if term else ""


def _member_number(organization: Organization, language: str) -> str:
    term = _membership(organization)
    return str(term.number) if term else ""


def _member_from(organization: Organization, language: str) -> str:
    term = _membership(organization)
    return _day(term.starts_on, language) if term else ""


def _member_until(organization: Organization, language: str) -> str:
    term = _membership(organization)
    return _day(term.ends_on, language) if term else ""


_SPECIAL: dict[str, Show] = {
    "code": lambda organization, language: organization.entry.slug,
    "legal_form": lambda organization, language: _forms(language)[organization.entry.legal_form],
    "phone": lambda organization, language: format_phone(organization.phone, language),
    "registered_on": _registered_on,
    "year_started": _year_started,
    "province": _province,
    "issues": _issues,
    "member_tier": _member_tier,
    "member_number": _member_number,
    "member_from": _member_from,
    "member_until": _member_until,
}
