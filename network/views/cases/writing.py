"""Where an application is written: in the questions of the wizard, or on the form for paper."""

from django.urls import reverse

from network.models import MembershipApplication


def writing_address(application: MembershipApplication) -> str:
    """The page on which its answers are changed."""
    if application.filed_by_id and not application.applicant_id:
        return reverse("network_paper:form", args=[application.token])
    return reverse("network_join:summary", args=[application.token])


def sheet_address(application: MembershipApplication) -> str:
    """Where whoever keeps a paper form finds its code; "" once the organization has it."""
    on_paper = application.filed_by_id and not application.applicant_id
    return reverse("network_paper:sheet", args=[application.token]) if on_paper else ""
