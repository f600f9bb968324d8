"""The building blocks of pages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from home.links import in_active_language
from portal.forms.cms import ThaiDateBlock

# No headings inside text: an editor would choose them by size, and the page's outline would break.
RICH_TEXT = ["bold", "italic", "link", "ol", "ul", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "home/blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Text"))
    source = blocks.CharBlock(label=_("Who said or wrote it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "home/blocks/quote.html"


class NoticeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "link"])

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "home/blocks/notice.html"


class ButtonBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Label"), max_length=80)
    # The page first: its link survives a new address and finds its own translation.
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(label=_("or address"), required=False, help_text=_("For example /organizations/"))

    def get_context(self, value, parent_context: dict | None = None) -> dict:
        href = value["page"].localized.url if value["page"] else in_active_language(value["url"])
        return super().get_context(value, parent_context=parent_context) | {"href": href}

    class Meta:
        icon = "link"
        label = _("Button")
        template = "home/blocks/button.html"


class WayBlock(ButtonBlock):
    """One of the first steps that the home page offers."""

    text = blocks.CharBlock(label=_("What one finds there"), required=False, max_length=120)

    class Meta:
        icon = "link"
        label = _("Way in")
        template = "home/blocks/way.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"))
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_TEXT)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "home/blocks/question.html"


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT, template="home/blocks/paragraph.html")
    image = ImageBlock(label=_("Picture"), template="home/blocks/image.html")
    quote = QuoteBlock()
    notice = NoticeBlock()
    button = ButtonBlock()
    faq = QuestionBlock()


class FigureBlock(blocks.StructBlock):
    """A number with its date and its source: figures about the founding differ between sources."""

    value = blocks.IntegerBlock(label=_("Number"))
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)
    as_of = ThaiDateBlock(label=_("On which date"))
    source = blocks.CharBlock(label=pgettext_lazy("of a fact", "Source"), max_length=200)
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)

    class Meta:
        icon = "order"
        label = _("Figure")
        template = "home/blocks/figure.html"


class SourceBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=pgettext_lazy("of a fact", "Source"), max_length=250)
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "link"
        label = pgettext_lazy("of a fact", "Source")


class ClauseBlock(blocks.StructBlock):
    # Written, not counted: where a clause is repealed, the numbers after it stay as they are cited.
    number = blocks.IntegerBlock(label=_("Clause number"), min_value=1)
    title = blocks.CharBlock(label=_("Title"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "ol", "ul"])

    class Meta:
        icon = "list-ol"
        label = _("Clause")


class ChapterBlock(blocks.StructBlock):
    number = blocks.IntegerBlock(label=_("Chapter number"), min_value=1)
    title = blocks.CharBlock(label=_("Title"))
    clauses = blocks.ListBlock(ClauseBlock(), label=_("Clauses"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Chapter")
        template = "home/blocks/chapter.html"
