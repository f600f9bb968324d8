"""Phone numbers are kept in one form and shown as Thailand writes them."""

import pytest

from portal.thai.phones import MAX_LENGTH, PhoneError, PhoneProblem, format_phone, parse_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("081-234-5678", "+66812345678"),
        ("๐๘๑-๒๓๔-๕๖๗๘", "+66812345678"),
        ("0812345678", "+66812345678"),
        ("(081) 234.5678", "+66812345678"),
        ("+66 81 234 5678", "+66812345678"),
        ("โทร. 032-400-000", "+6632400000"),
        ("โทรศัพท์ 032 400 000", "+6632400000"),
        ("032-400-000 ต่อ 12", "+6632400000;ext=12"),
        ("032-400-000 ต่อ ๑๒", "+6632400000;ext=12"),
        ("032 400 000 ext. 12", "+6632400000;ext=12"),
        ("032400000 x12", "+6632400000;ext=12"),
        ("+1 650 253 0000", "+16502530000"),
        ("02\u00a0123\u200b-4567", "+6621234567"),
    ],
)
def test_a_number_is_kept_in_one_form(typed, kept):
    assert parse_phone(typed) == kept
    assert parse_phone(kept) == kept
    assert len(kept) <= MAX_LENGTH


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", PhoneProblem.UNREADABLE),
        ("ไม่มี", PhoneProblem.UNREADABLE),
        ("081 ABC 5678", PhoneProblem.UNREADABLE),
        ("0" * 10_000, PhoneProblem.UNREADABLE),
        ("\x00", PhoneProblem.UNREADABLE),
        ("081-234", PhoneProblem.WRONG_LENGTH),
        ("1", PhoneProblem.WRONG_LENGTH),
        ("()", PhoneProblem.UNREADABLE),
        ("+", PhoneProblem.UNREADABLE),
        ("0000000000", PhoneProblem.NO_SUCH_NUMBER),
        ("02-123-4567-8", PhoneProblem.SEVERAL),
        ("02-123-4567 ถึง 8", PhoneProblem.SEVERAL),
        ("02-123-4567, 081-234-5678", PhoneProblem.SEVERAL),
        ("081-234-5678 หรือ 082-345-6789", PhoneProblem.SEVERAL),
    ],
)
def test_other_input_is_refused_with_its_reason(typed, problem):
    with pytest.raises(PhoneError) as refused:
        parse_phone(typed)
    assert refused.value.problem is problem


@pytest.mark.parametrize(
    ("kept", "thai", "english"),
    [
        ("+66812345678", "081 234 5678", "081 234 5678"),
        ("+6632400000;ext=12", "032 400 000 ต่อ 12", "032 400 000 ext. 12"),
        ("+16502530000", "+1 650-253-0000", "+1 650-253-0000"),
        ("ask at the temple", "ask at the temple", "ask at the temple"),
        ("", "", ""),
    ],
)
def test_a_number_is_shown_as_people_read_it(kept, thai, english):
    assert format_phone(kept) == thai
    assert format_phone(kept, "en") == english


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kept", ["+66812345678", "+6632400000;ext=12", "+16502530000"])
def test_what_is_shown_can_be_typed_again(kept, language):
    assert parse_phone(format_phone(kept, language)) == kept
