"""My applications and my claims: the rows of the account page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from network.enums import ApplicationStatus, ClaimStatus
from network.models import Claim, MembershipApplication
from network.views.cases import standing
from network.views.cases.writing import writing_address

S = ApplicationStatus
CLAIM_KINDS = {ClaimStatus.OPEN: "info", ClaimStatus.ACCEPTED: "good", ClaimStatus.REFUSED: "bad"}


def applications_of(user) -> list[dict]:
    """The applications that `user` makes or whose organization they represent, the open ones first.

    Paper forms that `user` entered for others have a list of their own.
    """
    rows = MembershipApplication.objects.asked_by(user).with_places()
    return [row(application) for application in sorted(rows, key=lambda one: (one.is_closed, -one.pk))]


def row(application: MembershipApplication) -> dict:
    """Parameters of network/cases/my_application.html."""
    label, url = _way_on(application)
    return {
        "application": application,
        "status": {"label": standing.status_words(application), "kind": standing.status_kind(application)},
        "todo": _todo(application),
        "label": label,
        "url": url,
    }


def _way_on(application: MembershipApplication) -> tuple[str, str]:
    track = reverse("network_cases:track", args=[application.token])
    if application.status == S.DRAFT and (address := writing_address(application)):
        return _("Continue writing"), address
    if application.status == S.RETURNED:
        return _("Read the question and answer"), track
    return _("See how it stands"), track


def _todo(application: MembershipApplication) -> str:
    """What the person has to do now."""
    if application.status == S.DRAFT:
        return _("Not sent yet. Write what is missing and send it.")
    if application.status == S.RETURNED:
        return _("Something is asked. The application waits for your answer.")
    if application.status == S.APPROVED:
        return _("Approved. You can keep the organization’s profile now.")
    if application.is_closed:
        return _("Closed. The organization may apply again.")
    return _("You need to do nothing now.")


def claims_of(user) -> list[dict]:
    """The claims that `user` made, the newest first: [{claim, status, centre, next}]."""
    # One's own only: `visible_to` would show a coordinator the whole desk here.
    claims = Claim.objects.filter(claimant=user).select_related("organization__entry__province")
    rows = claims.prefetch_related("organization__entry__province__centres").order_by("-pk")
    return [
        {
            "claim": claim,
            "status": {"label": claim.get_status_display(), "kind": CLAIM_KINDS.get(ClaimStatus(claim.status), "")},
            "centre": None if claim.handed_up_at else standing.centre_of(claim.organization.entry.province),
            "is_open": claim.status == ClaimStatus.OPEN,
            "is_accepted": claim.status == ClaimStatus.ACCEPTED,
        }
        for claim in rows
    ]
