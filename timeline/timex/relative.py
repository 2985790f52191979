"""What counts from the publication day or from the last date named: "yesterday", "that year"."""

from timeline.lexicon import load
from timeline.timex.kinds import guard
from timeline.timex.lengths import iso_length, quantity
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Anchor, Length, Point, Shift, Value

_WHICH = (
    "(?P<which>LAST|PAST_WORD|PREVIOUS|NEXT|COMING|FOLLOWING|THIS|CURRENT|LATEST|THAT|SAME|THOSE)"
)


_CALENDAR = frozenset(("D", "WE", "W", "F", "M", "Q", "Y", "E", "C"))


_FROM_LAST = frozenset(("that", "same", "following", "subsequent", "ensuing", "succeeding"))


_BACK = frozenset(("last", "past", "previous", "prior", "preceding"))


_AHEAD = frozenset(
    ("next", "coming", "upcoming", "following", "subsequent", "ensuing", "succeeding")
)


def _direction(word: str) -> int:
    return -1 if word in _BACK else 1 if word in _AHEAD else 0


@rule(r"(?P<day>DEICTIC)", example=("Huang yesterday defended it.", "2024-09-28", "2024-09-27"))
def deictic(match: Match) -> Value | None:
    """Days about the publication: "today", "yesterday", "tomorrow", "tonight"."""
    word = match.low("day")
    clock = "TNI" if word == "tonight" else ""
    return Shift("D", match.look("day", "deictic"), "D", clock=clock)


@rule(
    rf"{_WHICH} (?:FULL|VERY|SAME|PAST_WORD|COMING)? (?P<unit>UNIT)",
    example=("Sales doubled last year.", "2024-09-28", "2023"),
)
def which_unit(match: Match) -> Value | None:
    """A unit pointed at: "last year", "this week", "the following month"."""
    which, unit = match.low("which"), match.name("unit", "unit")
    if match.before() in ("“", '"', "`", "‘") and match.pieces.is_capital(match.end - 1):
        return None  # a name: "This Week"
    is_stretch = match.before() == "the" and which in ("past", "last", "next", "coming")
    if is_stretch and unit in ("TH", "TM"):
        return _stretch(match, which, unit) if match.after() != "of" else None
    if unit not in _CALENDAR or (match.after() == "of" and unit in ("D", "W", "M", "Y")):
        return _of_something(match, which, unit)
    before = match.before()
    if is_stretch and unit in "DWMYEC":
        return _stretch(match, which, unit)
    if which == "this" and unit == "D" and match.after() == "in":
        return None  # "on this day in 1973"
    if which == "past" and before != "this":
        return Length(iso_length(unit, 1), unit, 1, -1)
    if which == "latest":
        anchor = Anchor.QUARTER if unit == "Q" else Anchor.DCT
        return Shift(unit, 0 if unit == "Q" else -1, unit, anchor)
    if unit == "WE" and which == "this":
        is_gone = match.pieces.lows[match.first + 1] == "past"
        return Shift("WE", 0, "WE", sign=-1) if is_gone else Shift("WE", 0, "WE")
    is_last = which in _FROM_LAST or which in ("previous", "prior", "preceding")
    if which == "next" and unit == "D":
        is_last = True
    if which == "that" and before in ("said", "so", "now", "is", "was", ",", "and", "believe"):
        return None
    anchor = Anchor.LAST if is_last else Anchor.DCT
    return Shift(unit, _direction(which), unit, anchor)


def _stretch(match: Match, which: str, unit: str) -> Value | None:
    """A length back from now, "the past year"; "the next day" follows the last date."""
    direction = _direction(which)
    if which == "next" and match.before(2) not in ("in", "over", "for", "within", "during"):
        return Shift(unit, 1, unit, Anchor.LAST)
    return Length(iso_length(unit, 1), unit, 1, direction)


def _of_something(match: Match, which: str, unit: str) -> Value | None:
    """None for "this day of June"; a unit for "that year of war"."""
    if (
        unit not in _CALENDAR
        or which in ("last", "next", "past", "latest")
        or match.before() == "the"
    ):
        return None
    return Shift(unit, _direction(which), unit, Anchor.DCT if which == "this" else Anchor.LAST)


@rule(
    rf"{_WHICH} (?:COMING|PAST_WORD|SAME)? (?P<month>MONTH) (?P<day>DAY)?",
    example=("It widened the rules last October.", "2024-09-28", "2023-10"),
)
def which_month(match: Match) -> Value | None:
    which = match.low("which")
    if which in ("those", "past") or (which == "that" and match.before() in ("said", "say")):
        return None
    anchor = Anchor.LAST if which in _FROM_LAST else Anchor.DCT
    day = match.number("day") if match.has("day") else 0
    unit = "D" if day else "M"
    toward = _toward(match, which)
    return Point(unit, None, match.look("month", "month"), day, toward=toward, anchor=anchor)


def _toward(match: Match, which: str) -> int:
    second = match.pieces.lows[match.first + 1]
    if which == "this" and second in ("past", "coming", "upcoming"):
        return _direction(second)
    return _direction(which)


@rule(
    rf"{_WHICH} (?:COMING|PAST_WORD)? (?P<day>WEEKDAY)",
    example=("Shares fell last Friday.", "2024-09-28", "2024-09-27"),
)
def which_weekday(match: Match) -> Value | None:
    which = match.low("which")
    if which in ("that", "those", "latest") and match.before() in ("said", "says", "say"):
        return None
    anchor = Anchor.LAST if which in _FROM_LAST or which == "previous" else Anchor.DCT
    number = match.look("day", "weekday")
    return Point("D", weekday=number, toward=_toward(match, which), anchor=anchor)


@rule(
    rf"{_WHICH} (?:COMING|PAST_WORD)? (?P<season>SEASON)",
    example=("It shipped samples last spring.", "2024-09-28", "2024-03~/2024-05~"),
)
def which_season(match: Match) -> Value | None:
    which = match.low("which")
    anchor = Anchor.LAST if which in _FROM_LAST else Anchor.DCT
    number = match.look("season", "season")
    return Point("S", None, number, toward=_toward(match, which), anchor=anchor)


@rule(
    r"(?P<which>LAST|PAST_WORD|NEXT|PREVIOUS|COMING|FOLLOWING|LATEST|ORDINAL|THESE|THOSE)"
    r" (?P<qty>COUNT (?:(?:TO|AND|HYPHEN) COUNT)? (?:HYPHEN? AND HYPHEN? AN HYPHEN? HALF)?"
    r"|SEVERAL OF?|MAGNITUDE) TRADING? FISCAL? (?P<unit>UNIT|UNITS)",
    example=("It doubled over the past two years.", "2024-09-28", "2022-09~/2024-09~"),
)
def which_units(match: Match) -> Value | None:
    """So many units back or ahead: "the past two years", "the first nine months"."""
    which, unit = match.low("which"), match.name("unit", "units", "unit")
    if which in ("these", "those") or (which in load("timex")["ordinal"] and which != "first"):
        return None
    if which == "last" and match.before() in guard("before_to_last"):
        return None  # "expected to last seven to 10 days"
    count, has_half = quantity(match.words("qty"))
    toward = 0 if which == "first" else _direction(which) or -1
    anchored = which not in ("previous", "following", "preceding", "subsequent")
    return Length(iso_length(unit, count, has_half), unit, count, toward if anchored else 0)


RULES: tuple[Rule, ...] = (
    deictic,
    which_month,
    which_weekday,
    which_season,
    which_units,
    which_unit,
)
