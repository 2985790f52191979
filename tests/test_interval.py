"""Intervals: EDTF out and in again, and the algebra of days."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval, months

DAYS = st.dates(date(1000, 1, 1), date(2999, 1, 1))
MARKS = st.booleans()


@st.composite
def units(draw: st.DrawFn) -> Interval:
    """A whole day, month or year, marked or not."""
    day = draw(DAYS)
    fine = draw(st.integers(0, 2))
    whole = (
        Interval.of(day.year),
        Interval.of(day.year, day.month),
        Interval.day(day),
    )[fine]
    return Interval(whole.start, whole.end, whole.granularity, draw(MARKS), draw(MARKS))


@given(units())
def test_a_unit_goes_out_to_edtf_and_in_again(interval: Interval) -> None:
    assert Interval.parse(interval.edtf) == interval


@given(units(), units())
def test_a_stretch_goes_out_to_edtf_and_in_again(one: Interval, two: Interval) -> None:
    assume(one.start is not None and two.end is not None and one.start < two.end)
    assume(one.granularity is two.granularity)
    whole = Interval(one.start, two.end, one.granularity, one.approximate, one.uncertain)
    assert Interval.parse(whole.edtf) == whole


@given(units(), st.booleans())
def test_an_open_stretch_goes_out_to_edtf_and_in_again(unit: Interval, is_past: bool) -> None:
    start, end = (None, unit.end) if is_past else (unit.start, None)
    whole = Interval(start, end, unit.granularity, unit.approximate, unit.uncertain)
    assert Interval.parse(whole.edtf) == whole


@given(DAYS)
def test_a_day_lies_in_its_month_and_the_month_in_its_year(day: date) -> None:
    month, year = Interval.of(day.year, day.month), Interval.of(day.year)
    assert month.holds(Interval.day(day))
    assert year.holds(month)
    assert not Interval.day(day).holds(month)


@given(units(), units())
def test_meeting_is_mutual(one: Interval, two: Interval) -> None:
    assert one.meets(two) == two.meets(one)


@given(units(), units())
def test_what_holds_another_meets_it(one: Interval, two: Interval) -> None:
    assert not one.holds(two) or one.meets(two)


@given(units())
def test_the_last_day_is_in_it_and_the_end_is_not(interval: Interval) -> None:
    assert interval.last is not None
    assert interval.end is not None
    assert interval.holds(Interval.day(interval.last))
    assert not interval.meets(Interval.day(interval.end))


@given(units())
def test_days_count_from_start_to_end(interval: Interval) -> None:
    assert interval.start is not None
    assert interval.days is not None
    assert interval.start + timedelta(days=interval.days) == interval.end


@given(st.integers(1, 9990), st.integers(1, 12), st.integers(1, 36))
def test_whole_months_end_before_a_first_of_month(year: int, month: int, count: int) -> None:
    interval = months(year, month, count, Granularity.MONTH)
    assert interval.end is not None
    assert interval.end.day == 1


@pytest.mark.parametrize(
    ("edtf", "start", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-03-04~", "2024-03-04", "2024-03-04"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-35", "2024-07-01", "2024-09-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2024-05~/2024-07~", "2024-05-01", "2024-07-31"),
    ],
)
def test_edtf_is_read(edtf: str, start: str, last: str) -> None:
    interval = Interval.parse(edtf)
    assert (str(interval.start), str(interval.last)) == (start, last)


@pytest.mark.parametrize(
    "edtf", ["", "/", "../..", "2024-13", "2024-02-30", "24", "2024-3", "soon", "2024/2023"]
)
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(NoSuchDate):
        Interval.parse(edtf)


def test_no_stretch_is_empty() -> None:
    with pytest.raises(ValueError, match="empty interval"):
        Interval(date(2024, 1, 1), date(2024, 1, 1))


def test_the_calendar_has_no_30_february() -> None:
    with pytest.raises(NoSuchDate):
        Interval.of(2024, 2, 30)


def test_a_coarser_unit_compares_as_smaller() -> None:
    assert Granularity.YEAR < Granularity.MONTH < Granularity.DAY
