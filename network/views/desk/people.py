"""Who acts for an organization of the province; where nobody does, the centre invites its first contact."""

from http import HTTPStatus

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.actions import end_representation, invite
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import PeopleRefused
from network.forms.people import ContactForm
from network.models import Invitation, Organization, Representative
from network.models.coordinator import provinces_served_by
from network.permissions import (
    somebody_is_reachable,
    user_can_end,
    user_can_invite,
    user_can_read_letter,
    user_represents,
)
from network.views.cases.privacy import unlisted
from network.views.desk.claims import known_contact
from network.views.desk.door import behind_the_desk, crumbs
from network.views.desk.rows import place
from network.views.people.door import mandate_of
from network.views.people.inviting import invited
from network.views.people.mandates import sent_letter
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who acts for it and who is invited; the form only where the centre is needed."""
    organization = own_organization(request, pk)
    if request.method != "POST":
        return page(request, organization, ContactForm())
    form = ContactForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, organization, form)
    try:
        made = invite(organization, by=request.user, role=RepresentativeRole.PRIMARY, whom=form.whom())
    except PeopleRefused as refusal:
        form.add_error(None, str(refusal))
        return page(request, organization, form)
    return invited(request, made)


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def end(request: SignedInRequest, pk: int, mandate: int) -> HttpResponse:
    """Ask once, then end somebody's mandate."""
    organization = own_organization(request, pk)
    one = mandate_of(organization, mandate, even_ended=True)
    if not user_can_end(request.user, one):
        raise Http404
    # The second click of two finds it ended.
    if one.status == RepresentativeStatus.ENDED:
        return redirect("network_desk:people", pk=pk)
    if request.method != "POST":
        context = {"one": one, "organization": organization, "breadcrumbs": way(organization, str(one.user))}
        return render(request, "network/desk/end.html", context)
    try:
        end_representation(one, by=request.user)
    except PeopleRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(person)s no longer acts for the organization.") % {"person": one.user})
    return redirect("network_desk:people", pk=pk)


@require_safe
@unlisted
@behind_the_desk
def letter(request: SignedInRequest, pk: int, mandate: int) -> FileResponse:
    """The mandate letter of somebody who acts for an organization of the province."""
    one = mandate_of(own_organization(request, pk), mandate)
    if not user_can_read_letter(request.user, one):
        raise Http404
    return sent_letter(one)


def own_organization(request: SignedInRequest, pk: int) -> Organization:
    """An organization of the person's provinces; 404 for any other."""
    rows = Organization.objects.standing().filter(entry__province__in=provinces_served_by(request.user))
    return get_object_or_404(rows.select_related("entry__province"), pk=pk)


def way(organization: Organization, *steps: str) -> list[dict]:
    return crumbs((organization.display_name, None), *((step, None) for step in steps))


def page(request: SignedInRequest, organization: Organization, form: ContactForm) -> HttpResponse:
    rows = Representative.objects.filter(organization=organization).select_related("user").order_by("status", "-pk")
    context = {
        "organization": organization,
        "place": place(organization),
        "form": form,
        "rows": list(rows),
        "invitations": list(Invitation.objects.open().filter(organization=organization).order_by("pk")),
        "is_held": somebody_is_reachable(organization.pk),
        "is_recused": user_represents(request.user, organization.pk),
        "may_invite": user_can_invite(request.user, organization),
        "known": known_contact(organization),
        "breadcrumbs": way(organization),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "network/desk/people.html", context, status=status)
