from http import HTTPMethod

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from home.querysets import live_translations
from portal.forms.cms import PageForm
from portal.thai.breaks import cut

SUMMARY_LENGTH = 200


class PublicPage(Page):
    """What every page of the public site shares: the way to it, its translations, its summary."""

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    base_form_class = PageForm

    class Meta:
        abstract = True

    @property
    def summary(self) -> str:
        """One or two sentences for search engines and shared links; at most 200 characters, may be empty."""
        text = self.search_description or getattr(self, "lead", "") or getattr(self, "intro", "")
        return cut(strip_tags(text), SUMMARY_LENGTH)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        ancestors = list(self.get_ancestors().filter(depth__gt=1))
        self._tell_languages(request, home=ancestors[0] if ancestors else self)
        way = [*ancestors, self] if ancestors else []
        return super().get_context(request, *args, **kwargs) | {
            "breadcrumbs": [
                {"title": page.title if n else pgettext("page", "Home"), "url": page.get_url(request)}
                for n, page in enumerate(way)
            ],
            "canonical": self.get_url(request),
        }

    def _tell_languages(self, request: HttpRequest, home: Page) -> None:
        """Says where the language switch leads: the translation, else that language's home, else nowhere (None)."""
        live = live_translations(self, home)
        if self.pk not in {page.pk for page in live.values()}:  # a preview of a draft
            live[self.translation_key, self.locale.language_code] = self
        codes = [code for code, name in settings.LANGUAGES]
        pages = {
            code: live.get((self.translation_key, code)) or live.get((home.translation_key, code)) for code in codes
        }
        urls = {code: page.get_url(request) if page else None for code, page in pages.items()}
        untranslated = {code for code in codes if (self.translation_key, code) not in live}
        vars(request).update(language_urls=urls, untranslated=untranslated)


class SectionPage(PublicPage):
    """A page that may stand in the main menu and in the footer."""

    menu_title = models.CharField(
        _("short title for menus"), max_length=40, blank=True, help_text=_("Leave empty to use the title.")
    )
    show_in_footer = models.BooleanField(
        _("show in the footer"), default=False, help_text=_("For example the privacy notice and the contact page.")
    )

    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("menu_title"), FieldPanel("show_in_footer")], heading=_("Menus")),
    ]

    class Meta:
        abstract = True
