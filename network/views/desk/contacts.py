"""The contact sheet of the desk: to print and call from, or as a workbook; each one taken leaves an entry."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from network.models import Organization
from network.permissions import CONTACT_FIELDS, contacts_for, desk_circles
from network.views.desk.door import Desk, behind_the_desk, centres_of, desk_of
from portal.actions import log_export
from portal.models import Identity
from portal.pdf import pdf
from portal.requests import SignedInRequest
from portal.thai.dates import long_date
from portal.thai.phones import format_phone
from portal.workbooks import XLSX, workbook

TEMPLATE = Path(__file__).parents[2] / "typst" / "contact_sheet.typ"
CIRCLES = desk_circles()


@require_GET
@behind_the_desk
def contacts_pdf(request: SignedInRequest) -> HttpResponse:
    desk = desk_of(request)
    organizations = in_order(desk)
    answer = HttpResponse(pdf(TEMPLATE, sheet_data(request, desk, organizations)), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="contacts.pdf"'
    written_down(request, desk, organizations, "pdf")
    return answer


@require_GET
@behind_the_desk
def contacts_xlsx(request: SignedInRequest) -> HttpResponse:
    desk = desk_of(request)
    organizations = in_order(desk)
    answer = HttpResponse(workbook(_("Contact sheet"), headings(), cells(organizations)), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="contacts.xlsx"'
    written_down(request, desk, organizations, "xlsx")
    return answer


def in_order(desk: Desk) -> list[Organization]:
    """The listed organizations of the desk's provinces, province by province, each as in a dictionary."""
    place = {province.code: number for number, province in enumerate(desk.provinces)}
    rows = Organization.objects.listed().filter(entry__province__in=desk.provinces)
    rows = rows.select_related("entry__province").in_order_of(get_language() or "th")
    return sorted(rows, key=lambda organization: place[organization.entry.province_id])


def written_down(request: SignedInRequest, desk: Desk, organizations: list[Organization], form: str) -> None:
    chosen = {"provinces": [province.code for province in desk.provinces], "format": form}
    log_export(Organization, by=request.user, rows=len(organizations), chosen=chosen)


def contacts(organization: Organization) -> dict[str, str]:
    """{field: value} of what the desk may read; "" for the rest."""
    open_ones = contacts_for(organization, CIRCLES)
    found = {field: str(getattr(organization, field)) if field in open_ones else "" for field in CONTACT_FIELDS}
    return {**found, "phone": format_phone(found["phone"], get_language() or "th") if found["phone"] else ""}


def sheet_data(request: SignedInRequest, desk: Desk, organizations: list[Organization]) -> dict:
    """What contact_sheet.typ draws: provinces, each with its lines."""
    language = get_language() or "th"
    by_province = groupby(organizations, key=lambda organization: organization.entry.province)
    return {
        "lang": language,
        "title": _("Contact sheet"),
        "council": Identity.load(request_or_site=request).display_name,
        "centres": [str(centre) for centre in centres_of(desk)],
        "day": _("As of %(day)s") % {"day": long_date(timezone.localdate(), language)},
        "foot": _("Personal data: only for the work of the centre. Destroy the sheet when you no longer need it."),
        "headings": [_("Organization"), _("Phone"), _("Notes")],
        "nothing": _("There is no organization in the directory yet."),
        "provinces": [{"name": str(province), "lines": list(map(line, rows))} for province, rows in by_province],
    }


def line(organization: Organization) -> dict:
    found = contacts(organization)
    also = [found["email"], f"LINE {found['line_id']}" if found["line_id"] else ""]
    return {
        "name": organization.display_name,
        "leader": found["leader_name"],
        "phone": found["phone"],
        "also": " · ".join(filter(None, also)),
        "hidden": _("Contacts not disclosed") if organization.entry.is_protected else "",
    }


def headings() -> list[str]:
    return [
        _("Organization"),
        _("Province"),
        _("District"),
        _("Team leader"),
        _("Phone"),
        _("E-mail"),
        "LINE",
        _("Address"),
    ]


def cells(organizations: list[Organization]) -> Iterator[list[str]]:
    english = get_language() == "en"
    for organization in organizations:
        entry, found = organization.entry, contacts(organization)
        district = (entry.district_en if english else "") or entry.district
        address = (organization.address_en if english else "") or organization.address
        yield [
            organization.display_name,
            str(entry.province),
            district,
            found["leader_name"],
            found["phone"],
            found["email"],
            found["line_id"],
            address if found["address"] else "",
        ]
