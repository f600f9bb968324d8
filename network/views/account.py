"""The account area of people who represent organizations; which one is acted for stands in the address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from network.actions import drop_changes, send_profile, withdraw_profile
from network.exceptions import NothingChanged, ProfileRefused, SomebodyWasFaster
from network.forms import ProfileForm
from network.models import Organization, Representative
from network.models.profile import changes, profile_state
from network.permissions import representative_can_edit_profile, user_can_see_draft_logo
from network.views.moved import now_at
from network.views.terms.panel import panels
from portal.requests import SignedInRequest


@require_GET
@never_cache
@login_required
def organization(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where the profile stands, what differs from the public one, who else represents the organization."""
    mandate = own_mandate(request, pk)
    # Nothing waits or all is approved: the latest revision is the public one, and `changes` is empty.
    draft = mandate.organization.get_latest_revision_as_object()
    colleagues = Representative.objects.active().filter(organization=mandate.organization).select_related("user")
    context = {
        "state": profile_state(mandate.organization),
        "changes": changes(mandate.organization, draft),
        "draft": draft,
        "colleagues": colleagues.order_by("pk"),
        "panels": (terms := panels(mandate.organization, mandate.user)),
        "profile_kind": "secondary" if any(panel.is_urgent for panel in terms) else "",
    }
    return render(request, "network/account/organization.html", {**frame(mandate), **context})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def profile(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form on the latest version; sending it asks the registrar."""
    # Typed while the organization was merged: the words are kept, and shown beside those of the winner.
    mandate = own_mandate(request, now_at(request.user, pk) if request.method == "POST" else pk)
    if not representative_can_edit_profile(mandate):
        raise PermissionDenied
    draft = mandate.organization.get_latest_revision_as_object()
    form = ProfileForm(request.POST or None, request.FILES or None, instance=draft)
    if request.method == "POST" and form.is_valid():
        try:
            send_profile(mandate.organization, by=mandate.user, form=form)
        except SomebodyWasFaster as refusal:
            return conflict(request, mandate, form, refusal)
        # Good news rather than a mistake: what was sent the first time is on its way.
        except NothingChanged as refusal:
            messages.info(request, str(refusal))
        except ProfileRefused as refusal:
            form.add_error(None, str(refusal))
            return form_page(request, mandate, form)
        else:
            messages.success(request, _("Sent. The registrar will read it; until then the public page stays as it is."))
        return redirect("network_account:organization", pk=mandate.organization_id)
    return form_page(request, mandate, form)


@require_POST
@login_required
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the waiting version back."""
    mandate = own_mandate(request, pk)
    try:
        withdraw_profile(mandate.organization, by=mandate.user)
    except ProfileRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back. Your text is kept: change it and send it when you are ready."))
    return redirect("network_account:organization", pk=pk)


@require_POST
@login_required
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Drop what was not sent."""
    mandate = own_mandate(request, pk)
    try:
        drop_changes(mandate.organization, by=mandate.user)
    except ProfileRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your changes are dropped. The profile is again as everyone sees it."))
    return redirect("network_account:organization", pk=pk)


@require_GET
@never_cache
@login_required
def logo(request: SignedInRequest, pk: int) -> HttpResponse:
    """The logo of the latest version, which may not be public yet."""
    wanted = get_object_or_404(Organization.objects.select_related("entry"), pk=pk)
    # 404: whether an organization has a logo that waits is nobody's business.
    if not user_can_see_draft_logo(request.user, wanted):
        raise Http404
    file = wanted.get_latest_revision_as_object().logo
    if not file or not file.storage.exists(file.name):
        raise Http404
    with file.storage.open(file.name) as picture:
        return HttpResponse(picture.read(), content_type=f"image/{file.name.rpartition('.')[2]}")


def own_mandate(request: SignedInRequest, pk: int) -> Representative:
    """The signed-in person's running mandate for organization `pk`; 404 without one."""
    return get_object_or_404(Representative.objects.of(request.user).active().with_organizations(), organization_id=pk)


def frame(mandate: Representative) -> dict:
    """What every page of an organization shows: for whom one acts, and the way back."""
    return {
        "mandate": mandate,
        "organization": mandate.organization,
        "can_edit": representative_can_edit_profile(mandate),
        "breadcrumbs": [
            {"title": _("My account"), "url": reverse("account")},
            {
                "title": mandate.organization.display_name,
                "url": reverse("network_account:organization", args=[mandate.organization_id]),
            },
        ],
    }


def form_page(request: SignedInRequest, mandate: Representative, form: ProfileForm, **extra) -> HttpResponse:
    context = {**frame(mandate), "form": form, "state": profile_state(mandate.organization), **extra}
    context["breadcrumbs"] = [*context["breadcrumbs"], {"title": _("Change the profile"), "url": ""}]
    return render(request, "network/account/profile.html", context, status=422 if form.errors else 200)


def conflict(
    request: SignedInRequest, mandate: Representative, form: ProfileForm, refusal: SomebodyWasFaster
) -> HttpResponse:
    """The typed text again, now on top of the newer version, with what that one says otherwise."""
    typed = form.instance
    newest = Organization.objects.get(pk=mandate.organization_id).get_latest_revision_as_object()
    data = request.POST.copy()
    # Sending again is now a decision on top of the newer version, which the page shows beside the typed text.
    data["seen"] = newest.latest_revision_id
    again = ProfileForm(data, instance=newest)
    again.add_error(None, str(refusal))
    newest = Organization.objects.get(pk=mandate.organization_id).get_latest_revision_as_object()
    return form_page(request, mandate, again, theirs=changes(newest, typed))
