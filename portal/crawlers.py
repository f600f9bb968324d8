"""What search engines ask for first."""

from types import SimpleNamespace
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from portal.hooks import answers
from portal.models import Identity
from portal.templatetags.sharing import icon_url

PRIVATE = ["/admin/", "/account/", "/en/account/", "/search/", "/en/search/"]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address of every app, each with the host of BASE_URL, whatever host was asked."""
    base = urlsplit(settings.BASE_URL)
    # Django's sitemaps ask for a row of its sites app, which stands beside Wagtail's own Site and is not installed.
    site = SimpleNamespace(domain=base.netloc)
    sections = {name: section for answer in answers("register_sitemaps") for name, section in answer.items()}
    urls = [url for section in sections.values() for url in section().get_urls(site=site, protocol=base.scheme)]
    return render(request, "sitemap.xml", {"urlset": urls}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE)]
    lines.append(f"Sitemap: {settings.BASE_URL.rstrip('/')}/sitemap.xml")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for it when no page has told them: beside a calendar, a feed or a printed form."""
    return redirect(icon_url(Identity.load(request_or_site=request).emblem) or static("portal/favicon.ico"))
