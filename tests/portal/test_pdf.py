"""Documents as PDF: our fonts, our language, and data that stays data."""

import re
import zlib

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from portal.pdf import FONTS, pdf
from tests.pdfs import closed_up, text_of

START = '#import "sheet.typ": *\n'
THAI = "หนี้ ที่ นั้น ญู ฐุ ปั๊ม A วันที่"


def written(tmp_path, body, data=None, **options):
    template = tmp_path / "letter.typ"
    template.write_text(START + body, encoding="utf-8")
    return pdf(template, data or {}, **options)


def streams(document):
    """What the document's compressed parts say."""
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            yield zlib.decompress(part)
        except zlib.error:
            yield part


def test_a_document_is_a_pdf_with_a_title_and_a_language(tmp_path):
    document = written(tmp_path, '#show: sheet.with(title: "A", lang: "th")\n= A\n')
    assert document.startswith(b"%PDF-")
    everything = b"".join([document, *streams(document)])
    assert b"/Lang(th)" in everything.replace(b" ", b"")


def test_only_our_fonts_are_in_it(tmp_path):
    document = written(tmp_path, "#show: sheet\n= #data.text\n#data.text", {"text": THAI})
    everything = b"".join([document, *streams(document)])
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)", everything))
    assert {font.split(b"-Identity")[0] for font in fonts} == {b"Sarabun-Regular", b"Sarabun-Bold"}


def test_text_that_looks_like_a_program_stays_text(tmp_path):
    body = "#show: sheet\n#data.text"
    assert written(tmp_path, body, {"text": '#panic("no") $x *b* #read("/etc/hostname") \\ "'})


def test_texts_may_be_translated_late(tmp_path):
    with translation.override("en"):
        assert written(tmp_path, '#assert(data.text == "Phone")', {"text": gettext_lazy("Phone")})


def test_pictures_come_by_name(tmp_path):
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    body = '#image("square.svg", alt: "A square")'
    assert written(tmp_path, body, files={"square.svg": square})


def test_a_template_reads_no_file_of_the_machine(tmp_path):
    with pytest.raises(RuntimeError):
        written(tmp_path, '#read("/etc/hostname")')


def test_data_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(RuntimeError):
        written(tmp_path, "#data.nothing")


@pytest.mark.parametrize("name", ["ตัวอย่าง", "ตัวอย่างชื่อยาว" * 30])
def test_a_long_name_shrinks_instead_of_breaking(tmp_path, name):
    body = "#show: sheet\n#fit(data.name)\n#context assert(here().page() == 1)"
    assert written(tmp_path, body, {"name": name})


def test_the_forms_parts_can_be_drawn(tmp_path):
    body = '#show: sheet.with(flipped: true, foot: "1")\n#blank("A", hint: "B")\n#lines(2)\n#tick("C")'
    assert written(tmp_path, body)


def test_the_licence_stands_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(font.stat().st_size for font in FONTS.glob("*.ttf")) < 400_000


CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
VOWELS = ["", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ํ", "ำ", "็"]
TONES = ["", "่", "้", "๊", "๋", "์"]


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_syllable_can_be_copied_as_it_was_written(tmp_path, weight):
    syllables = [
        "".join([consonant, *((tone, vowel) if vowel == "ำ" else (vowel, tone))])
        for consonant in CONSONANTS
        for vowel in VOWELS
        for tone in TONES
        # ็ bears no tone.
        if not (vowel == "็" and tone)
    ]
    document = written(tmp_path, f'#show: sheet\n#text(weight: "{weight}", data.text)', {"text": " ".join(syllables)})
    # The pages' numbers are the only digits.
    read = re.sub("[0-9/]", "", closed_up(text_of(document)))
    assert read == "".join(syllables)


@pytest.mark.parametrize(("words", "points"), [("ชื่อสั้น", 30), ("ตัวอย่างชื่อยาว" * 8, 20), ("ตัวอย่างชื่อยาว" * 60, 10)])
def test_a_text_takes_the_largest_size_that_fits_its_room(tmp_path, words, points):
    body = "#show: sheet\n#within(2.4cm, (30pt, 20pt, 10pt), data.name + context [#metadata(text.size) <size>])\n"
    body += f"#context assert(query(<size>).first().value == {points}pt)"
    assert written(tmp_path, body, {"name": words})
