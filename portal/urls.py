"""The site map: Thai unprefixed, English below /en/, the CMS and files without a language."""

from itertools import chain

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import crawlers, demo_views, styleguide, views
from portal.accounts import code_views, passkey_views
from portal.accounts import views as account_views
from portal.admin_account import AccountView
from portal.hooks import answers
from portal.viewsets.review import DecidePageAsRead

urlpatterns = [
    # Wagtail's own sign-in knows no second factor and no e-mail codes.
    re_path(r"^admin/(?:login|password_reset)/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Before Wagtail's own, which answer at the same addresses.
    path("admin/account/", AccountView.as_view()),
    path(
        "admin/pages/workflow/action/<row:page_id>/<slug:action_name>/<row:task_state_id>/",
        DecidePageAsRead.as_view(),
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("favicon.ico", crawlers.favicon),
]
if settings.DEMO:
    urlpatterns += [path("demo/mail/", demo_views.mailbox, name="demo_mailbox")]
if settings.DEBUG:
    urlpatterns += [path("styleguide/", styleguide.show, name="styleguide")]
if settings.SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(
    path("account/", views.account, name="account"),
    path("account/details/", views.details, name="account_details"),
    path("account/login/code/confirm/", code_views.confirm_login_code),
    path("account/confirm-email/", code_views.confirm_email),
    path("account/phone/verify/", code_views.verify_phone),
    path("account/phone/remove/", account_views.remove_phone, name="account_remove_phone"),
    path("account/2fa/webauthn/add/", passkey_views.add_passkey),
    path("account/2fa/webauthn/keys/<row:pk>/remove/", passkey_views.remove_passkey),
    path("account/ways/", account_views.ways, name="account_ways"),
    path("account/line/", account_views.line, name="account_line"),
    path("account/3rdparty/", RedirectView.as_view(pattern_name="account_line")),
    # After ours: the first match wins, and `reverse` finds the same address under allauth's name.
    path("account/", include("allauth.urls")),
    *chain.from_iterable(answers("register_portal_urls")),
    # Last: it takes every address that is left.
    path("", include(wagtail_urls)),
    # With a prefix for Thai, Wagtail's catch-all would turn every missing address into a redirect (tried).
    prefix_default_language=False,
)
