"""Text typed with the keyboard in the wrong language is repaired both ways."""

import pytest

from portal.thai.keyboard import repair, to_latin_layout, to_thai_layout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xit=kly'8,", "ประชาสังคม"),
        ("lr6", "สพุ"),
        ("gr=i[6iu", "เพชรบุรี"),
        ("g,nv' wmp", "เมือง ไทย"),
        ("O.", None),
        ("f", "ด"),
        ("dog", None),
        ("hello", None),
        ("2565", None),
        ("", None),
        ("้ำสสน", "hello"),
        ("ยนพะฟส", "portal"),
        ("สวัสดี hello", None),
        ("สวัสดี", None),
        ("café", None),
    ],
)
def test_repair_gives_the_words_meant_or_nothing(typed, meant):
    assert repair(typed) == meant


def test_every_key_goes_there_and_back():
    keys = "".join(map(chr, range(33, 127)))
    assert to_latin_layout(to_thai_layout(keys)) == keys
    assert len(set(to_thai_layout(keys))) == 94
