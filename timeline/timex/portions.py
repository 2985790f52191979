"""A day or week of a month by its number: "the last Friday of May", "the first week of 2024-10".

To add a form: a function with @rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Anchor, Ended, Every, Point, Portion, Shift, Value

_OF = (
    "(?:OF|IN) THE? (?:(?P<month>MONTH) (?:(?:COMMA|OF)? (?P<year>YEAR)"
    " | OF? (?P<years>LAST|THIS|NEXT) YEAR_WORD)? | (?P<which>THIS|LAST|NEXT|SAME|THAT|EACH)? UNIT)"
)


@rule(
    rf"(?P<number>ORDINAL|LAST) (?P<day>WEEKDAY) {_OF}",
    example=("The term opens on the first Monday in October.", "2024-09-28", "2024-10-07"),
)
def weekday_of_month(match: Match) -> Value | None:
    if match.low("which") in _EACH:
        return Every(f"XXXX-WXX-{match.look('day', 'weekday')}")
    month, number = _month(match), _number(match)
    if month is None or not -1 <= number <= 5:
        return None
    return Portion("D", number, month, match.look("day", "weekday"))


@rule(
    rf"(?P<number>ORDINAL|LAST) (?P<unit>UNIT) {_OF}",
    example=("It will ship in the first week of October.", "2024-09-28", "2024-10-01/2024-10-07"),
)
def unit_of_month(match: Match) -> Value | None:
    month, number, unit = _month(match), _number(match), match.name("unit", "unit")
    if month is None or unit not in ("D", "W"):
        return None
    return Portion(unit, number, month) if number <= (31 if unit == "D" else 5) else None


@rule(
    r"(?P<unit>UNIT) OF THE? (?:(?P<month>MONTH) THE? (?P<day>DAY|ORDDAY)"
    r"|(?P<other>DAY|ORDDAY) OF? (?P<name>MONTH)) (?:COMMA? (?P<year>YEAR))?",
    example=("Talks resume in the week of Oct. 7.", "2024-09-28", "2024-10-07/2024-10-13"),
)
def week_of(match: Match) -> Value | None:
    """A week by one of its days, which need not be its first."""
    if match.name("unit", "unit") != "W" or match.before() not in ("the", "a"):
        return None
    day, month = ("day", "month") if match.has("month") else ("other", "name")
    year = int(match.low("year")) if match.has("year") else None
    number = match.number(day)
    return Ended("W", 0, Point("D", year, match.look(month, "month"), number))


_EACH = ("each", "every")


def _number(match: Match) -> int:
    return -1 if match.low("number") == "last" else match.number("number")


def _month(match: Match) -> Point | Shift | None:
    """The month that the words end with; None for "of this decade"."""
    shifts = {"last": -1, "this": 0, "next": 1}
    if match.has("month"):
        year = int(match.low("year")) if match.has("year") else None
        shift = shifts[match.low("years")] if match.has("years") else None
        return Point("M", year, match.look("month", "month"), shift=shift)
    if match.pieces.lows[match.end - 1] != "month" or match.low("which") in _EACH:
        return None
    which = match.low("which")
    return Shift("M", shifts.get(which, 0), "M", Anchor.DCT if which in shifts else Anchor.LAST)


RULES: tuple[Rule, ...] = (weekday_of_month, unit_of_month, week_of)
