"""The code of a printed sheet: typed, or standing there already when its square was read."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from allauth.core import ratelimit
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.exceptions import CaseRefused
from network.forms.codes import CodeForm
from network.views.cases.privacy import unlisted
from portal.requests import SignedInRequest

LONGEST = 40
type Use = Callable[[SignedInRequest, str], HttpResponse]


def code_page(template: str) -> Callable[[Use], Callable[..., HttpResponseBase]]:
    """A page that takes a code and hands a well-formed one to the function it decorates.

    That one answers with the way on, or raises CaseRefused, which is said beside the field.
    """

    def decorate(use: Use) -> Callable[..., HttpResponseBase]:
        @require_http_methods(["GET", "HEAD", "POST"])
        @never_cache
        @unlisted
        @wraps(use)
        def enter(request: SignedInRequest, code: str = "") -> HttpResponse:
            # Who comes by the square of a sheet has never heard of signing in: the page says first what it is for.
            if not request.user.is_authenticated:
                return redirect_to_login(request.path) if request.method == "POST" else page(request, template)
            if request.method != "POST":
                return page(request, template, CodeForm(initial={"code": code[:LONGEST]}))
            form = CodeForm(request.POST)
            if not form.is_valid():
                return page(request, template, form, HTTPStatus.UNPROCESSABLE_ENTITY)
            return used(request, template, form, use)

        return enter

    return decorate


def used(request: SignedInRequest, template: str, form: CodeForm, use: Use) -> HttpResponse:
    """Signed in, and one count for every kind of code: who guesses would otherwise have twice as many tries."""
    # Only well-formed codes count: a slip of the finger is no attack.
    if not ratelimit.consume(request, action="take_over"):
        form.add_error("code", _("Too many tries. Please wait an hour, or call the centre that gave you the sheet."))
        return page(request, template, form, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        return use(request, form.cleaned_data["code"])
    except CaseRefused as refusal:
        form.add_error("code", str(refusal))
        return page(request, template, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def page(
    request: HttpRequest, template: str, form: CodeForm | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    start = [{"title": _("My account"), "url": reverse("account")}] if form else []
    context = {"form": form, "breadcrumbs": [*start, {"title": _("Enter a code"), "url": None}]}
    return render(request, template, context, status=status)
