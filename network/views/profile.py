"""An organization as its public page tells it."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.linked_data import organization_json
from network.models import Membership, MembershipApplication, Organization, Province
from network.permissions import CONTACT_FIELDS, visible_contacts
from portal.hooks import answers
from portal.templatetags.portal_thai import thai_date
from portal.thai.breaks import cut
from portal.thai.phones import format_phone

BUDDHIST_ERA = 543
KINDS = {"phone": "phone", "email": "email", "line_id": "line", "website": "web", "facebook": "facebook"}


def row(organization: Organization) -> dict:
    """One line of a list: the parameters of components/result.html."""
    entry = organization.entry
    return {
        "title": organization.display_name,
        "url": organization.get_absolute_url(),
        "meta": f"{entry.get_legal_form_display()} · {entry.province}",
        "text": cut(localized(organization, "current_work", fall_back=False), 140),
        **tier_badge(organization),
    }


def tier_badge(organization: Organization) -> dict:
    """The first tier that it is a member of today, for rows fetched `with_tiers`; nothing for who is none."""
    terms = getattr(organization, "good_terms", [])
    return {"badge": str(terms[0].tier), "badge_kind": "info"} if terms else {}


def profile(request: HttpRequest, organization: Organization) -> dict:
    """Everything that network/organization.html draws, as this reader may see it."""
    fields = visible_contacts(request.user, organization)
    entry = organization.entry
    terms = list(organization.memberships.in_good_standing().select_related("tier").order_by("tier"))
    sections = (s for s in answers("register_organization_sections", request, organization) if s)
    return {
        "organization": organization,
        "entry": entry,
        "other_name": other_name(organization),
        "work": localized(organization, "current_work"),
        "work_is_thai": get_language() == "en" and not organization.current_work_en,
        "label": verification(organization),
        "tiers": [str(term.tier) for term in terms],
        "facts": [*membership_facts(terms), *facts(organization)],
        "issues": [issue_link(issue) for issue in organization.issues.all()],
        "contacts": contacts(organization, fields),
        # Says that there is more to members and centres, without saying what.
        "hides_contacts": any(getattr(organization, field) for field in CONTACT_FIELDS if field not in fields),
        "centres": list(entry.province.centres.all()),
        "sections": sorted(sections, key=lambda s: s.order),
        "logo_url": logo_url(organization),
        "sharing_url": settings.BASE_URL.rstrip("/") + organization.get_absolute_url(),
        "linked_data": organization_json(organization, contacts=fields),
    }


def localized(organization: Organization, field: str, *, fall_back: bool = True) -> str:
    """The field in the reader's language; on English pages the Thai text stands in unless told otherwise."""
    if get_language() != "en":
        return getattr(organization, field)
    return getattr(organization, f"{field}_en") or (getattr(organization, field) if fall_back else "")


def other_name(organization: Organization) -> dict | None:
    """The name in the other language, marked as such for screen readers."""
    name, code = (organization.name, "th") if get_language() == "en" else (organization.name_en, "en")
    return {"text": name, "language": code} if name and name != organization.display_name else None


def verification(organization: Organization) -> dict:
    """Whose word the page is: {label, kind, text}."""
    if day := organization.entry.verified_on:
        return {
            "label": _("Verified on %(day)s") % {"day": thai_date(day)},
            "kind": "good",
            "text": _("The secretariat has checked that this organization exists and works as it says."),
        }
    return {
        "label": _("Self-declared"),
        "kind": "",
        "text": _("The organization says this of itself; the secretariat has not checked it yet."),
    }


def facts(organization: Organization) -> list[dict]:
    """Parameters of components/definition_list.html; the component leaves empty ones out."""
    entry = organization.entry
    english = get_language() == "en"
    district = (entry.district_en if english else "") or entry.district
    return [
        {"term": _("Legal form"), "value": entry.get_legal_form_display()},
        {"term": _("Province"), "value": str(entry.province), "url": province_url(entry.province)},
        {"term": _("District"), "value": "" if entry.is_protected else district},
        {"term": _("Founded"), "value": founded(organization)},
        {"term": _("Works with"), "value": localized(organization, "target_groups")},
        {"term": _("Also called"), "value": organization.other_names},
        {"term": _("Registration number"), "value": entry.registration_number},
    ]


def membership_facts(terms: list[Membership]) -> list[dict]:
    """A line for each tier it is a member of today; who is none, or not any more, has no line."""
    words = _("%(tier)s, number %(number)d")
    value = "\n".join(words % {"tier": term.tier, "number": term.number} for term in terms)
    return [{"term": _("Membership"), "value": value}]


def founded(organization: Organization | MembershipApplication) -> str:
    year = organization.year_started
    if not year:
        return ""
    return str(year) if get_language() == "en" else f"พ.ศ. {year + BUDDHIST_ERA}"


def contacts(organization: Organization, fields: list[str]) -> list[dict]:
    """Parameters of components/contact_list.html for the contact fields that may be read and say something."""
    found = []
    for field in fields:
        value = localized(organization, "address") if field == "address" else getattr(organization, field)
        if value:
            kind = _("Team leader") if field == "leader_name" else KINDS.get(field, "address")
            found.append({"kind": kind, "value": shown(field, value), "url": link(field, value)})
    return found


def shown(field: str, value: str) -> str:
    """A contact as people read it: web addresses without their scheme."""
    if field == "phone":
        return format_phone(value, get_language() or "th")
    return value.partition("://")[2].rstrip("/") if field in ("website", "facebook") else value


def link(field: str, value: str) -> str:
    if field == "phone":
        # Kept as +66…;ext=12, which is a tel: address as it stands (RFC 3966).
        return f"tel:{value.replace(' ', '')}"
    return value if field in ("website", "facebook") else ""


def issue_link(issue) -> dict:
    return {"label": str(issue), "url": f"{reverse('network:organizations')}?issue={issue.slug}"}


def province_url(province: Province) -> str:
    """The directory's list of one province."""
    return f"{reverse('network:organizations')}?province={province.slug}"


def logo_url(organization: Organization) -> str:
    """Another address for another file, so that caches may keep it."""
    if not organization.logo:
        return ""
    version = str(organization.logo).rpartition("/")[2].rpartition(".")[0]
    # The stored name changes with the file, so that an old one in a cache is never taken for the new.
    return f"{reverse('network:organization_logo', args=[organization.entry.slug])}?v={version}"
