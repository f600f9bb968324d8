"""Which questions an application asks, and which of them still have no answer."""

from network.enums import REGISTERED_FORMS, ApplicationKind, DocumentKind
from network.models.application import MembershipApplication

FIVE_ITEMS = ("name", "province", "district", "leader_name", "current_work", "phone")
FOR_NATIONAL = (
    "legal_form",
    "year_started",
    "issues",
    "target_groups",
    "area",
    "first_activity",
    "second_activity",
    "documents",
)
# Whatever an applicant may write, the optional answers included; a list view asks for none of it.
ANSWERS = (
    "name",
    "name_en",
    "province",
    "district",
    "subdistrict",
    "village_number",
    "address_line",
    "postal_code",
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


def required_answers(kind: str) -> tuple[str, ...]:
    """The five items for everyone (a location is province and district); the rest only for the national council."""
    return FIVE_ITEMS + FOR_NATIONAL if kind == ApplicationKind.NATIONAL else FIVE_ITEMS


def missing_answers(application: MembershipApplication) -> list[str]:
    """The required questions without an answer, in the order in which they are asked."""
    return [name for name in required_answers(application.kind) if not is_answered(application, name)]


def is_answered(application: MembershipApplication, name: str) -> bool:
    # The two that are rows of their own; everything else is a column.
    if name == "issues":
        return application.issues.exists()
    if name == "documents":
        return has_its_document(application)
    return bool(getattr(application, f"{name}_id" if name in ("province", "district") else name))


def proof_of(legal_form: str) -> DocumentKind:
    """The document that shows that such an organization exists."""
    return DocumentKind.REGISTRATION if legal_form in REGISTERED_FORMS else DocumentKind.EXISTENCE


def has_its_document(application: MembershipApplication) -> bool:
    """The proof of its legal form; a certificate serves an unregistered group too."""
    kinds = {proof_of(application.legal_form), DocumentKind.REGISTRATION}
    return application.documents.filter(kind__in=kinds).exists()
