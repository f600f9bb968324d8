"""Dates, digits and phone numbers as the reader of the active language knows them."""

import re
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.thai import breaks, dates, phones
from portal.thai.text import to_thai_digits

register = template.Library()

STYLES = {"long": dates.long_date, "short": dates.short_date, "weekday": dates.weekday_date}


def _language() -> str:
    return get_language() or "th"


@register.filter
def thai_date(value: date | None) -> str:
    """Write "6 มกราคม 2565", in English "6 January 2022"; nothing for no date."""
    return dates.long_date(dates.local_date(value), _language()) if value else ""


@register.filter
def thai_date_short(value: date | None) -> str:
    """Write "6 ม.ค. 2565", in English "6 Jan 2022"."""
    return dates.short_date(dates.local_date(value), _language()) if value else ""


@register.filter
def thai_weekday_date(value: date | None) -> str:
    """Write "วันพฤหัสบดีที่ 6 มกราคม 2565", in English "Thursday 6 January 2022"."""
    return dates.weekday_date(dates.local_date(value), _language()) if value else ""


@register.filter
def date_range(start: date | None, end: date | None = None) -> str:
    """Write both days in one phrase: `{{ event.starts_on|date_range:event.ends_on }}`."""
    if not start:
        return ""
    last = dates.local_date(end) if end else None
    return dates.date_range(dates.local_date(start), last, _language())


@register.filter
def datetime_long(value: datetime | None) -> str:
    """Write "6 มกราคม 2565 เวลา 09.00 น.", in English "6 January 2022, 09:00"."""
    return dates.datetime_long(value, _language()) if value else ""


@register.filter
def clock(value: str | None) -> str:
    """Write a typed "09:00" as "09.00 น.", in English "09:00"; other words unchanged."""
    return dates.clock(value, _language()) if value else ""


@register.filter
def digits(value: object) -> str:
    """Write Thai digits in Thai, as the charter numbers its clauses; others unchanged."""
    text = "" if value is None else str(value)
    return to_thai_digits(text) if _language().startswith("th") else text


@register.filter
def baht(amount: Decimal) -> str:
    """Write "2,000 บาท", in English "2,000 baht"; satang only where there are some."""
    return _("%(amount)s baht") % {"amount": f"{amount:,.2f}".removesuffix(".00")}


@register.filter
def whole_words(value: object) -> SafeString | str:
    """Keep compounds such as ประชาสังคม on one line: `<h1>{{ title|whole_words }}</h1>`."""
    return breaks.whole_words(str(value)) if value else ""


@register.filter
def phone(value: str | None) -> str:
    """Write a kept phone number as people read it; the link is `tel:` and the kept form."""
    return phones.format_phone(value, _language()) if value else ""


@register.simple_tag
def time_tag(value: date | None, style: str = "") -> SafeString | str:
    """Write `<time datetime="ISO">` around a date: "long" (default), "short" or "weekday".

    A datetime without a style is written with its time.
    """
    if not value:
        return ""
    if isinstance(value, datetime) and not style:
        iso, text = value.isoformat(timespec="minutes"), datetime_long(value)
    else:
        day = dates.local_date(value)
        iso, text = day.isoformat(), STYLES[style or "long"](day, _language())
    return format_html('<time datetime="{}">{}</time>', iso, text)


@register.filter
def call_link(phone: str) -> SafeString:
    """A number to tap in a mail, kept on one line; the first one where several are given."""
    first = re.match(r"[+\d][\d\s-]*", phone)
    if not first:
        return conditional_escape(phone)
    return format_html('<a class="call" href="tel:{}">{}</a>', re.sub(r"[\s-]", "", first[0]), phone)
