"""The date fields read both eras, show the reader's own and never lose what was typed."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils.translation import gettext, override

from portal.forms import ThaiDateField, ThaiDateTimeField
from portal.forms.dates import SENTENCES
from portal.thai.dates import BANGKOK, DateProblem

ASSEMBLY = date(2022, 1, 6)
OPENING = datetime(2022, 1, 6, 9, 0, tzinfo=BANGKOK)


class AssemblyForm(forms.Form):
    held_on = ThaiDateField(label="วันประชุม", required=False)
    opens_at = ThaiDateTimeField(required=False)


@pytest.mark.parametrize("typed", ["6/1/2565", "๖/๑/๒๕๖๕", "6 ม.ค. 2565", "2022-01-06", "6 Jan 2022", " 06012565 "])
@pytest.mark.parametrize("language", ["th", "en"])
def test_either_era_is_read_in_either_language(typed, language):
    with override(language):
        form = AssemblyForm({"held_on": typed})
        assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == ASSEMBLY


@pytest.mark.parametrize("typed", ["6/1/2565 09:00", "6 มกราคม 2565 เวลา ๐๙.๐๐ น.", "2022-01-06T09:00"])
def test_a_typed_time_is_bangkoks(typed):
    form = AssemblyForm({"opens_at": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["opens_at"] == OPENING


@pytest.mark.parametrize("empty", ["", "   ", None])
def test_nothing_typed_is_no_date(empty):
    form = AssemblyForm({"held_on": empty, "opens_at": empty})
    assert form.is_valid()
    assert form.cleaned_data == {"held_on": None, "opens_at": None}


def test_a_required_date_is_asked_for():
    with pytest.raises(forms.ValidationError, match=r"\S"):
        ThaiDateField().clean("  ")


@pytest.mark.parametrize(
    ("typed", "thai", "english"),
    [
        ("6/1/65", "เขียนปีให้ครบสี่หลัก เช่น 2565", "Write the year with four digits, for example 2022 or 2565."),
        (
            "31/4/2565",
            "ไม่มีวันนี้ในปฏิทิน ตรวจวันและเดือนอีกครั้ง",
            "The calendar has no such day. Check the day and the month.",
        ),
        (
            "เร็ว ๆ นี้",
            "เขียนวันที่เป็น วัน/เดือน/ปี เช่น 6/1/2565",
            "Write the date as day/month/year, for example 6/1/2022.",
        ),
    ],
)
def test_a_refusal_is_a_sentence_in_the_readers_language(typed, thai, english):
    for language, sentence in (("th", thai), ("en", english)):
        with override(language):
            assert AssemblyForm({"held_on": typed}).errors == {"held_on": [sentence]}


@pytest.mark.parametrize("problem", DateProblem)
def test_every_reason_has_a_thai_sentence(problem):
    with override("en"):
        english = str(SENTENCES[problem])
    with override("th"):
        assert gettext(english) != english
    assert problem.value in ThaiDateField().error_messages


@pytest.mark.parametrize("typed", ["6/1/2565", "6/1/2565 9", "x" * 10_000, "\x00"])
def test_a_refused_moment_names_its_reason(typed):
    errors = AssemblyForm({"opens_at": typed}).errors.as_data()["opens_at"]
    assert [error.code for error in errors] == ["no_time" if typed == "6/1/2565" else "unreadable"]


@pytest.mark.parametrize("typed", ["6/1/65", "<b>6</b>", "6 Jan 2022", "๖ ม.ค. ๒๕๖๕"])
def test_what_was_typed_is_shown_again_unchanged(typed):
    html = str(AssemblyForm({"held_on": typed})["held_on"])
    assert f'value="{forms.utils.escape(typed) if "<" in typed else typed}"' in html


@pytest.mark.parametrize(
    ("language", "day", "moment"), [("th", "6/1/2565", "6/1/2565 09:00"), ("en", "6/1/2022", "6/1/2022 09:00")]
)
def test_a_stored_date_is_shown_in_the_readers_era(language, day, moment):
    form = AssemblyForm(initial={"held_on": ASSEMBLY, "opens_at": OPENING.astimezone(UTC)})
    with override(language):
        assert f'value="{day}"' in str(form["held_on"])
        assert f'value="{moment}"' in str(form["opens_at"])


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_form_sent_back_as_shown_has_not_changed(language):
    initial = {"held_on": ASSEMBLY, "opens_at": OPENING}
    with override(language):
        shown = AssemblyForm(initial=initial)
        data = {name: shown[name].field.widget.format_value(value) for name, value in initial.items()}
        assert AssemblyForm(data, initial=initial).changed_data == []
        assert AssemblyForm({**data, "held_on": "7/1/2565"}, initial=initial).changed_data == ["held_on"]


def test_the_date_is_said_again_in_words():
    with override("th"):
        html = str(AssemblyForm({"held_on": "6/1/2565", "opens_at": "6/1/2565 09:00"}))
    assert '<output class="date-in-words" for="id_held_on">วันพฤหัสบดีที่ 6 มกราคม 2565</output>' in html
    assert "6 มกราคม 2565 เวลา 09.00 น.</output>" in html


def test_an_unreadable_date_is_not_said_in_words():
    assert "<output" not in str(AssemblyForm({"held_on": "6/1/65", "opens_at": "6/1/2565"}))
    assert "<output" not in str(AssemblyForm())


def test_the_hint_follows_the_language_and_the_callers_own_help():
    field = ThaiDateField(help_text="Day of the assembly.")
    with override("th"):
        assert ThaiDateField().help_text == "วว/ดด/ปปปป (พ.ศ.)"
    with override("en"):
        assert ThaiDateField().help_text == "dd/mm/yyyy (year CE or BE)"
        assert str(field.help_text) == "Day of the assembly. dd/mm/yyyy (year CE or BE)"


def test_the_input_brings_up_the_numeric_keypad():
    html = str(AssemblyForm()["held_on"])
    assert 'type="text"' in html
    assert 'inputmode="numeric"' in html


@pytest.mark.parametrize("value", [OPENING, OPENING.replace(tzinfo=None), datetime(2022, 1, 6, 2, 0, tzinfo=UTC)])
def test_dates_given_by_code_are_taken(value):
    assert ThaiDateField().clean(value) == ASSEMBLY
    assert ThaiDateField().clean(ASSEMBLY) == ASSEMBLY
    assert ThaiDateTimeField().clean(value) == OPENING
    assert ThaiDateTimeField().clean(ASSEMBLY) == OPENING.replace(hour=0)
