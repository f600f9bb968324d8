"""The account area's front page; the plugins say what is on it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.hooks import answers


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What the signed-in person has to do or can open."""
    sections = sorted((s for s in answers("register_account_sections", request) if s), key=lambda s: s.order)
    return render(request, "portal/account.html", {"sections": sections})
