"""Dates that packages write are of the reader's era, and no form of theirs misreads one."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import dateformat
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.admin.views.mixins import ExcelDateFormatter
from wagtail.utils.timestamps import render_timestamp

from portal.formats import DateFormat

DAY = date(2022, 1, 6)
MOMENT = datetime(2022, 1, 6, 2, 5, tzinfo=UTC)


def rendered(text, **values):
    return Template(text).render(Context(values))


def test_thai_reads_the_buddhist_era():
    assert date_format(DAY) == "6 มกราคม 2565"
    assert date_format(DAY, "SHORT_DATE_FORMAT") == "6 ม.ค. 2565"
    assert date_format(DAY, "YEAR_MONTH_FORMAT") == "มกราคม 2565"


def test_english_reads_the_common_era():
    with override("en"):
        assert date_format(DAY) == "Jan. 6, 2022"


@pytest.mark.parametrize("text", ["{{ moment }}", "{{ moment|date:'DATETIME_FORMAT' }}"])
def test_a_template_of_any_package_writes_it_too(text):
    assert rendered(text, moment=MOMENT) == "6 มกราคม 2565 09:05 น."


def test_wagtails_messages_write_it_too():
    assert render_timestamp(MOMENT) == "6 มกราคม 2565 09:05 น."


def test_machines_read_the_common_era():
    assert rendered("{{ day|date:'Y-m-d' }}", day=DAY) == "2022-01-06"
    assert rendered("{{ moment|date:'c' }}", moment=MOMENT).startswith("2022-01-06T")


@pytest.mark.parametrize(("language", "year"), [("th", "2565"), ("th-th", "2565"), ("en", "2021"), (None, "2021")])
def test_only_thai_takes_the_year_of_the_iso_week_for_its_own(language, year):
    # 1 January 2022 lies in the last week of 2021.
    with override(language):
        assert DateFormat(date(2022, 1, 1)).format("o") == year


def test_django_still_goes_through_the_one_class_that_is_replaced():
    assert dateformat.DateFormat is DateFormat
    assert DateFormat.__mro__[1].__module__ == "django.utils.dateformat"


def test_a_workbook_keeps_a_year_that_excel_understands():
    assert "yyyy" in ExcelDateFormatter().get()


@pytest.mark.parametrize("typed", ["6/1/2565", "06/01/2022"])
def test_a_date_field_of_a_package_refuses_what_it_would_misread(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


def test_a_date_field_of_a_package_reads_what_a_picker_writes():
    assert forms.DateField().clean("2022-01-06") == DAY
    assert forms.DateTimeField().clean("2022-01-06 09:05").astimezone(UTC) == MOMENT
