"""The parts of an event that come in rows: agenda, speakers, papers."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class LocalizedValue(blocks.StructValue):
    """`display` is the value's words in the language being read."""

    def localized(self, field: str) -> str:
        english = self.get(f"{field}_en") if get_language() == "en" else ""
        return english or self.get(field) or ""

    @property
    def display(self) -> dict:
        return {name: self.localized(name) for name in self if f"{name}_en" in self}


class AgendaBlock(blocks.StructBlock):
    """A day counts from the event's first, so moving the event moves its agenda."""

    day = blocks.IntegerBlock(label=_("Day (1 is the first)"), min_value=1, default=1)
    time = blocks.CharBlock(
        label=_("Time"), max_length=30, required=False, help_text=_("For example 09:00. Empty: the whole day.")
    )
    text = blocks.CharBlock(label=_("What happens (Thai)"), max_length=250)
    text_en = blocks.CharBlock(label=_("What happens (English)"), max_length=250, required=False)

    class Meta:
        icon = "time"
        label = _("Agenda item")
        value_class = LocalizedValue


class SpeakerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name (Thai)"), max_length=150)
    name_en = blocks.CharBlock(label=_("Name (English)"), max_length=150, required=False)
    role = blocks.CharBlock(label=_("Role (Thai)"), max_length=150, required=False)
    role_en = blocks.CharBlock(label=_("Role (English)"), max_length=150, required=False)

    class Meta:
        icon = "user"
        label = _("Speaker")
        value_class = LocalizedValue


class PaperBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title (Thai)"), max_length=250)
    title_en = blocks.CharBlock(label=_("Title (English)"), max_length=250, required=False)
    document = DocumentChooserBlock(label=_("File"))

    class Meta:
        icon = "doc-full"
        label = _("Paper")
        value_class = LocalizedValue
