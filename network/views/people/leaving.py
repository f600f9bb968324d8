"""A mandate ends: one's own, or that of somebody else. Each asks once."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import end_representation, leave
from network.enums import RepresentativeStatus
from network.exceptions import LastPrimaryContact, PeopleRefused
from network.models import Representative
from network.permissions import user_can_end
from network.views.account import own_mandate
from network.views.people.door import allowed, colleague, for_its_people, frame, is_last_primary
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def leave_organization(request: SignedInRequest, pk: int) -> HttpResponse:
    """One's own; the last primary contact reads what to do instead."""
    own = Representative.objects.of(request.user).filter(organization=pk)
    # The second click of two finds the mandate ended: what was wished has happened.
    if request.method == "POST" and own.exists() and not own.active().exists():
        return redirect("account")
    mandate = own_mandate(request, pk)
    if request.method != "POST":
        return leave_page(request, mandate, LastPrimaryContact() if is_last_primary(mandate) else None)
    try:
        leave(mandate, by=request.user)
    except PeopleRefused as refusal:
        return leave_page(request, mandate, refusal, HTTPStatus.CONFLICT)
    organization = mandate.organization.display_name
    messages.success(request, _("You no longer act for %(organization)s. Thank you.") % {"organization": organization})
    return redirect("account")


def leave_page(
    request: SignedInRequest, mandate: Representative, refusal: PeopleRefused | None, status: int = HTTPStatus.OK
) -> HttpResponse:
    return render(request, "network/people/leave.html", frame(mandate, _("Leave"), refusal=refusal), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_people
def end(request: SignedInRequest, mandate: Representative, *, colleague_pk: int) -> HttpResponse:
    """Somebody else's, by a primary contact."""
    one = colleague(mandate, colleague_pk, even_ended=True)
    allowed(user_can_end(request.user, one))
    # The second click of two finds it ended.
    if one.status == RepresentativeStatus.ENDED:
        return redirect("network_account:people:list", pk=mandate.organization_id)
    if request.method != "POST":
        return render(request, "network/people/end.html", frame(mandate, str(one.user), one=one))
    try:
        end_representation(one, by=request.user)
    except PeopleRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(person)s no longer acts for the organization.") % {"person": one.user})
    return redirect("network_account:people:list", pk=mandate.organization_id)
