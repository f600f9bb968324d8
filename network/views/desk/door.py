"""Who may come in: coordinators, each to the provinces that they serve today."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.models import CoordinationCentre, Limits, Province
from network.models.coordinator import provinces_served_by
from network.permissions import user_has_desk


@dataclass(frozen=True)
class Desk:
    """What one coordinator looks after.

    Attributes:
        served: every province they serve, in the order of the reader's language.
        chosen: the one they asked for in the address; None is all of them.
    """

    served: list[Province]
    chosen: Province | None

    @property
    def provinces(self) -> list[Province]:
        """The provinces of the page; never one that is not served."""
        return [self.chosen] if self.chosen else self.served

    @cached_property
    def limits(self) -> Limits:
        """When terms end soon and when they have lapsed; asked once, though a list is counted and then read."""
        return Limits.load()

    @property
    def query(self) -> str:
        """The choice of the province as a link carries it on."""
        return f"province={self.chosen.slug}" if self.chosen else ""


def desk_of(request: HttpRequest) -> Desk:
    """The desk of the signed-in person; 404 for a province that is not theirs."""
    served = provinces_served_by(request.user).in_reading_order()
    slug = request.GET.get("province", "")
    chosen = next((province for province in served if province.slug == slug), None)
    if slug and chosen is None:
        raise Http404
    return Desk(served, chosen)


def behind_the_desk(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only who serves a centre today; for everyone else there is no such page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not user_has_desk(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(login_required(guarded))


def centres_of(desk: Desk) -> list[CoordinationCentre]:
    return list(CoordinationCentre.objects.filter(provinces__in=desk.provinces).distinct().order_by("pk"))


def crumbs(*steps: tuple[str, str | None]) -> list[dict]:
    """My account, the desk, and then `steps`: (title, address), None for the page itself."""
    way = ((_("My account"), reverse("account")), (_("Desk"), reverse("network_desk:board")), *steps)
    return [{"title": title, "url": url} for title, url in way]
