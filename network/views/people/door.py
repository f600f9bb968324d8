"""Who comes in: whoever acts for the organization today; what they may do there is asked page by page."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.enums import RepresentativeRole
from network.models import CoordinationCentre, Organization, Representative
from network.views.account import frame as account_frame
from network.views.account import own_mandate
from portal.requests import SignedInRequest


def for_its_people(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view gets the reader's own mandate in the place of the organization's key; 404 without one."""

    @wraps(view)
    def guarded(request: SignedInRequest, pk: int, **kwargs) -> HttpResponseBase:
        return view(request, own_mandate(request, pk), **kwargs)

    return never_cache(login_required(guarded))


def allowed(may: bool) -> None:
    """What one may not do has no page."""
    if not may:
        raise Http404


def colleague(mandate: Representative, pk: int, *, even_ended: bool = False) -> Representative:
    """Somebody who acts for the same organization, today or after their last day was over; 404 for any other."""
    return mandate_of(mandate.organization, pk, even_ended=even_ended)


def mandate_of(organization: Organization, pk: int, *, even_ended: bool = False) -> Representative:
    rows = Representative.objects.all() if even_ended else Representative.objects.live()
    found = get_object_or_404(rows.filter(organization=organization).select_related("user"), pk=pk)
    found.organization = organization
    return found


def is_last_primary(mandate: Representative) -> bool:
    """No other primary contact could sign in."""
    others = Representative.objects.reachable().primary().filter(organization=mandate.organization_id)
    return mandate.role == RepresentativeRole.PRIMARY and not others.exclude(pk=mandate.pk).exists()


def frame(mandate: Representative, *steps: str, **more) -> dict:
    """The account's frame, with "People" and then `steps` in the way back."""
    context = account_frame(mandate)
    people = reverse("network_account:people:list", args=[mandate.organization_id])
    way = [(_("People"), people if steps else None), *((step, None) for step in steps)]
    context["breadcrumbs"] = [*context["breadcrumbs"], *({"title": title, "url": url} for title, url in way)]
    return {**context, "people_url": people, "centre": centre_of(mandate.organization), **more}


def centre_of(organization: Organization) -> CoordinationCentre | None:
    """Whom to call: the centre of its province; None while there is none."""
    return organization.entry.province.centres.order_by("pk").first()


def status_of(form) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def files_of(request: HttpRequest):
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
