"""The portal's date fields on the CMS's own forms."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.forms.pages import WagtailAdminPageForm

from portal.forms.dates import ThaiDateField, ThaiDateTimeField, ThaiDateTimeInput

# What Wagtail's own inputs carry in the dialog: closing it without saving takes the change back.
SCHEDULE = {
    "data-controller": "w-action",
    "data-action": "w-dialog:hidden->w-action#reset",
    "data-w-dialog-target": "notify",
}


def go_live_field() -> ThaiDateTimeField:
    """For a form with a PublishingPanel: the panel names Wagtail's input, which only a declared field withstands."""
    return ThaiDateTimeField(label=_("Publish on"), required=False, widget=ThaiDateTimeInput(attrs=SCHEDULE))


def expire_field() -> ThaiDateTimeField:
    return ThaiDateTimeField(label=_("Take offline on"), required=False, widget=ThaiDateTimeInput(attrs=SCHEDULE))


class PageForm(WagtailAdminPageForm):
    """A page in the CMS: every date is typed and shown in the editor's era."""

    go_live_at = go_live_field()
    expire_at = expire_field()


class ThaiDateBlock(blocks.DateBlock):
    """A day in a StreamField, typed and shown in the editor's era."""

    @cached_property
    def field(self) -> ThaiDateField:
        return ThaiDateField(**self.field_options)

    def deconstruct(self) -> tuple[str, list, dict[str, Any]]:
        # The column holds the same as before: no migration for another input.
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.DateBlock", args, kwargs


def register_date_fields() -> None:
    """Give every model form of the CMS our fields; Django's would store 6/1/2565 as the year 2565 CE."""
    register_form_field_override(models.DateField, override={"form_class": ThaiDateField})
    register_form_field_override(models.DateTimeField, override={"form_class": ThaiDateTimeField})
