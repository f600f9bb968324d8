"""Templates write dates, digits and phone numbers for the reader of the active language."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import deactivate_all, override

ASSEMBLY = date(2022, 1, 6)
OPENING = datetime(2022, 1, 6, 2, 0, tzinfo=UTC)


def render(source, **context):
    return Template("{% load portal_thai %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "thai", "english"),
    [
        ("{{ day|thai_date }}", "6 มกราคม 2565", "6 January 2022"),
        ("{{ moment|thai_date }}", "6 มกราคม 2565", "6 January 2022"),
        ("{{ day|thai_date_short }}", "6 ม.ค. 2565", "6 Jan 2022"),
        ("{{ day|thai_weekday_date }}", "วันพฤหัสบดีที่ 6 มกราคม 2565", "Thursday 6 January 2022"),
        ("{{ day|date_range:end }}", "6–7 มกราคม 2565", "6–7 January 2022"),
        ("{{ day|date_range }}", "6 มกราคม 2565", "6 January 2022"),
        ("{{ moment|date_range:end }}", "6–7 มกราคม 2565", "6–7 January 2022"),
        ("{{ moment|datetime_long }}", "6 มกราคม 2565 เวลา 09.00 น.", "6 January 2022, 09:00"),
        ("{{ 12|digits }}", "๑๒", "12"),
        ("{{ fee|baht }}", "2,000 บาท", "2,000 baht"),
        ("{{ odd|baht }}", "1,234.50 บาท", "1,234.50 baht"),
        ("{{ '3.1'|digits }}", "๓.๑", "3.1"),
        ("{{ phone|phone }}", "032 400 000 ต่อ 12", "032 400 000 ext. 12"),
        (
            "{% time_tag day %}",
            '<time datetime="2022-01-06">6 มกราคม 2565</time>',
            '<time datetime="2022-01-06">6 January 2022</time>',
        ),
        (
            "{% time_tag day 'short' %}",
            '<time datetime="2022-01-06">6 ม.ค. 2565</time>',
            '<time datetime="2022-01-06">6 Jan 2022</time>',
        ),
        (
            "{% time_tag moment %}",
            '<time datetime="2022-01-06T02:00+00:00">6 มกราคม 2565 เวลา 09.00 น.</time>',
            '<time datetime="2022-01-06T02:00+00:00">6 January 2022, 09:00</time>',
        ),
        (
            "{% time_tag moment 'weekday' %}",
            '<time datetime="2022-01-06">วันพฤหัสบดีที่ 6 มกราคม 2565</time>',
            '<time datetime="2022-01-06">Thursday 6 January 2022</time>',
        ),
    ],
)
def test_a_value_is_written_for_the_reader(source, thai, english):
    context = {"day": ASSEMBLY, "end": date(2022, 1, 7), "moment": OPENING, "phone": "+6632400000;ext=12"}
    context |= {"fee": Decimal("2000.00"), "odd": Decimal("1234.5")}
    with override("th"):
        assert render(source, **context) == thai
    with override("en"):
        assert render(source, **context) == english


@pytest.mark.parametrize(
    "tag", ["thai_date", "thai_date_short", "thai_weekday_date", "date_range", "datetime_long", "digits", "phone"]
)
def test_nothing_is_written_for_no_value(tag):
    assert render("{{ value|" + tag + " }}", value=None) == ""


def test_no_time_element_is_written_for_no_date():
    assert render("{% time_tag value %}", value=None) == ""


def test_a_page_without_a_language_reads_thai():
    with override(None):
        deactivate_all()
        assert render("{{ day|thai_date }} {{ 1|digits }}", day=ASSEMBLY) == "6 มกราคม 2565 ๑"


def test_markup_in_a_phone_number_is_escaped():
    assert render("{{ value|phone }}", value="<b>") == "&lt;b&gt;"
