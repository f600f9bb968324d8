"""Dates are shown in the reader's era and read in either."""

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.thai.dates import (
    clock,
    date_range,
    datetime_long,
    local_date,
    long_date,
    numeric_date,
    numeric_datetime,
    parse_date,
    parse_datetime,
    short_date,
    weekday_date,
)

ASSEMBLY = date(2022, 1, 6)
OPENING = datetime(2022, 1, 6, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("write", "thai", "english"),
    [
        (long_date, "6 มกราคม 2565", "6 January 2022"),
        (short_date, "6 ม.ค. 2565", "6 Jan 2022"),
        (weekday_date, "วันพฤหัสบดีที่ 6 มกราคม 2565", "Thursday 6 January 2022"),
        (numeric_date, "6/1/2565", "6/1/2022"),
    ],
)
def test_a_date_is_written_in_the_readers_era(write, thai, english):
    assert write(ASSEMBLY) == thai
    assert write(ASSEMBLY, "th-th") == thai
    assert write(ASSEMBLY, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        ("2022-01-06", "2022-01-07", "6–7 มกราคม 2565", "6–7 January 2022"),
        ("2022-01-28", "2022-02-02", "28 มกราคม – 2 กุมภาพันธ์ 2565", "28 January – 2 February 2022"),
        ("2022-12-30", "2023-01-02", "30 ธันวาคม 2565 – 2 มกราคม 2566", "30 December 2022 – 2 January 2023"),
        ("2022-01-06", "2022-01-06", "6 มกราคม 2565", "6 January 2022"),
        ("2022-01-07", "2022-01-06", "6–7 มกราคม 2565", "6–7 January 2022"),
        ("2022-01-06", "2023-01-06", "6 มกราคม 2565 – 6 มกราคม 2566", "6 January 2022 – 6 January 2023"),
    ],
)
def test_a_range_is_one_phrase_that_says_nothing_twice(start, end, thai, english):
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert date_range(*days) == thai
    assert date_range(*days, "en") == english


def test_a_range_without_an_end_is_one_day():
    assert date_range(ASSEMBLY, None) == "6 มกราคม 2565"


@pytest.mark.parametrize("moment", [OPENING, datetime(2022, 1, 6, 9, 0)])  # noqa: DTZ001 -- naive on purpose
def test_a_time_is_shown_in_bangkok(moment):
    assert datetime_long(moment) == "6 มกราคม 2565 เวลา 09.00 น."
    assert datetime_long(moment, "en") == "6 January 2022, 09:00"
    assert numeric_datetime(moment) == "6/1/2565 09:00"


def test_a_late_evening_elsewhere_is_the_next_day_in_bangkok():
    assert local_date(datetime(2021, 12, 31, 17, 30, tzinfo=UTC)) == date(2022, 1, 1)
    assert local_date(ASSEMBLY) == ASSEMBLY


@pytest.mark.parametrize("write", [long_date, short_date, weekday_date, numeric_date])
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_day_of_a_leap_year_reads_back_as_written(write, language):
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(366)]
    assert [day for day in days if parse_date(write(day, language)) != day] == []


@pytest.mark.parametrize("write", [datetime_long, numeric_datetime])
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_quarter_hour_reads_back_as_written(write, language):
    moments = [OPENING + timedelta(minutes=15 * number) for number in range(96)]
    assert [moment for moment in moments if parse_datetime(write(moment, language)) != moment] == []


@pytest.mark.parametrize(
    ("typed", "thai", "english"),
    [
        ("09:00", "09.00 น.", "09:00"),
        ("9.30", "9.30 น.", "9:30"),
        ("09:00–10:30", "09.00–10.30 น.", "09:00–10:30"),
        ("ทั้งวัน", "ทั้งวัน", "ทั้งวัน"),
        ("09:00 น.", "09:00 น.", "09:00 น."),
    ],
)
def test_a_typed_time_is_written_as_people_read_it(typed, thai, english):
    assert clock(typed) == thai
    assert clock(typed, "en") == english
