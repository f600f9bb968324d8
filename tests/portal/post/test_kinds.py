"""Every kind that an installed app names can be written in both languages."""

import pytest
from django.utils.translation import override

from portal.letters import draw, letter_kinds
from portal.letters.writing import NAME, loose_brace, unknown
from portal.models import Identity

LANGUAGES = pytest.mark.parametrize("language", ["th", "en"])


def words_of(kind, language):
    with override(language):
        return [*kind.first_words(language), str(kind.why)]


@LANGUAGES
def test_the_first_words_name_only_what_is_known(language):
    wrong = {
        kind.code: unknown(text, kind.known) or text
        for kind in letter_kinds().values()
        for text in words_of(kind, language)
        if unknown(text, kind.known) or loose_brace(text) or not text.strip()
    }
    assert not wrong


@LANGUAGES
def test_no_variable_is_asked_for_in_vain(language):
    for kind in letter_kinds().values():
        named = {name for text in words_of(kind, language) for name in NAME.findall(text)}
        assert named & set(kind.variables)
        assert {name for name, variable in kind.variables.items() if variable.is_link} <= named


def test_thai_letters_are_in_thai(db):
    identity = Identity(name="สภาตัวอย่าง", phone="02 000 0000")
    for kind in letter_kinds().values():
        if kind.code.startswith("tests."):
            continue
        with override("th"):
            samples = kind.samples()
        text = draw(kind, kind.first_words("th"), samples, language="th", identity=identity).text
        words = [word for word in text.split() if word.isascii() and word.isalpha()]
        assert not words, (kind.code, words)


def test_a_language_nobody_knows_reads_english(kind):
    assert kind.first_words("fr") == kind.first_words("en")


def test_one_link_is_the_button_and_the_others_are_links(kind, council):
    words = kind.first_words("en")._replace(body="Go: {case_link}\n\nOr: {case_link}\n\n- a\n> b")
    html = draw(kind, words, kind.samples(), language="en", identity=council).html
    assert html.count('class="action"') == html.count("<li>") == html.count("<blockquote>") == 1
    assert 'href="https://portal.example/case/">Go</a>' in html
