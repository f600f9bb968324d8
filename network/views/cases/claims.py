"""Claims: "this is my organization", on its public page and in one's account."""

from contextlib import suppress
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from network.actions import discard_draft, make_claim, withdraw_claim
from network.enums import ApplicationStatus
from network.exceptions import AlreadyRepresents, CaseRefused, NotYourCase
from network.forms.claims import ClaimForm
from network.models import Claim, MembershipApplication, Organization
from network.permissions import user_represents
from network.views.cases import standing
from network.views.crumbs import crumbs
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def claim(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask to represent an organization of the register; its centre decides."""
    listed = Organization.objects.visible_to(request.user).listed().select_related("entry__province")
    organization, draft = get_object_or_404(listed, entry__slug=slug), draft_in(request)
    if request.method != "POST":
        refusal = AlreadyRepresents() if user_represents(request.user, organization.pk) else None
        return page(request, organization, ClaimForm(initial={"phone": request.user.phone}, draft=draft), refusal)
    form = ClaimForm(request.POST, draft=draft)
    if not form.is_valid():
        return page(request, organization, form)
    words = dict(form.cleaned_data)
    # Whoever has found their organization in the register need not finish the application for it.
    is_needless = words.pop("discard", False)
    try:
        make_claim(organization, by=request.user, **words)
    except CaseRefused as refusal:
        return page(request, organization, form, refusal)
    if draft and is_needless:
        # Sent from another window meanwhile, it stays what it is.
        with suppress(CaseRefused):
            discard_draft(draft, by=request.user)
    messages.success(request, _("Your request is sent. The centre of the province decides; it may call you."))
    return redirect("account")


def draft_in(request: SignedInRequest) -> MembershipApplication | None:
    """The application that the person was writing when they found their organization: `?draft=` and its token."""
    try:
        token = UUID(request.GET.get("draft", ""))
    except ValueError:
        return None
    drafts = MembershipApplication.objects.own_of(request.user).filter(status=ApplicationStatus.DRAFT)
    return drafts.filter(token=token).first()


@require_POST
@login_required
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one's own claim back."""
    own = get_object_or_404(Claim.objects.visible_to(request.user).filter(claimant=request.user), pk=pk)
    try:
        withdraw_claim(own, by=request.user)
    except CaseRefused:
        messages.error(request, _("The centre has decided on this request already."))
    else:
        messages.success(request, _("Your request is taken back."))
    return redirect("account")


def page(
    request: SignedInRequest, organization: Organization, form: ClaimForm, refusal: CaseRefused | None = None
) -> HttpResponse:
    """The form with everything typed, or why the person needs none."""
    context = {
        "organization": organization,
        "form": form,
        "refusal": refusal,
        "claimed": Claim.objects.open().filter(organization=organization, claimant=request.user).exists(),
        "back": back_to(organization, form.draft),
        "centre": standing.centre_of(organization.entry.province),
        "breadcrumbs": crumbs(
            (organization.display_name, organization.get_absolute_url()), (_("Is this your organization?"), None)
        ),
    }
    return render(request, "network/cases/claim.html", context, status=_status(form, refusal, request.method or ""))


def back_to(organization: Organization, draft: MembershipApplication | None) -> str:
    """Where the person came from."""
    return reverse("network_join:is_this_you", args=[draft.token]) if draft else organization.get_absolute_url()


def _status(form: ClaimForm, refusal: CaseRefused | None, method: str) -> int:
    if isinstance(refusal, NotYourCase):
        return HTTPStatus.NOT_FOUND
    if refusal and method == "POST":
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
