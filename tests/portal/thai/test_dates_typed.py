"""Dates are read however they are typed, or refused with the reason."""

from datetime import date, datetime

import pytest

from portal.thai.dates import BANGKOK, DateError, DateProblem, parse_date, parse_datetime


@pytest.mark.parametrize(
    "typed",
    [
        "6/1/2565",
        "06/01/2565",
        "6-1-2565",
        "6.1.2565",
        "6 1 2565",
        " 6 / 1 / 2565 ",
        "06012565",
        "๖/๑/๒๕๖๕",
        "๖ มกราคม พ.ศ. ๒๕๖๕",
        "6 มกราคม พศ 2565",
        "6 มกราคม 2565",
        "6มกราคม2565",
        "6 ม.ค. 2565",
        "6 ม.ค 2565",
        "6 มค 2565",
        "6 มค. 2565",
        "6 มกรา 2565",
        "6 เดือนมกราคม ปี 2565",
        "6 ม.ค. ค.ศ. 2022",
        "วันที่ 6 มกราคม 2565",
        "วันพฤหัสบดีที่ 6 มกราคม 2565",
        "พฤหัส 6 ม.ค. 2565",
        "2022-01-06",
        "2565-01-06",
        "2022/1/6",
        "6/1/2022",
        "6 Jan 2022",
        "6 Jan. 2022",
        "6-Jan-2022",
        "6 JANUARY 2022",
        "6th of January 2022",
        "January 6, 2022",
        "Jan 6 2022",
        "Thursday 6 January 2022",
        "Thu, 6 Jan 2022",
        "6 January 2565 BE",
        "6 January 2022 CE",
        "6\u00a0มกราคม\u200b 2565",
    ],
)
def test_the_sixth_of_january_2022_is_read(typed):
    assert parse_date(typed) == date(2022, 1, 6)


@pytest.mark.parametrize("typed", ["29/2/2567", "29 ก.พ. 2567", "29 February 2024", "๒๙ กุมภาพันธ์ ๒๕๖๗"])
def test_a_leap_day_is_one_of_the_common_era(typed):
    assert parse_date(typed) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("6/1/65", DateProblem.TWO_DIGIT_YEAR),
        ("๖ ม.ค. ๖๕", DateProblem.TWO_DIGIT_YEAR),
        ("6 Jan 22", DateProblem.TWO_DIGIT_YEAR),
        ("29/2/2565", DateProblem.IMPOSSIBLE_DATE),
        ("31 เมษายน 2565", DateProblem.IMPOSSIBLE_DATE),
        ("1/13/2022", DateProblem.IMPOSSIBLE_DATE),
        ("0/0/2565", DateProblem.IMPOSSIBLE_DATE),
        ("6/1", DateProblem.NO_YEAR),
        ("6 มกราคม", DateProblem.NO_YEAR),
        ("6 January", DateProblem.NO_YEAR),
        ("6/1/265", DateProblem.YEAR_OUT_OF_RANGE),
        ("6/1/25650", DateProblem.YEAR_OUT_OF_RANGE),
        ("6/1/9999", DateProblem.YEAR_OUT_OF_RANGE),
        ("6 มกราคม พ.ศ. 2022", DateProblem.YEAR_OUT_OF_RANGE),
        ("6 มกราคม ค.ศ. 2565", DateProblem.YEAR_OUT_OF_RANGE),
        ("วันจันทร์ที่ 6 มกราคม 2565", DateProblem.WRONG_WEEKDAY),
        ("Monday 6 January 2022", DateProblem.WRONG_WEEKDAY),
        ("", DateProblem.UNREADABLE),
        ("พรุ่งนี้", DateProblem.UNREADABLE),
        ("6 มกรคม 2565", DateProblem.UNREADABLE),
        ("6/1/2565 09:00", DateProblem.UNREADABLE),
        ("²/1/2565", DateProblem.UNREADABLE),
        ("\x00", DateProblem.UNREADABLE),
        ("6" * 10_000, DateProblem.UNREADABLE),
        ("6 " + "ก" * 70 + " 2565", DateProblem.UNREADABLE),
    ],
)
def test_other_input_is_refused_with_its_reason(typed, problem):
    with pytest.raises(DateError) as refused:
        parse_date(typed)
    assert refused.value.problem is problem


@pytest.mark.parametrize(
    "typed",
    [
        "6/1/2565 09:00",
        "6/1/2565 9.00 น.",
        "6/1/2565, 09:00",
        "๖ มกราคม ๒๕๖๕ เวลา ๐๙.๐๐ น.",
        "6 มกราคม 2565 เวลา 9.00 นาฬิกา",
        "6 January 2022, 09:00",
        "2022-01-06T09:00",
        "2022-01-06 09:00:00",
    ],
)
def test_nine_in_the_morning_is_read(typed):
    assert parse_datetime(typed) == datetime(2022, 1, 6, 9, 0, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("6/1/2565", DateProblem.NO_TIME),
        ("6.1.2565", DateProblem.NO_TIME),
        ("6/1/2565 25:00", DateProblem.IMPOSSIBLE_TIME),
        ("6/1/2565 09:60", DateProblem.IMPOSSIBLE_TIME),
        ("6/1/65 09:00", DateProblem.TWO_DIGIT_YEAR),
        ("09:00", DateProblem.UNREADABLE),
        ("", DateProblem.UNREADABLE),
    ],
)
def test_a_wrong_moment_is_refused_with_its_reason(typed, problem):
    with pytest.raises(DateError) as refused:
        parse_datetime(typed)
    assert refused.value.problem is problem
