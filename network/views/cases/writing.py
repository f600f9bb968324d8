"""Where an application is written: in the questions of the wizard, or on the form for paper."""

from django.urls import NoReverseMatch, reverse

from network.models import MembershipApplication


def writing_address(application: MembershipApplication) -> str:
    """The page on which its answers are changed; "" where there is none."""
    try:
        return reverse("network_join:summary", args=[application.token])
    except NoReverseMatch:
        return ""
