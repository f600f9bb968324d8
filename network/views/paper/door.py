"""Who may come in: whoever enters paper forms, each to those that they keep."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.models import MembershipApplication
from network.permissions import user_can_file, user_has_desk
from network.views.cases.privacy import unlisted
from portal.requests import SignedInRequest


def for_filers(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only coordinators and the secretariat; for everyone else there is no such page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not user_can_file(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(unlisted(login_required(guarded)))


def own_paper(request: SignedInRequest, token: UUID) -> MembershipApplication:
    """A paper form of the person's own, of their centre or, for the secretariat, anybody's; 404 for any other."""
    rows = MembershipApplication.objects.on_paper_with(request.user).with_places().select_related("filed_by")
    return get_object_or_404(rows, token=token)


def crumbs(request: SignedInRequest, *steps: tuple[str, str | None]) -> list[dict]:
    """My account, the desk if there is one, the paper forms, and then `steps`: (title, address)."""
    desk = [(_("Desk"), reverse("network_desk:board"))] if user_has_desk(request.user) else []
    papers = (_("Paper forms"), reverse("network_paper:list") if steps else None)
    way = [(_("My account"), reverse("account")), *desk, papers, *steps]
    return [{"title": title, "url": url} for title, url in way]
