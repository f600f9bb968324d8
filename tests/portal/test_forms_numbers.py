"""Number fields take Thai digits and the commas of thousands."""

from decimal import Decimal

import pytest
from django import forms

from portal.forms import ThaiDigits, ThaiIntegerField


class AmountField(ThaiDigits, forms.DecimalField):
    pass


class SeatForm(forms.Form):
    seats = ThaiIntegerField(min_value=1, max_value=5_000, required=False)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("๑๒", 12), ("12", 12), (" ๑,๒๐๐ ", 1200), ("1\u200b2", 12), ("", None), ("\x00", None), (7, 7)],
)
def test_a_whole_number_is_read_in_either_kind_of_digit(typed, number):
    form = SeatForm({"seats": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["seats"] == number


@pytest.mark.parametrize("typed", ["สิบ", "1,2", "1.5", "9" * 10_000])
def test_what_is_no_whole_number_is_refused(typed):
    assert not SeatForm({"seats": typed}).is_valid()


@pytest.mark.parametrize("typed", ["๐", "๕,๐๐๑"])
def test_limits_hold_for_thai_digits(typed):
    assert not SeatForm({"seats": typed}).is_valid()


def test_thai_digits_are_shown_again_as_typed():
    html = str(SeatForm({"seats": "๐"})["seats"])
    assert 'value="๐"' in html
    assert 'type="text"' in html
    assert 'inputmode="numeric"' in html


def test_amounts_take_thai_digits_too():
    assert AmountField().clean("๒,๐๐๐.๕๐") == Decimal("2000.50")
