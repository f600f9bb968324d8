"""Every form of the CMS has the portal's own date fields."""

from datetime import date

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from portal.forms import ThaiDateField, ThaiDateTimeField
from portal.forms.cms import ThaiDateBlock

# Plugins register their snippets when the addresses are first asked for.
assert get_resolver().url_patterns
EDITED = [*get_snippet_models(), *[m for m in apps.get_models() if issubclass(m, Page) and m is not Page]]


def form_class(model):
    viewset = getattr(model, "snippet_viewset", None)
    handler = viewset.get_edit_handler() if viewset else get_edit_handler(model)
    return handler.bind_to_model(model).get_form_class()


@pytest.mark.parametrize("model", EDITED, ids=lambda model: model._meta.label)
def test_no_form_of_a_page_or_snippet_has_a_date_field_of_djangos(model):
    dates = (forms.DateField, forms.DateTimeField)
    fields = form_class(model).base_fields
    foreign = [
        name
        for name, f in fields.items()
        if isinstance(f, dates) and not isinstance(f, ThaiDateField | ThaiDateTimeField)
    ]
    assert foreign == []


def test_a_page_is_scheduled_in_the_buddhist_era():
    home = next(model for model in EDITED if issubclass(model, Page))
    field = form_class(home).base_fields["go_live_at"]
    assert field.clean("1/12/2569 9:30").isoformat() == "2026-12-01T09:30:00+07:00"
    # Closing the dialog takes the change back; without these Wagtail's script does not know the input.
    assert field.widget.attrs["data-w-dialog-target"] == "notify"


class TestThaiDateBlock:
    block = ThaiDateBlock()

    @pytest.mark.parametrize("typed", ["6/1/2565", "6 ม.ค. 2565", "2022-01-06", "6 Jan 2022"])
    def test_reads_both_eras(self, typed):
        assert self.block.clean(self.block.value_from_datadict({"on": typed}, {}, "on")) == date(2022, 1, 6)

    def test_shows_the_readers_era(self):
        assert self.block.get_form_state(date(2022, 1, 6)) == "6/1/2565"

    def test_refuses_an_impossible_day_with_a_sentence(self):
        with pytest.raises(ValidationError, match="ปฏิทิน"):
            self.block.clean("31/2/2565")

    def test_is_the_same_column_as_wagtails(self):
        assert self.block.deconstruct()[0] == "wagtail.blocks.DateBlock"
