"""Fiscal years and quarters, by the company's calendar: "fiscal 2025", "the July quarter"."""

from datetime import date, timedelta

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.lexicon import load
from timeline.model import FiscalCalendar
from timeline.timex import reckon
from timeline.timex.absolute import full_year
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Ended, Point, Shift, Value

_WEEKDAYS = {"sunday": 7, "saturday": 6, "friday": 5}


@rule(
    r"FISCAL HYPHEN? YEAR_WORD? (?P<year>YEAR) | (?P<code>FYCODE)",
    example=("Sales in fiscal 2025 rose.", "2025-03-01", "2025"),
)
def fiscal_year(match: Match) -> Value | None:
    return Point("Y", full_year(match.low("year") or match.low("code")[2:]), fiscal=True)


@rule(
    r"(?P<year>YEAR) FISCAL YEAR_WORD",
    example=("In the 2025 fiscal year it rose.", "2025-03-01", "2025"),
)
def year_fiscal(match: Match) -> Value | None:
    return Point("Y", full_year(match.low("year")), fiscal=True)


@rule(
    r"(?P<which>LAST|THIS|CURRENT|LATEST|NEXT|PREVIOUS|FULL)? FISCAL HYPHEN? YEAR_WORD",
    example=("It fell in the current fiscal year.", "2024-09-28", "2024"),
)
def which_fiscal_year(match: Match) -> Value | None:
    count = {"last": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "latest": -1}
    return Shift("Y", count.get(match.low("which"), 0), "Y", fiscal=True)


@rule(
    r"FISCAL HYPHEN? (?P<number>ORDINAL) HYPHEN? QUARTER | (?P<other>ORDINAL) HYPHEN? FISCAL HYPHEN? QUARTER",
    example=("Its fiscal second quarter was flat.", "2024-09-28", "2024-04/2024-06"),
)
def fiscal_quarter(match: Match) -> Value | None:
    number = match.number("number" if match.has("number") else "other")
    return Point("Q", None, number, fiscal=True) if 1 <= number <= 4 else None


@rule(
    r"(?P<month>MONTH) HYPHEN? QUARTER",
    example=("China made 12% of sales in the July quarter.", "2024-09-28", "2024-05/2024-07"),
)
def month_quarter(match: Match) -> Value | None:
    """The fiscal quarter that ends in that month, or ends within days of it."""
    return Point("MQ", None, match.look("month", "month"), fiscal=True)


@rule(
    r"(?:ORDINAL HYPHEN?)? (?P<unit>QUARTER|YEAR_WORD) (?=ENDED ON? MONTH DAY)",
    example=(
        "Sales in the quarter ended July 28 rose.",
        "2024-09-28",
        "2024-04-29/2024-07-28 2024-07-28",
    ),
)
def period_ended(match: Match) -> Value | None:
    """A period by its last day, which stays a date of its own beside it."""
    lows, at = match.pieces.lows, match.end + 1
    at += lows[at] == "on"
    month, day = load("timex")["month"][lows[at]], int(lows[at + 1])
    assert isinstance(month, int)
    rest = [low for low in lows[at + 2 : at + 4] if low != ","]
    year = int(rest[0]) if rest and rest[0].isdecimal() and len(rest[0]) == 4 else None
    ordinal = lows[match.first] not in ("quarter", "year")
    number = match.pieces.lows[match.first] if ordinal else ""
    end = Point("D", year, month, day)
    return Ended(match.name("unit", "unit"), 1, end, load_ordinal(number))


def load_ordinal(word: str) -> int:
    """1 for "first"; 0 for no ordinal."""
    number = load("timex")["ordinal"].get(word, 0)
    return number if isinstance(number, int) else 0


RULES: tuple[Rule, ...] = (
    fiscal_year,
    year_fiscal,
    which_fiscal_year,
    fiscal_quarter,
    month_quarter,
    period_ended,
)


def year_end(calendar: FiscalCalendar, year: int) -> date:
    """The last day of fiscal ``year``: for Nvidia 2025, 26 January 2025.

    Raises NoSuchDate outside the years 1 to 9999.
    """
    return _end_of_month(calendar, year + calendar.offset, calendar.month)


def _end_of_month(calendar: FiscalCalendar, year: int, month: int) -> date:
    kind, _, weekday = calendar.rule.partition("_")
    try:
        if kind == "last" and weekday in _WEEKDAYS:
            return reckon.nth_weekday(year, month, _WEEKDAYS[weekday], -1)
        last = Interval.of(year, month).last
    except ValueError as error:
        raise NoSuchDate(f"fiscal {year}: {error}") from error
    assert last is not None
    return last


def fiscal_interval(calendar: FiscalCalendar, year: int, quarter: int = 0) -> Interval:
    """A fiscal year or its quarter in days: Nvidia (2025, 2) is 2024-04-29/2024-07-28.

    Years by a weekday rule have quarters of thirteen weeks, the last one taking up the odd week.
    """
    first = year_end(calendar, year - 1) + timedelta(days=1)
    last = year_end(calendar, year)
    if not quarter:
        kind = Granularity.MONTH if calendar.rule == "month_end" else Granularity.DAY
        return Interval(first, last + timedelta(days=1), kind)
    if calendar.rule == "month_end":
        start = reckon.add(first, "M", 3 * (quarter - 1))
        return Interval(start, reckon.add(start, "M", 3), Granularity.MONTH)
    start = first + timedelta(weeks=13 * (quarter - 1))
    end = last + timedelta(days=1) if quarter == 4 else start + timedelta(weeks=13)
    return Interval(start, end, Granularity.DAY)


def fiscal_year_of(calendar: FiscalCalendar, day: date) -> int:
    """The fiscal year that holds ``day``."""
    year = day.year - calendar.offset - 1
    while year_end(calendar, year) < day:
        year += 1
    return year
