"""Payment codes are read back by a parser written from EMVCo's specification, and from the drawn picture."""

import io
import re
from decimal import Decimal

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.thai.promptpay import bill_payload, checksum, is_biller_id, transfer_payload

MOBILE, TAX_ID, WALLET, BILLER = "0812345678", "0994000617721", "004999000288505", "099400061772101"
FEE = Decimal("2000.00")
# EMVCo 1.1, tables 3.1 to 3.7: what each tag of a payment may hold.
TOP = {
    "00": r"01",
    "01": r"1[12]",
    "29": r".{1,99}",
    "30": r".{1,99}",
    "53": r"[0-9]{3}",
    "54": r"(?=.{1,13}$)[0-9]+(\.[0-9]{1,2})?",
    "58": r"[A-Z]{2}",
    "63": r"[0-9A-F]{4}",
}
TRANSFER = {"00": r"A000000677010111", "01": r"0066[0-9]{9}", "02": r"[0-9]{13}", "03": r"[0-9]{15}"}
BILL = {"00": r"A000000677010112", "01": r"[0-9]{15}", "02": r"[0-9A-Z]{1,20}", "03": r"[0-9A-Z]{1,20}"}


def parsed(text, allowed):
    """{tag: value} of a whole text of tags, each known, once, as long as it says, and of its own form."""
    found = {}
    while text:
        tag, length, rest = text[:2], text[2:4], text[4:]
        assert tag in allowed, tag
        assert tag not in found, tag
        assert re.fullmatch("[0-9]{2}", length), length
        value, text = rest[: int(length)], rest[int(length) :]
        assert len(value) == int(length)
        assert re.fullmatch(allowed[tag], value, re.ASCII), (tag, value)
        found[tag] = value
    return found


def bitwise_crc(text):
    """CRC-16/CCITT-FALSE by the book: polynomial 1021, from FFFF, nothing reflected or inverted."""
    register = 0xFFFF
    for byte in text.encode("ascii"):
        register ^= byte << 8
        for _ in range(8):
            register = ((register << 1) ^ 0x1021 if register & 0x8000 else register << 1) & 0xFFFF
    return f"{register:04X}"


def read(payload):
    """What a strict reader finds: the top tags, and those of the payee."""
    top = parsed(payload, TOP)
    first, *_, last = top
    assert (first, last) == ("00", "63")
    assert bitwise_crc(payload[:-4]) == top["63"]
    assert ("29" in top) != ("30" in top)
    payee = parsed(top["29"], TRANSFER) if "29" in top else parsed(top["30"], BILL)
    return top, payee


def test_the_checksum_has_the_known_check_value():
    assert checksum("123456789") == "29B1"
    assert bitwise_crc("123456789") == "29B1"


@pytest.mark.parametrize(
    ("number", "tag", "kept"),
    [(MOBILE, "01", "0066812345678"), (TAX_ID, "02", TAX_ID), (WALLET, "03", WALLET)],
)
def test_a_transfer_names_the_payee_as_promptpay_knows_them(number, tag, kept):
    top, payee = read(transfer_payload(number, FEE))
    assert payee == {"00": "A000000677010111", tag: kept}
    assert top | {"29": "", "63": ""} == {
        "00": "01",
        "01": "12",
        "29": "",
        "53": "764",
        "54": "2000.00",
        "58": "TH",
        "63": "",
    }


def test_a_bill_carries_the_references():
    assert read(bill_payload(BILLER, FEE, "PAY7K2M9"))[1] == {
        "00": "A000000677010112",
        "01": BILLER,
        "02": "PAY7K2M9",
    }
    assert read(bill_payload(BILLER, FEE, "PAY7K2M9", "2569"))[1]["03"] == "2569"


# Made with npm promptpay-qr 0.5.0, which Thai shops have paid with since 2017.
@pytest.mark.parametrize(
    ("number", "amount", "payload"),
    [
        (MOBILE, "2000", "00020101021229370016A000000677010111011300668123456785802TH530376454072000.006304D3EA"),
        (TAX_ID, "2000.50", "00020101021229370016A000000677010111021309940006177215802TH530376454072000.506304CBF2"),
        (WALLET, "0.25", "00020101021229390016A00000067701011103150049990002885055802TH530376454040.2563045A84"),
    ],
)
def test_a_transfer_is_the_same_letter_by_letter_as_that_of_another_program(number, amount, payload):
    assert transfer_payload(number, Decimal(amount)) == payload


@pytest.mark.parametrize("payload", [transfer_payload(TAX_ID, FEE), bill_payload(BILLER, FEE, "PAY7K2M9")])
def test_the_drawn_code_is_read_back(payload):
    drawn = io.BytesIO()
    segno.make(payload, error="m", micro=False).save(drawn, kind="png", scale=6, border=4)
    assert [code.text for code in zxingcpp.read_barcodes(Image.open(drawn))] == [payload]


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("9999999999.99"), places=2))
def test_every_amount_is_read_back_to_the_satang(amount):
    assert Decimal(read(transfer_payload(TAX_ID, amount))[0]["54"]) == amount


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=20))
def test_every_reference_is_read_back(reference):
    assert read(bill_payload(BILLER, FEE, reference, reference))[1]["03"] == reference


@pytest.mark.parametrize("number", ["", "081234567", "0212345678", "12345678901234", "๐๘๑๒๓๔๕๖๗๘", "081-234567"])
def test_what_is_no_promptpay_number_is_refused(number):
    with pytest.raises(ValueError, match="10, 13 or 15 digits"):
        transfer_payload(number, FEE)


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "NaN", "Infinity", "10000000000"])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match="amount"):
        transfer_payload(MOBILE, Decimal(amount))


@pytest.mark.parametrize("reference", ["", "pay", "A-1", "ก", "A" * 21, "A\n"])
def test_a_reference_that_banks_would_cut_is_refused(reference):
    with pytest.raises(ValueError, match="reference"):
        bill_payload(BILLER, FEE, reference)


def test_a_biller_id_has_fifteen_digits():
    assert is_biller_id(BILLER)
    assert not is_biller_id(TAX_ID)
    with pytest.raises(ValueError, match="15 digits"):
        bill_payload(TAX_ID, FEE, "PAY7K2M9")
