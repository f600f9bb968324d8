"""Text fields spell Thai one way, and count what is kept."""

import pytest
from django import forms

from portal.forms import TidyField, TidyTextField


class WorkForm(forms.Form):
    name = TidyField(max_length=10)
    work = TidyTextField(max_length=12, required=False)


def cleaned(**typed):
    form = WorkForm({"name": "ก", **typed})
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("เเม่", "แม่"), ("  ก   ข ", "ก ข"), ("ก\u200bข", "กข"), ("ก\nข", "ก ข"), ("ก\x00", "ก"), (" " * 500 + "ก", "ก")],
)
def test_a_line_is_tidied_before_it_is_counted(typed, kept):
    assert cleaned(name=typed)["name"] == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\x00"])
def test_nothing_visible_is_nothing(typed):
    assert "name" in WorkForm({"name": typed}).errors


def test_a_line_that_is_too_long_is_refused():
    assert "name" in WorkForm({"name": "ก" * 11}).errors


def test_lines_stay_lines_and_their_ends_count_once():
    assert cleaned(work="  หนึ่ง  \r\n\r\n สอง\r\n")["work"] == "หนึ่ง\n\nสอง"
    assert cleaned(work="ก\r\n" * 6)["work"] == "\n".join("ก" * 6)


def test_nothing_typed_is_empty_text():
    assert cleaned()["work"] == ""
    assert WorkForm({}).errors.keys() == {"name"}
