"""Middleware that every response passes."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.csp import CSP

from portal.accounts import factors

# Wagtail's date pickers, choosers and inline panels have no nonce.
ADMIN_CSP = {
    **settings.SECURE_CSP,
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
}


class ContentSecurityPolicyByPath(ContentSecurityPolicyMiddleware):
    """The strict policy for the public site, a wider one below /admin/ only."""

    def process_response(self, request, response):
        # A view that has set its own policy keeps it.
        if request.path.startswith("/admin/") and not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_CSP
        return super().process_response(request, response)


class HideAdmin:
    """Below /admin/ everyone without access to the CMS finds nothing; strangers are asked to sign in.

    Wagtail would send a signed-in person back to the sign-in page, which sends them on to /admin/ again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        if not request.path.startswith("/admin/"):
            return
        user = request.user
        # 404, not 403: a member need not learn where the secretariat works.
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            raise Http404


class AskForSecondFactor:
    """Below /admin/ only those go on who have shown a second factor in this session; signing out is free.

    The others are sent to show one, or to set one up. Stands behind HideAdmin, so nobody else comes this far.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not settings.CMS_SECOND_FACTOR or not request.path.startswith("/admin/"):
            return None
        # Whoever cannot show the factor must at least be able to leave.
        if not request.user.is_authenticated or request.path == reverse("wagtailadmin_logout"):
            return None
        if factors.shown(request):
            return None
        # What was sent is lost: a form that waited for a sign-in is better looked at again.
        back = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
        return redirect(f"{factors.door(request.user)}?{urlencode({'next': back}, safe='/')}")
