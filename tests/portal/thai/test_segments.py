"""Thai text is cut into words that full-text indexes keep whole."""

import sqlite3

import pytest

from portal.thai.segments import segment_for_index


def test_words_stand_apart():
    assert segment_for_index("สภาประชาชนไทยฯ").split() == ["สภา", "ประชาชน", "ไทย"]


@pytest.mark.parametrize("plain", ["", "NGO (thai-health) a@b.co", '"an exact phrase" OR other'])
def test_other_writing_stays_as_it_is(plain):
    assert segment_for_index(plain) == plain


def test_thai_next_to_latin_and_digits_stands_apart():
    assert segment_for_index("โรคCOVIDปี๒๕๖๕").split() == [
        *segment_for_index("โรค").split(),
        "COVID",
        *segment_for_index("ปี").split(),
        "2565",
    ]


def test_spellings_of_one_word_meet():
    assert segment_for_index("นํ้า") == segment_for_index("น้ำ")


@pytest.fixture
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE pages USING fts5(body, tokenize='unicode61')")
    texts = ["สภาประชาสังคมไทย", "ที่ประชุมใหญ่ผู้สูงอายุ จ.เพชรบุรี พ.ศ. ๒๕๖๕", "Civil society in Thailand"]
    rows = [(segment_for_index(text),) for text in texts]
    connection.executemany("INSERT INTO pages VALUES (?)", rows)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("query", "page"),
    [("สังคม", 1), ("ประชาสังคม", 1), ("ที่ประชุม", 2), ("ผู้สูงอายุ", 2), ("เพชรบุรี", 2), ("2565", 2), ("society", 3)],
)
def test_sqlite_finds_a_word_inside_an_unspaced_run(index, query, page):
    words = " ".join(f'"{word}"' for word in segment_for_index(query).split())
    found = index.execute("SELECT rowid FROM pages WHERE pages MATCH ?", (words,)).fetchall()
    assert found == [(page,)]


def test_sqlite_keeps_words_with_vowel_marks_whole(index):
    """Without letters in place of marks, "สังคม" would be found by its consonants alone."""
    assert index.execute("SELECT rowid FROM pages WHERE pages MATCH '\"คม\"'").fetchall() == []


def test_the_same_text_is_cut_once():
    segment_for_index.cache_clear()
    for _ in range(5):
        segment_for_index("สภาประชาสังคมไทย")
    assert segment_for_index.cache_info().misses == 1
