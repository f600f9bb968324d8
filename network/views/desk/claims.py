"""A claim on the desk: somebody says that they act for an organization of the register."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.actions.claims import accept_claim, refuse_claim
from network.enums import ClaimStatus
from network.exceptions import CaseRefused, NotYourCase, ReasonMissing, Recused
from network.forms.desk import ClaimForm
from network.models import Claim, Organization, Representative
from network.permissions import contacts_for, desk_circles, user_can_decide_claim
from network.views.desk.door import behind_the_desk, crumbs
from portal.requests import SignedInRequest

DECISIONS = {"accept": accept_claim, "refuse": refuse_claim}
STATUSES = {ReasonMissing: HTTPStatus.UNPROCESSABLE_ENTITY, Recused: HTTPStatus.FORBIDDEN}


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def claim(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who asks, how one can check it, who represents the organization already; and the decision."""
    wanted = own_claim(request, pk)
    if request.method != "POST":
        return claim_page(request, wanted, ClaimForm())
    form, decide = ClaimForm(request.POST), DECISIONS.get(request.POST.get("decision", ""))
    if decide is None:
        raise Http404
    if not form.is_valid():
        return claim_page(request, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        decided = decide(wanted, by=request.user, reason=form.cleaned_data["reason"])
    except NotYourCase:
        raise Http404 from None
    except CaseRefused as refusal:
        form.add_error("reason" if isinstance(refusal, ReasonMissing) else None, str(refusal))
        status = STATUSES.get(type(refusal), HTTPStatus.CONFLICT)
        return claim_page(request, own_claim(request, pk), form, status=status)
    messages.success(request, done(decided))
    return redirect("network_desk:board")


def own_claim(request: SignedInRequest, pk: int) -> Claim:
    """A claim in the person's provinces; 404 for any other."""
    related = ("organization__entry__province", "claimant", "decided_by")
    return get_object_or_404(Claim.objects.on_desk_of(request.user).select_related(*related), pk=pk)


def done(claim: Claim) -> str:
    if claim.status == ClaimStatus.ACCEPTED:
        return _("%(person)s now represents %(organization)s.") % words(claim)
    return _("Refused. %(person)s reads your reason.") % words(claim)


def words(claim: Claim) -> dict:
    return {"person": claim.claimant, "organization": claim.organization.display_name}


def claim_page(
    request: SignedInRequest, wanted: Claim, form: ClaimForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    colleagues = Representative.objects.active().filter(organization=wanted.organization).select_related("user")
    context = {
        "claim": wanted,
        "form": form,
        "is_open": wanted.status == ClaimStatus.OPEN,
        "can_decide": user_can_decide_claim(request.user, wanted),
        "colleagues": list(colleagues.order_by("pk")),
        "known": known_contact(wanted.organization),
        "breadcrumbs": crumbs((wanted.organization.display_name, None)),
    }
    return render(request, "network/desk/claim.html", context, status=status)


def known_contact(organization: Organization) -> dict:
    """Whom the register knows at the organization, so that the claimant's own number need not be believed."""
    open_to_the_desk = contacts_for(organization, desk_circles())
    return {name: getattr(organization, name) for name in ("leader_name", "phone") if name in open_to_the_desk}
