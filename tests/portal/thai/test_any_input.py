"""Whatever people paste is folded, sorted and cut, or refused with a reason: nothing crashes."""

import random

import pytest

from portal.thai.dates import DateError, parse_date, parse_datetime
from portal.thai.keyboard import repair
from portal.thai.phones import PhoneError, parse_phone
from portal.thai.segments import segment_for_index
from portal.thai.sorting import sort_key
from portal.thai.text import fold, fold_terms, tidy

ALPHABETS = {
    "thai": [chr(code) for code in range(0x0E01, 0x0E5C) if code not in range(0x0E3B, 0x0E3F)],
    "latin": list("aeghiknopstuvPTKCH .-éØß"),
    "dates": ["6", "1", "31", "2565", "65", "/", "-", ".", " ", "ม.ค.", "Jan", "วันที่", "พ.ศ.", "09:00", "เวลา", "น."],
    "phones": [*"0123456789+-() ", "ต่อ", "๐", "หรือ", "ext."],
    "anything": [*"\x00\t\u200b\u0301\ud800\uffff%_'\"<>", "😀", "ກ", "中", "ا", "ก", "่", "a", "1", "²", "ส", "."],
}


def texts(alphabet):
    chance = random.Random(alphabet)  # noqa: S311 -- the same texts on every run, no secret
    return ["".join(chance.choices(ALPHABETS[alphabet], k=chance.randint(0, 12))) for _ in range(400)]


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_folding_and_tidying_any_text_twice_changes_nothing(alphabet):
    assert [text for text in texts(alphabet) if fold(fold(text)) != fold(text)] == []
    assert [text for text in texts(alphabet) if tidy(tidy(text)) != tidy(text)] == []


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_a_folded_text_is_safe_in_a_like_pattern_and_in_postgresql(alphabet):
    folded = "".join(fold(text) for text in texts(alphabet))
    assert not set(folded) & set("%_\\'\"\x00\ud800")
    assert folded == folded.lower()


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_terms_are_never_empty_or_repeated(alphabet):
    for text in texts(alphabet):
        terms = fold_terms(text)
        assert all(terms)
        assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_text_sorts_and_is_cut(alphabet):
    written = set(texts(alphabet))
    assert len({sort_key(text) for text in written}) == len(written)
    assert all(isinstance(segment_for_index(text), str) for text in written)
    assert all(repair(text) != "" for text in written)


def answer_or_problem(parse, text):
    try:
        return parse(text)
    except (DateError, PhoneError) as refused:
        return refused.problem


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("parse", [parse_date, parse_datetime, parse_phone])
def test_a_parser_answers_or_gives_its_reason(parse, alphabet):
    assert all(answer_or_problem(parse, text) for text in texts(alphabet))
