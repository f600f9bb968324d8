"""Pages that are not in the page tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from home.listing import page_of
from portal.hooks import answers

LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Live pages of the active language that hold all the words of `?q=`; 404 for a page number that is none."""
    asked = request.GET.get("q", "").replace("\0", "").strip()
    query = asked[:LONGEST_QUERY]
    pages = Page.objects.live().public().filter(depth__gt=1, locale=Locale.get_active())
    found = pages.specific().search(query) if query else Page.objects.none()
    items = page_of(found, request.GET.get("page", "1"))
    places = (
        [place for answer in answers("register_search_places", request, query) for place in answer] if query else []
    )
    context = {"query": query, "items": items, "places": places, "shortened": len(asked) > len(query)}
    return render(request, "home/search.html", context)
