"""Fiscal years and quarters, by the company's calendar: "fiscal 2025", "the July quarter"."""

from collections.abc import Sequence

from timeline.lexicon import load
from timeline.timex.coarse import full_year
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Ended, Point, Shift, Value


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
    r"FISCAL HYPHEN? (?P<number>ORDINAL) HYPHEN? QUARTER"
    r" | (?P<other>ORDINAL) HYPHEN? FISCAL HYPHEN? QUARTER",
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
    r"(?:ORDINAL HYPHEN?)? (?P<unit>QUARTER|YEAR_WORD|UNIT)"
    r" (?=ENDED ON? MONTH DAY|ENDED IN MONTH|ENDED MONTH)",
    example=(
        "Sales in the quarter ended July 28 rose.",
        "2024-09-28",
        "2024-04-29/2024-07-28 2024-07-28",
    ),
)
def period_ended(match: Match) -> Value | None:
    """A period by its last day, which stays a date of its own beside it."""
    if match.name("unit", "unit") not in ("Q", "Y", "W", "M"):
        return None
    lows = match.pieces.lows
    ordinal = lows[match.first] not in ("quarter", "year")
    number = match.pieces.lows[match.first] if ordinal else ""
    end = end_point(lows, match.end + 1)
    return Ended(match.name("unit", "unit"), 1, end, load_ordinal(number))


def end_point(lows: Sequence[str], at: int) -> Point:
    """The month or day that words name from a place on: "on July 28, 2024", "30 June", "March"."""
    months = load("timex")["month"]
    at += lows[at] in ("on", "the", "in")
    day = 0
    if lows[at] not in months:
        day, at = int(lows[at]), at + 1
    month, after = months[lows[at]], lows[at + 1]
    assert isinstance(month, int)
    if not day and after.isdecimal() and len(after) < 3:
        day, at = int(after), at + 1
    rest = next((low for low in lows[at + 1 : at + 3] if low != ","), "")
    year = int(rest) if rest.isdecimal() and len(rest) == 4 else None
    return Point("D" if day else "M", year, month, day)


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
