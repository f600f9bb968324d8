"""Compounds stay whole in headings, and a text is cut between words."""

import pytest

from portal.thai.breaks import COMPOUNDS, cut, whole_words


@pytest.mark.parametrize("word", COMPOUNDS)
def test_a_compound_is_kept_on_one_line(word):
    assert whole_words(f"ตัวอย่าง{word}เมืองเพชร") == f'ตัวอย่าง<span class="nowrap">{word}</span>เมืองเพชร'


def test_the_longest_compound_is_kept_as_one():
    assert whole_words("สภาประชาสังคมไทย") == '<span class="nowrap">สภาประชาสังคมไทย</span>'


def test_what_people_typed_is_escaped_once():
    assert whole_words("<b>เครือข่าย</b> & more") == ('&lt;b&gt;<span class="nowrap">เครือข่าย</span>&lt;/b&gt; &amp; more')
    assert whole_words(whole_words("A & B")) == "A &amp; B"


def test_other_writing_stays_as_it_is():
    assert whole_words("Thai Civil Society Council") == "Thai Civil Society Council"


@pytest.mark.parametrize("text", ["", "สั้น", "x" * 20])
def test_a_short_text_is_not_cut(text):
    assert cut(text, 20) == text


def test_a_long_text_ends_with_a_whole_word():
    assert cut("ช่วยชุมชนทำแผนที่ที่ดินทำกิน", 20) == "ช่วยชุมชนทำแผนที่…"
    assert cut("Helps villages to map their land", 20) == "Helps villages to…"


def test_one_endless_word_is_cut_all_the_same():
    assert cut("x" * 10_000, 20) == "x" * 19 + "…"


def test_the_sign_of_doubling_never_begins_a_line():
    assert whole_words("คู่มือสั้น ๆ") == "คู่มือสั้น\u00a0ๆ"


def test_a_span_of_days_is_never_broken():
    assert whole_words("สมัชชา 6–7 มกราคม") == 'สมัชชา <span class="nowrap">6–7</span> มกราคม'
