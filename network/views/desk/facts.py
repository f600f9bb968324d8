"""An application as the desk reads it: every answer with its question."""

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import MembershipApplication
from network.views.profile import founded
from portal.templatetags.portal_thai import thai_date
from portal.thai.phones import format_phone

# What stands in the address, in one line.
PARTS_OF_THE_ADDRESS = ("province", "district", "subdistrict", "village_number", "address_line", "postal_code")
IN_ORDER = (
    "name",
    "name_en",
    "leader_name",
    "current_work",
    "phone",
    "email",
    "legal_form",
    "registration_number",
    "registered_on",
    "year_started",
    "issues",
    "target_groups",
    "area",
    "first_activity",
    "second_activity",
)

# Read aloud in its own language, whatever the page speaks.
SPOKEN = {"name": "th", "name_en": "en"}


def facts(application: MembershipApplication) -> list[dict]:
    """Parameters of components/definition_list.html, which leaves out what has no answer."""
    language = get_language() or "th"
    answers = [
        {"term": question(name), "value": answer(application, name), "lang": SPOKEN.get(name, "")} for name in IN_ORDER
    ]
    answers.insert(2, {"term": _("Address"), "value": application.address_in_words(language)})
    return [*answers, *hands(application)]


def question(name: str) -> str:
    label = getattr(MembershipApplication._meta.get_field(name), "verbose_name", name)
    return capfirst(str(label))


def answer(application: MembershipApplication, name: str) -> str:
    if name == "legal_form":
        return application.get_legal_form_display()
    if name == "registered_on":
        return thai_date(application.registered_on)
    if name == "year_started":
        return founded(application)
    if name == "phone":
        return format_phone(application.phone, get_language() or "th")
    if name == "issues":
        return ", ".join(str(issue) for issue in application.issues.all())
    return getattr(application, name)


def hands(application: MembershipApplication) -> list[dict]:
    """Through whose hands it came: the applicant, who entered a paper form, who accepted the privacy notice."""
    return [
        {"term": _("Sent by"), "value": str(application.applicant or "")},
        {"term": _("Paper form entered by"), "value": filed(application)},
        {"term": _("Privacy notice accepted by"), "value": accepted(application)},
    ]


def filed(application: MembershipApplication) -> str:
    return f"{application.filed_by} · {thai_date(application.created_at)}" if application.filed_by else ""


def accepted(application: MembershipApplication) -> str:
    if not application.accepted_by:
        return ""
    parts = (application.accepted_by, thai_date(application.accepted_at), str(application.notice or ""))
    return " · ".join(part for part in parts if part)
