from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import ChapterBlock, SourceBlock
from home.models.base import SectionPage


class CharterPage(SectionPage):
    """One dated edition of a founding text, with its sources; every clause has an address."""

    edition = models.CharField(_("edition"), max_length=120, help_text=_("For example: first edition, B.E. 2563."))
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    # The council's own charter is not public in full; nothing invented may be taken for it.
    is_sample = models.BooleanField(
        _("sample text"), default=False, help_text=_("Says above the text that these are not the council's own words.")
    )
    notice = RichTextField(_("notice"), blank=True, features=["bold", "italic", "link"])
    preamble = RichTextField(_("preamble"), blank=True, features=["bold", "italic"])
    # Blocks, not rich text: every clause has an address of its own, and a number that can be cited.
    chapters = StreamField([("chapter", ChapterBlock())], verbose_name=_("chapters"))
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("edition"), FieldPanel("adopted_on"), FieldPanel("is_sample")]),
        FieldPanel("notice"),
        FieldPanel("preamble"),
        FieldPanel("chapters"),
        FieldPanel("sources"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("preamble"), index.SearchField("chapters")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    page_description = _("One edition of a charter, in chapters and clauses with an address each.")

    class Meta:
        verbose_name = _("charter")
