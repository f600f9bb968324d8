"""The form to print and fill in by hand, in the reader's language."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.enums import LegalForm
from network.models import Issue, PrivacyNotice
from portal.models import Identity
from portal.pdf import pdf

TEMPLATE = Path(__file__).parents[2] / "typst" / "application_form.typ"


@require_safe
def blank_form(request: HttpRequest) -> HttpResponse:
    """Both ways on one form: the five items first, the rest for whoever applies to the national council."""
    document = pdf(TEMPLATE, form_data(Identity.load(request_or_site=request)))
    answer = HttpResponse(document, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="application-form.pdf"'
    return answer


def form_data(identity: Identity) -> dict:
    """What application_form.typ draws; a part has a title, a note, items to fill in, and may begin a page."""
    notice = PrivacyNotice.objects.current()
    return {
        "lang": get_language(),
        "title": _("Application form for organizations"),
        "council": identity.display_name,
        "foot": _("Questions? Call %(phone)s") % {"phone": identity.phone} if identity.phone else "",
        "intro": _("Fill in by hand and give it to the coordination centre of your province."),
        "ways": [
            _("Registration with the provincial network (free, only part 1)"),
            _("Membership of the national council (parts 1 and 2)"),
        ],
        "parts": [five_items(), national_part(), consent_part(notice)],
        "notice": notice.display_text.split("\n\n") if notice else [],
        "notice_title": _("Privacy notice"),
    }


def five_items() -> dict:
    return {
        "title": _("Part 1: for everyone"),
        "note": "",
        "new_page": False,
        "items": [
            blank(_("Name of the organization")),
            blank(_("House number, building, road")),
            pair(_("Village number"), _("Subdistrict")),
            pair(_("District"), _("Province")),
            blank(_("Team leader")),
            blank(_("Telephone number")),
            lines(_("Your present work"), 6),
        ],
    }


def national_part() -> dict:
    return {
        "title": _("Part 2: only for membership of the national council"),
        "note": "",
        "new_page": True,
        "items": [
            ticks(_("Legal form"), LegalForm.labels),
            pair(_("Registration number, if any"), _("Registered on, if registered")),
            blank(_("Year of founding")),
            ticks(_("Issues you work on"), [str(issue) for issue in Issue.objects.all()]),
            blank(_("Whom you work with")),
            blank(_("Area of work")),
            lines(_("A recent activity"), 2),
            lines(_("Another recent activity"), 2),
            {
                "kind": "text",
                "label": _("Please enclose"),
                "text": _(
                    "a copy of the certificate of registration; a group that is not registered encloses a letter "
                    "certifying that it exists. Please enclose no copy of anybody's ID card."
                ),
            },
        ],
    }


def consent_part(notice: PrivacyNotice | None) -> dict:
    version = notice.version if notice else ""
    return {
        "title": _("Signature"),
        "note": _("I have read the privacy notice below (version %(version)s) and accept it.") % {"version": version},
        "new_page": True,
        "items": [pair(_("Name"), _("Date")), blank(_("Signature"))],
    }


def blank(label: str) -> dict:
    return {"kind": "blank", "label": label}


def pair(first: str, second: str) -> dict:
    return {"kind": "pair", "labels": [first, second]}


def lines(label: str, count: int) -> dict:
    return {"kind": "lines", "label": label, "count": count}


def ticks(label: str, options: list) -> dict:
    return {"kind": "ticks", "label": label, "options": [str(option) for option in options]}
