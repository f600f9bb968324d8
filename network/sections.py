"""The network's parts of pages that others own."""

from django.http import HttpRequest

from network.models import Representative
from network.models.profile import profile_state
from network.permissions import representative_can_edit_profile
from portal.sections import Section


def my_organizations(request: HttpRequest) -> Section | None:
    """Every organization the person represents, where its profile stands and what to do next."""
    mandates = Representative.objects.of(request.user).active().with_organizations()
    rows = [
        {
            "organization": mandate.organization,
            "state": profile_state(mandate.organization),
            "can_edit": representative_can_edit_profile(mandate),
        }
        for mandate in mandates
    ]
    if not rows and request.user.has_perm("wagtailadmin.access_admin"):
        return None
    return Section(200, "network/account/section.html", {"rows": rows})
