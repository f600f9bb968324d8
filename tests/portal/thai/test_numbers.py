"""Numbers are grouped, and amounts said in words as receipts need them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.numbers import baht_text, grouped, number_text


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("20", "ยี่สิบบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("2000", "สองพันบาทถ้วน"),
        ("2000.00", "สองพันบาทถ้วน"),
        ("12345.67", "หนึ่งหมื่นสองพันสามร้อยสี่สิบห้าบาทหกสิบเจ็ดสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("1.01", "หนึ่งบาทหนึ่งสตางค์"),
        ("100000", "หนึ่งแสนบาทถ้วน"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("21000000", "ยี่สิบเอ็ดล้านบาทถ้วน"),
        ("1500000.50", "หนึ่งล้านห้าแสนบาทห้าสิบสตางค์"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("-50", "ลบห้าสิบบาทถ้วน"),
    ],
)
def test_an_amount_is_said_in_words(amount, words):
    assert baht_text(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["0.001", "NaN", "Infinity"])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match="two decimals"):
        baht_text(Decimal(amount))


def test_a_negative_number_has_no_words():
    with pytest.raises(ValueError, match="zero or more"):
        number_text(-1)


def test_no_two_numbers_share_their_words():
    assert len({number_text(number) for number in range(20_000)}) == 20_000


def test_numbers_are_grouped_by_thousands():
    assert grouped(2000) == "2,000"
    assert grouped(Decimal("1234567.50")) == "1,234,567.50"
    assert grouped(2000, thai_digits=True) == "๒,๐๐๐"


PLACES = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"]
DIGITS = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]


def said_by_rules(number):
    """The same words another way, as schools teach it: name every digit and place, then mend ten, twenty and one."""
    text = str(number)
    groups = [text[max(0, end - 6) : end] for end in range(len(text), 0, -6)][::-1]
    said = []
    for group in groups:
        words = "".join(
            DIGITS[int(digit)] + PLACES[place]
            for digit, place in zip(group, reversed(range(len(group))), strict=True)
            if digit != "0"
        )
        said.append(words.replace("หนึ่งสิบ", "สิบ").replace("สองสิบ", "ยี่สิบ"))
        if group.endswith("1") and (len(group) > 1 or len(said) > 1):
            said[-1] = said[-1].removesuffix("หนึ่ง") + "เอ็ด"
    return "ล้าน".join(said) or DIGITS[0]


@given(st.integers(min_value=1, max_value=10**13))
def test_any_number_is_said_as_the_rules_of_schools_say_it(number):
    assert number_text(number) == said_by_rules(number)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_any_amount_is_baht_and_satang(amount):
    baht, satang = divmod(int(amount * 100), 100)
    rest = f"{number_text(satang)}สตางค์" if satang else "ถ้วน"
    assert baht_text(amount) == (f"{number_text(baht)}บาท{rest}" if baht or not satang else rest)
