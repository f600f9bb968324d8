"""Old addresses of organizations that were merged into another one."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import Merge, Organization
from network.permissions import user_represents

type View = Callable[..., HttpResponse]
# Browsers keep a permanent redirect for good, and an undo gives the page back.
KEPT = "max-age=300"


def page_of_the_winner(view: View) -> View:
    """Before a public page at `slug`: the printed address of a merged organization leads to the winner's."""

    @wraps(view)
    def led(request: HttpRequest, slug: str, **kwargs) -> HttpResponse:
        try:
            return view(request, slug=slug, **kwargs)
        except Http404:
            winner = Organization.objects.listed().filter(pk=Merge.objects.winner_at(slug)).first()
            if winner is None or request.resolver_match is None:
                raise
            address = reverse(request.resolver_match.view_name, kwargs={**kwargs, "slug": winner.entry.slug})
            return HttpResponsePermanentRedirect(address, headers={"Cache-Control": KEPT})

    return led


def account_of_the_winner(view: View) -> View:
    """Before a page of the account at `pk`: people of a merged organization are led to the winner's page of the kind.

    What was pressed on the old page is not done to the winner, which may look otherwise: its page is shown first.
    """

    @wraps(view)
    def led(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            winner = now_at(request.user, kwargs["pk"])
            if winner == kwargs["pk"] or request.resolver_match is None:
                raise
            if request.method in ("GET", "HEAD"):
                return redirect(request.resolver_match.view_name, **{**kwargs, "pk": winner})
            messages.info(request, _("Your organization stood in the register twice and is one entry now. Look again."))
            return redirect("network_account:organization", winner)

    return led


def now_at(user, pk: int) -> int:
    """The organization that `pk` was merged into, for those who act for it; else `pk` itself."""
    winner = Merge.objects.winners().get(pk, pk)
    return winner if winner != pk and user_represents(user, winner) else pk
