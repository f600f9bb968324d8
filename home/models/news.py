from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from home.blocks import BodyBlock
from home.enums import NewsCategory, province_choices
from home.listing import choice_filter, page_of
from home.models.base import PublicPage, SectionPage
from home.querysets import NewsQuerySet

# What a news item offers to read next.
OTHERS = 3


class NewsIndexPage(SectionPage):
    """All news, newest first."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    page_description = _("Lists the news below it, with filters and a feed.")

    class Meta:
        verbose_name = _("news list")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The list and its filters; Http404 for a category, province or page number that does not exist."""
        everything = NewsPage.objects.child_of(self).published()
        chosen = {name: request.GET.get(name, "") for name in ("category", "province")}
        filters = [
            choice_filter(everything, "category", _("Category"), NewsCategory.choices, chosen),
            choice_filter(everything, "province", _("Province"), province_choices(), chosen),
        ]
        found = everything.filter(**{name: value for name, value in chosen.items() if value}).newest_first()
        items = page_of(found.for_lists(), request.GET.get("page", "1"))
        return super().get_context(request, *args, **kwargs) | {
            "items": items,
            "filters": [entry for entry in filters if entry["items"]],
            "chosen": [entry["chosen"] for entry in filters if entry["chosen"]],
            "is_filtered": any(chosen.values()),
        }


class NewsPage(PublicPage):
    """One news item."""

    # Apart from Wagtail's dates: news is told of a day, which may lie long before the page was made.
    published_on = models.DateField(_("date"), default=timezone.localdate)
    category = models.CharField(_("category"), max_length=20, choices=NewsCategory, default=NewsCategory.NEWS)
    # A code and no foreign key: provinces are rows of the network, which a portal may do without.
    province = models.CharField(
        _("province"), max_length=6, blank=True, choices=province_choices, help_text=_("If it is about one province.")
    )
    lead = models.TextField(_("lead"), help_text=_("One or two sentences; lists and shared links show them."))
    image = models.ForeignKey(
        "wagtailimages.Image",
        # News without its picture is still news.
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("For people who cannot see it. Leave empty for a decoration."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("category"), FieldPanel("province")]),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("published_on"),
        index.FilterField("category"),
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = _("News, an announcement or a guide, with a date.")

    class Meta:
        verbose_name = _("news item")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        others = NewsPage.objects.sibling_of(self, inclusive=False).published().newest_first()
        return super().get_context(request, *args, **kwargs) | {"others": others.defer_streamfields()[:OTHERS]}
