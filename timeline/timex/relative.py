"""What counts from the publication day or from the last date named: "yesterday", "that year"."""

from timeline.lexicon import load
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
    """ "today", "yesterday", "tomorrow", "tonight"."""
    word = match.low("day")
    clock = "TNI" if word == "tonight" else ""
    return Shift("D", match.look("day", "deictic"), "D", clock=clock)


@rule(
    rf"{_WHICH} (?:FULL|VERY|SAME|PAST_WORD|COMING)? (?P<unit>UNIT)",
    example=("Sales doubled last year.", "2024-09-28", "2023"),
)
def which_unit(match: Match) -> Value | None:
    """ "last year", "this week", "the following month", "that quarter"."""
    which, unit = match.low("which"), match.name("unit", "unit")
    if unit not in _CALENDAR or match.after() == "of" and unit in ("D", "W", "M", "Y"):
        return _of_something(match, which, unit)
    before = match.before()
    if before == "the" and which in ("past", "last", "next", "coming") and unit in "DWMYEC":
        return _stretch(match, which, unit)
    if which == "past" and before != "this":
        return Length(iso_length(unit, 1), unit, 1, -1)
    if which == "latest":
        anchor = Anchor.QUARTER if unit == "Q" else Anchor.DCT
        return Shift(unit, 0 if unit == "Q" else -1, unit, anchor)
    is_last = which in _FROM_LAST or which in ("previous", "prior", "preceding")
    if which == "next" and unit == "D":
        is_last = True
    if which == "that" and before in ("said", "so", "now", "is", "was", ",", "and", "believe"):
        return None
    anchor = Anchor.LAST if is_last else Anchor.DCT
    return Shift(unit, _direction(which), unit, anchor)


def _stretch(match: Match, which: str, unit: str) -> Value | None:
    """ "the past year" is a length back from now; "the next day" follows the last date."""
    direction = _direction(which)
    if which == "next" and match.before(2) not in ("in", "over", "for", "within", "during"):
        return Shift(unit, 1, unit, Anchor.LAST)
    return Length(iso_length(unit, 1), unit, 1, direction)


def _of_something(match: Match, which: str, unit: str) -> Value | None:
    """ "this day of June" is none; "that year of war" is."""
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
    if which in ("those", "past") or which == "that" and match.before() in ("said", "say"):
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
    r" (?P<qty>COUNT (?:(?:TO|AND|HYPHEN) COUNT)?|SEVERAL OF?|MAGNITUDE) TRADING? FISCAL?"
    r" (?P<unit>UNIT|UNITS)",
    example=("It doubled over the past two years.", "2024-09-28", "2022-09~/2024-09~"),
)
def which_units(match: Match) -> Value | None:
    """ "the past two years", "the next few weeks", "the first nine months"."""
    which, unit = match.low("which"), match.name("unit", "units", "unit")
    if which in ("these", "those") or which in load("timex")["ordinal"] and which != "first":
        return None
    count, has_half = quantity(match.words("qty"))
    toward = 0 if which == "first" else _direction(which) or -1
    anchored = which not in ("previous", "following", "preceding", "subsequent")
    return Length(iso_length(unit, count, has_half), unit, count, toward if anchored else 0)


_GRAIN = {"F": "D", "TH": "D", "TM": "D", "TS": "D", "C": "C", "E": "E"}


@rule(
    r"(?P<qty>QTY) HYPHEN? TRADING? (?P<unit>UNIT|UNITS) (?:OR SO)? (?:AGO|HYPHEN AGO)",
    example=("Nvidia launched it three years ago.", "2024-09-28", "2021"),
)
def ago(match: Match) -> Value | None:
    unit = match.name("unit", "unit", "units")
    if unit == "WE":
        return None
    count, has_half = quantity(match.words("qty"))
    if unit[0] == "T" and count is not None and count < 24:
        return Shift(unit, count, "D", sign=-1)
    if has_half and unit == "Y" and count is not None:
        return Shift("M", 12 * count + 6, "M", sign=-1)
    anchor = Anchor.DCT
    if unit == "Y" and count == 1 and compares(match):
        anchor = Anchor.QUARTER
    return Shift(unit, count, _GRAIN.get(unit, unit), anchor, sign=-1)


_COMPARING = frozenset(("$", "%", "£", "#", "€", "million", "billion", "percent", "cents"))


def compares(match: Match) -> bool:
    """Whether figures stand before in the sentence: "up from $4 million a year ago"."""
    kinds, lows = match.pieces.kinds, match.pieces.lows
    at = max(kinds.rfind(".", 0, match.first) + 1, match.first - 25)
    end = kinds.find(".", match.end)
    return not _COMPARING.isdisjoint(lows[at : min(end, match.end + 12)])


@rule(
    r"(?P<qty>QTY) HYPHEN? TRADING? (?P<unit>UNIT|UNITS) (?P<which>LATER|EARLIER|PRIOR|AFTER)",
    example=(
        "It opened on May 2, 2024. Three days later it shut.",
        "2024-09-28",
        "2024-05-02 2024-05-05",
    ),
)
def later(match: Match) -> Value | None:
    """ "two days later", "a year earlier"; before a noun ("two days after the ban") a length."""
    unit, which = match.name("unit", "unit", "units"), match.low("which")
    count, has_half = quantity(match.words("qty"))
    if unit == "WE":
        return None
    ends_clause = match.after() in (".", ",", ";", "", ")", "-", "–", "—", ":") or which in (
        "later",
        "earlier",
    )
    if match.after() == "than" or has_half or not ends_clause:
        return None
    sign = -1 if which in ("earlier", "before", "previously", "beforehand") else 1
    if unit == "Y" and count == 1 and sign < 0 and compares(match):
        return Shift("Y", 1, "Y", Anchor.QUARTER, sign)
    if unit[0] == "T" or count is None:
        return Length(iso_length(unit, count), unit, count)
    return Shift(unit, count, _GRAIN.get(unit, unit), Anchor.LAST, sign)


@rule(
    r"(?P<unit>DAY_WORD|UNIT) (?P<which>BEFORE|AFTER|EARLIER|LATER)",
    example=("Bloomberg reported it the day before.", "2024-09-28", "2024-09-27"),
)
def day_before(match: Match) -> Value | None:
    """ "the day before", with nothing after: before the last date named, or the publication."""
    unit, which = match.name("unit", "unit"), match.low("which")
    if match.before() != "the" or unit not in ("D", "W", "M", "Y"):
        return None
    if match.after() not in (".", ",", ";", "", ")", "-", "–", "—", "and", "”", '"', "that", "?"):
        return None
    return Shift(unit, -1 if which in ("before", "earlier") else 1, unit, Anchor.LAST)


@rule(
    r"(?P<unit>UNIT) (?P<which>BEFORE|AFTER) (?P<base>DEICTIC|LAST|NEXT)",
    example=("It shut the day before yesterday.", "2024-09-28", "2024-09-26"),
)
def day_before_yesterday(match: Match) -> Value | None:
    unit, base = match.name("unit", "unit"), match.low("base")
    if unit not in ("D", "W", "M", "Y") or match.before() != "the":
        return None
    count = {"last": -1, "next": 1}.get(base)
    if (count is None) != (unit == "D"):
        return None
    start = match.look("base", "deictic") if count is None else count
    return Shift(unit, start + (-1 if match.low("which") == "before" else 1), unit)


@rule(
    r"YEAR_WORD (?P<joined>HYPHEN)? (?:AGO|EARLIER) (?:ORDINAL)? (?:PERIOD|QUARTER)?",
    example=(
        "In the 3rd quarter it lost 2%; year-ago sales were $3 million.",
        "2024-11-28",
        "2024-07/2024-09 2023-07/2023-09",
    ),
)
def year_ago(match: Match) -> Value | None:
    if match.before() in ("a", "an", "one") and not match.has("joined"):
        return None
    return Shift("Y", -1, "Y", Anchor.QUARTER)


@rule(
    r"(?P<which>COMPARABLE|SAME|LATEST|CURRENT) (?:COMPARABLE)? PERIOD",
    example=(
        "The third quarter beat last year's, but the latest period lagged.",
        "2024-11-28",
        "2024-07/2024-09 2023 2024-07/2024-09",
    ),
)
def which_period(match: Match) -> Value | None:
    """ "the latest period", "the same period": the quarter last named; a year less with a year."""
    if match.low("which") in ("latest", "current"):
        return Shift("Q", 0, "Q", Anchor.QUARTER)
    return None


_IN = frozenset("in for during of over by through throughout since until within this".split())


@rule(
    r"FULL? (?P<unit>UNIT)",
    example=("Net income for the year rose 4%.", "2024-09-28", "2024"),
)
def the_unit(match: Match) -> Value | None:
    """ "the quarter", "the year", "the weekend", after a word that makes them a time."""
    unit, before = match.name("unit", "unit"), match.before()
    if before != "the" or unit not in ("W", "M", "Q", "Y", "WE"):
        return None
    marked = match.before(2)
    if marked == "of":
        marked = match.before(3)
        if marked not in _EDGES:
            return None
    elif marked not in _IN:
        return None
    if match.after() == "of" or marked == "over" and unit == "Y":
        return None
    if unit == "Q":
        return Shift("Q", 0, "Q", Anchor.QUARTER)
    return Shift(unit, 0, unit) if unit != "WE" else Shift("WE", 0, "WE", sign=-1)


_EDGES = frozenset(
    "end close beginning start middle rest remainder half quarter months weeks part outset month"
    " quarters course most day".split()
)


@rule(
    r"YEAR_WORD (?:HYPHEN|APOS POSS)? END",
    example=("It will complete the deal by year-end.", "2024-09-28", "2024-12~"),
)
def year_end(match: Match) -> Value | None:
    if match.before() in ("last", "next", "this", "that"):
        return None
    return Point("D", None, 12, 31)


RULES: tuple[Rule, ...] = (
    deictic,
    which_month,
    which_weekday,
    which_season,
    which_units,
    which_unit,
    ago,
    later,
    day_before,
    day_before_yesterday,
    year_ago,
    which_period,
    the_unit,
    year_end,
)
