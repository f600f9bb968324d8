"""The small code on a bank slip is read from pictures as people send them, and junk is only junk."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal import slips
from portal.slips import Slip, read_slip, slip_of
from portal.thai.banks import bank_name
from portal.thai.promptpay import checksum
from tests.slips import as_file, slip_picture, slip_text

REFERENCE = "202611250NwPbLbcnKxC1cRHp"
SLIP = Slip("014", REFERENCE)
# Made with npm promptparse 1.6.0.
KNOWN = "0046000600000101030140225202011220NwPbLbcnKxC1cRHp5102TH910429F8"


def signed(unsigned):
    return unsigned + checksum(unsigned)


def test_the_text_of_another_program_is_read():
    assert slip_of(KNOWN) == Slip("014", "202011220NwPbLbcnKxC1cRHp")


def test_our_drawn_text_is_that_of_the_other_program():
    assert slip_text("014", "202011220NwPbLbcnKxC1cRHp") == KNOWN


def test_a_checksum_in_small_letters_is_taken():
    assert slip_of(KNOWN[:-4] + KNOWN[-4:].lower())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9104",
        KNOWN[:-1] + "0",
        KNOWN.replace("014", "015", 1),
        slip_text(kind="000002"),
        slip_text(bank="14"),
        slip_text(reference=""),
        slip_text(reference="a b"),
        signed("00990006000001" + "9104"),
        signed("0014000600000100" + "9104"),
        signed("ab12" + "9104"),
        "https://portal.example/ก",
        "00020101021129370016A000000677010111011300668123456785802TH530376463047C5D",
    ],
)
def test_what_is_no_slip_is_none(text):
    assert slip_of(text) is None


@given(st.text())
def test_no_text_breaks_the_reader(text):
    assert slip_of(text) is None


@pytest.mark.parametrize("turned", [0, 7, 33, 90, 180, 271])
@pytest.mark.parametrize("quality", [90, 40, 15])
def test_a_slip_is_read_though_turned_and_squeezed(turned, quality):
    assert read_slip(as_file(slip_picture(slip_text(), turned=turned), quality=quality)) == SLIP


@pytest.mark.parametrize("width", [1080, 720, 540, 360])
def test_a_slip_is_read_though_a_chat_made_it_small(width):
    small = slip_picture(slip_text()).resize((width, width * 16 // 9), Image.Resampling.BICUBIC)
    assert read_slip(as_file(small, quality=60)) == SLIP


def test_enlarging_helps_where_a_decoder_alone_gives_up(monkeypatch):
    tiny = slip_picture(slip_text(), seed=9).resize((300, 533), Image.Resampling.BICUBIC)
    read = {}
    for side in (0, 1200):
        monkeypatch.setattr(slips, "SMALL_SIDE", side)
        read[side] = sum(bool(read_slip(as_file(tiny.rotate(turn, expand=True), quality=70))) for turn in range(10))
    assert read[1200] >= read[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_slip_may_come_in_any_usual_format(kind):
    assert read_slip(as_file(slip_picture(slip_text()), kind)) == SLIP


def test_a_slip_in_a_large_photo_is_read():
    assert read_slip(as_file(slip_picture(slip_text(), size=(4000, 6000), scale=14, turned=0), quality=80)) == SLIP


def test_a_slip_in_a_dark_app_is_read():
    assert read_slip(as_file(slip_picture(slip_text(), inverted=True))) == SLIP


def test_what_shines_through_is_white():
    drawn = slip_picture(slip_text()).convert("L").point(lambda light: 255 if light > 250 else 0)
    clear = Image.merge("RGBA", [Image.new("L", drawn.size, 0)] * 3 + [drawn.point(lambda light: 255 - light)])
    assert read_slip(as_file(clear, "PNG")) == SLIP


def test_other_codes_on_the_screen_are_passed_over():
    busy = slip_picture(slip_text(), also=["https://portal.example/", slip_text(kind="000009")])
    assert read_slip(as_file(busy)) == SLIP


def test_a_picture_without_a_code_is_none():
    assert read_slip(as_file(Image.new("RGB", (800, 600), "white"))) is None


def test_a_picture_of_too_many_pixels_is_not_opened():
    assert read_slip(as_file(Image.new("1", (6000, 6000)), "PNG")) is None


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"%PDF-1.7 sample",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"\xff\xd8\xff\xe0" + b"\x00" * 300,
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 300,
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    ],
    ids=["empty", "pdf", "svg", "gif", "jpeg", "png", "webp"],
)
def test_junk_is_none(junk):
    assert read_slip(io.BytesIO(junk)) is None


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_broke_off_is_none_or_still_read(kind, kept):
    whole = as_file(slip_picture(slip_text()), kind).read()
    assert read_slip(io.BytesIO(whole[: int(len(whole) * kept)])) in (None, SLIP)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content):
    assert read_slip(io.BytesIO(content)) is None


def test_the_file_stands_at_its_start_afterwards():
    file = as_file(slip_picture(slip_text()))
    file.seek(100)
    assert read_slip(file) == SLIP
    assert file.tell() == 0


def test_a_bank_has_a_name_in_both_languages():
    assert bank_name("014") == "ธนาคารไทยพาณิชย์"
    assert bank_name("014", "en") == "Siam Commercial Bank"
    assert bank_name("999") == "999"
