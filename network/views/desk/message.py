"""Ready words for the organization, to be copied into LINE: where its application stands and whom to call."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from network.enums import ApplicationStatus
from network.models import MembershipApplication


def line_message(application: MembershipApplication) -> str:
    """The text in the language of the application; plain, in short lines."""
    last = application.timeline.exclude(message="").last()
    with override(application.language):
        context = {
            "case": application,
            "centre": application.centre,
            "status": application.status,
            "Status": ApplicationStatus,
            "said": last.message if last and last.status == application.status else "",
            "url": tracking_url(application),
        }
        return render_to_string("network/desk/line.txt", context).strip()


def tracking_url(application: MembershipApplication) -> str:
    """The whole address at which the applicant follows it, in the language of the application."""
    with override(application.language):
        return settings.BASE_URL.rstrip("/") + reverse("network_cases:track", args=[application.token])
