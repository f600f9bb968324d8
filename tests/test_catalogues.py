"""Every string of ours is said in Thai. `make messages` collects them; someone writes the Thai by ear."""

import pytest

from tests.catalogues import APPS, catalogue, in_python, in_template, marked, placeholders, translations


def ids(entries) -> list[str]:
    return [entry.msgid for entry in entries]


@pytest.mark.parametrize("app", APPS)
def test_nothing_is_left_untranslated_or_uncertain(app):
    assert not ids(entry for entry in catalogue(app) if entry.fuzzy or not all(translations(entry)))


@pytest.mark.parametrize("app", APPS)
def test_every_marked_string_is_in_the_catalogue(app):
    left = APPS[: APPS.index(app) + 1]
    known = {(entry.msgctxt or "", entry.msgid) for name in left for entry in catalogue(name)}
    missing = {f"{path}: {key}" for key, path in marked(app).items() if key not in known}
    assert not missing


@pytest.mark.parametrize("app", APPS)
def test_a_translation_keeps_the_placeholders(app):
    wrong = [
        entry.msgid
        for entry in catalogue(app)
        for text in translations(entry)
        if placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]
    assert not wrong


@pytest.mark.parametrize("app", APPS)
def test_a_translation_ends_lines_like_its_source(app):
    assert not ids(
        entry
        for entry in catalogue(app)
        for text in translations(entry)
        if text.endswith("\n") != entry.msgid.endswith("\n")
    )


def test_strings_in_python_are_found():
    source = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
_("One " "piece"); ngettext("%d seat", "%d seats", n); pgettext("verb", "Open"); _(variable); other("Not this")
"""
    assert set(in_python(source)) == {("", "One piece"), ("", "%d seat"), ("verb", "Open")}


def test_strings_in_templates_are_found():
    source = """{% translate "It's open" %} {{ _("Filter")|lower }} {% translate "Open" context "verb" %} plain
{% blocktranslate count n=n trimmed %}
  {{ n }} seat
{% plural %}
  {{ n }} seats
{% endblocktranslate %}{% component label=_("Name") %}"""
    expected = {("", "It's open"), ("", "Filter"), ("verb", "Open"), ("", "%(n)s seat"), ("", "Name")}
    assert set(in_template(source)) == expected
