from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.blocks import BodyBlock, FigureBlock, WayBlock
from home.models.base import PublicPage, SectionPage
from home.models.news import NewsIndexPage, NewsPage
from portal.hooks import answers

LATEST_NEWS = 4
# Sections of a smaller order stand above the news: what cannot wait, such as an assembly that is open.
URGENT_BELOW = 100


class HomePage(PublicPage):
    """The front page; below its own text come the sections that plugins add."""

    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences: what the council is."))
    hero_image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    hero_image_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("For people who cannot see it. Leave empty for a decoration."),
    )
    ways = StreamField(
        [("way", WayBlock())],
        verbose_name=_("ways in"),
        blank=True,
        max_num=4,
        help_text=_("Up to four: what most people come for, each a few words and a link."),
    )
    figures = StreamField(
        [("figure", FigureBlock())],
        verbose_name=_("figures"),
        blank=True,
        help_text=_("Each with its date and its source, since sources differ."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("hero_image"), FieldPanel("hero_image_alt")], heading=_("Picture")),
        FieldPanel("ways"),
        FieldPanel("figures"),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The front page of one language.")

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Finds a page below this home.

        Raises:
            Http404: this home is of another language. Wagtail falls back to the Thai one where the English is a
                draft, and would show Thai text at /en/.
        """
        # Tried: a draft English home answered 200 at /en/ with Thai text.
        if self.locale.language_code != get_language():
            raise Http404
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        sections = [section for section in answers("register_home_sections", request) if section]
        index = NewsIndexPage.objects.child_of(self).live().first()
        return super().get_context(request, *args, **kwargs) | {
            "sections": sorted(sections, key=lambda section: section.order),
            "urgent_below": URGENT_BELOW,
            # A home without a list of news is a portal that has just begun.
            "news_url": index.get_url(request) if index else "",
            "news": NewsPage.objects.child_of(index).published().newest_first().for_lists()[:LATEST_NEWS]
            if index
            else [],
        }


class StandardPage(SectionPage):
    """A page of text: about, how to join, privacy notice, contact."""

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences below the title."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    page_description = _("Text, pictures, questions and answers: about us, how to join, contact.")

    class Meta:
        verbose_name = _("text page")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        children = self.get_children().live().public() if self.numchild else []
        return super().get_context(request, *args, **kwargs) | {"children": children}
