import pytest

from portal.thai.identifiers import bare_digits, grouped_account, is_mobile, is_national_or_tax_id


@pytest.mark.parametrize(
    ("typed", "read"),
    [("๑๒๓-๔-๕๖๗๘๙-๐", "1234567890"), (" 123 4 56789 0 ", "1234567890"), ("081.234.5678", "0812345678"), ("", "")],
)
def test_digits_are_read_as_people_type_them(typed, read):
    assert bare_digits(typed) == read


def test_letters_stay_so_that_a_check_can_refuse_them():
    assert bare_digits("12a-4") == "12a4"


# python-stdnum's documentation of th.pin and th.moa.
@pytest.mark.parametrize("number", ["3100600445635", "0994000617721", "0000000000001"])
def test_a_check_digit_that_fits_is_taken(number):
    assert is_national_or_tax_id(number)


@pytest.mark.parametrize("number", ["3100600445636", "0994000617722", "099400061772", "09940006177211", "", "๐" * 13])
def test_one_wrong_or_missing_digit_is_refused(number):
    assert not is_national_or_tax_id(number)


@pytest.mark.parametrize(("number", "is_one"), [("0812345678", True), ("0212345678", False), ("081234567", False)])
def test_mobile_numbers_have_ten_digits(number, is_one):
    assert is_mobile(number) is is_one


@pytest.mark.parametrize(("digits", "shown"), [("1234567890", "123-4-56789-0"), ("123456789012", "123456789012")])
def test_an_account_number_is_shown_as_in_the_passbook(digits, shown):
    assert grouped_account(digits) == shown
