"""What is counted off from a day: "three years ago", "two days later", "the day before".

To add a form: a function with @rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

from timeline.timex.kinds import WORD, guard, members
from timeline.timex.lengths import iso_length, quantity
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Anchor, Beside, Length, Point, Ref, Shift, Value

_HALVED = {"C": ("Y", 50, "Y"), "E": ("Y", 5, "Y"), "Y": ("M", 6, "M")}  # "half a century ago"
_GRAIN = {"F": "D", "TH": "D", "TM": "D", "TS": "D", "C": "C", "E": "E"}


@rule(
    r"(?P<qty>QTY) HYPHEN? TRADING? (?P<unit>UNIT|UNITS) (?:OR SO|AND AN HALF)? HYPHEN? AGO",
    example=("Nvidia launched it three years ago.", "2024-09-28", "2021"),
)
def ago(match: Match) -> Value | None:
    unit = match.name("unit", "unit", "units")
    if unit == "WE":
        return None
    count, has_half = quantity(match.words("qty"))
    has_half = has_half or "half" in match.pieces.lows[match.end - 2 : match.end - 1]
    if has_half and count == 0 and unit in _HALVED:
        return Shift(*_HALVED[unit], sign=-1)
    if unit[0] == "T" and count is not None and count < 24:
        return Shift(unit, count, "D", sign=-1)
    if has_half and unit == "Y" and count is not None:
        return Shift("M", 12 * count + 6, "M", sign=-1)
    anchor = Anchor.DCT
    if unit == "Y" and count == 1 and compares(match):
        anchor = Anchor.QUARTER
    if unit == "W" and count is not None and count <= 2:
        return Shift("W", count, "D", sign=-1)
    return Shift(unit, count, _GRAIN.get(unit, unit), anchor, sign=-1)


def compares(match: Match) -> bool:
    """Whether figures stand before in the sentence: "up from $4 million a year ago"."""
    kinds, lows = match.pieces.kinds, match.pieces.lows
    at = max(kinds.rfind(".", 0, match.first) + 1, match.first - 25)
    end = kinds.find(".", match.end)
    return not guard("comparing").isdisjoint(lows[at : min(end, match.end + 12)])


@rule(
    r"(?P<qty>QTY) HYPHEN? TRADING? (?P<unit>UNIT|UNITS)"
    r" (?P<which>LATER|EARLIER|PRIOR|AFTER|ON(?=COMMA))",
    example=(
        "It opened on May 2, 2024. Three days later it shut.",
        "2024-09-28",
        "2024-05-02 2024-05-05",
    ),
)
def later(match: Match) -> Value | None:
    """A count from the last date: "two days later"; "two days after the ban" is a length."""
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
    if unit[0] == "T" or (count is None and which in ("after", "following")):
        return Length(iso_length(unit, count), unit, count)
    return Shift(unit, count, _GRAIN.get(unit, unit), Anchor.LAST, sign)


@rule(
    r"(?P<unit>UNITS) (?P<which>LATER|EARLIER)",
    example=("Months later it was sold.", "2024-09-28", "FUTURE_REF"),
)
def units_later(match: Match) -> Value | None:
    """Some of them from the last date: "weeks earlier", "days later"."""
    unit, is_earlier = match.name("unit", "units"), match.low("which") == "earlier"
    if unit == "WE" or match.low("which") == "hence" or match.after() == "than":
        return None
    if unit[0] == "T":
        return Ref("PAST_REF" if is_earlier else "FUTURE_REF")
    return Shift(unit, None, _GRAIN.get(unit, unit), Anchor.LAST, -1 if is_earlier else 1)


@rule(
    r"(?P<unit>DAY_WORD|UNIT) (?P<which>BEFORE|AFTER|EARLIER|LATER)",
    example=("Bloomberg reported it the day before.", "2024-09-28", "2024-09-27"),
)
def day_before(match: Match) -> Value | None:
    """The unit before the last date or the publication: "the day before", nothing after."""
    unit, which = match.name("unit", "unit"), match.low("which")
    if match.before() != "the" or unit not in ("D", "W", "M", "Y"):
        return None
    if match.after() not in (".", ",", ";", "", ")", "-", "–", "—", "and", "”", '"', "that", "?"):
        return None
    return Shift(unit, -1 if which in ("before", "earlier") else 1, unit, Anchor.LAST)


@rule(
    r"DAY_WORD (?P<which>BEFORE|AFTER)",
    example=("It opened the day after Christmas.", "2025-01-08", "2024-12-26"),
)
def day_beside(match: Match) -> Value | None:
    """The day before or after the date that follows, with which ``combine`` joins it."""
    if match.before() != "the" or match.pieces.kinds[match.end] == WORD:
        return None
    return Beside(-1 if match.low("which") == "before" else 1)


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
    r"(?P<qty>QTY) (?P<unit>UNIT|UNITS) APOS POSS? TIME",
    example=("It will open in two months' time.", "2024-09-28", "2024-11"),
)
def in_time(match: Match) -> Value | None:
    """A count ahead of the publication: "in ten years' time", "in a week's time"."""
    unit = match.name("unit", "unit", "units")
    if unit == "WE" or unit[0] == "T":
        return None
    count, _ = quantity(match.words("qty"))
    grain = "D" if unit == "W" and count is not None and count <= 2 else unit
    return Shift(unit, count, _GRAIN.get(grain, grain))


@rule(
    r"(?:PREVIOUS HYPHEN YEAR_WORD | YEAR_WORD (?P<joined>HYPHEN)? (?:AGO|EARLIER)) ORDINAL?"
    r" (?:PERIOD|QUARTER|(?P<unit>UNIT))?",
    example=(
        "In the 3rd quarter it lost 2%; year-ago sales were $3 million.",
        "2024-11-28",
        "2024-07/2024-09 2023-07/2023-09",
    ),
)
def year_ago(match: Match) -> Value | None:
    is_bare = match.pieces.kinds[match.first] in members("YEAR_WORD") and not match.has("joined")
    if match.before() in ("a", "an", "one") and is_bare:
        return None
    if match.has("unit") and match.name("unit", "unit") == "M":
        return Shift("Y", 1, "M", Anchor.LAST, sign=-1)
    return Shift("Y", -1, "Y", Anchor.QUARTER) if match.low("unit") in ("", "quarter") else None


@rule(
    r"(?:SAME|COMPARABLE) (?P<unit>PERIOD|UNIT) (?:IN|OF)? THE?"
    r" (?:(?P<year>YEAR) | (?:LAST|PREVIOUS) YEAR_WORD | AN YEAR_WORD (?:AGO|EARLIER|PRIOR))",
    example=(
        "In the second quarter it lost 2%, in the same quarter last year 3%.",
        "2024-09-28",
        "2024-04/2024-06 2023-04/2023-06",
    ),
)
def same_period(match: Match) -> Value | None:
    """The quarter last named, or the month, of another year: "the same month last year"."""
    unit = match.name("unit", "unit")
    if unit == "M" and not match.has("year"):
        return Shift("Y", 1, "M", Anchor.LAST, sign=-1)
    if unit not in ("", "Q"):
        return None
    if match.has("year"):
        return Point("Q", int(match.low("year")), 0)
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
    """The quarter last named: "the latest period"; None for "the same period"."""
    if match.low("which") in ("latest", "current"):
        return Shift("Q", 0, "Q", Anchor.QUARTER)
    return None


@rule(
    r"FULL? (?P<unit>UNIT)",
    example=("Net income for the year rose 4%.", "2024-09-28", "2024"),
)
def the_unit(match: Match) -> Value | None:
    """A unit after a word that makes it a time: "for the quarter", "over the weekend"."""
    unit, before = match.name("unit", "unit"), match.before()
    if before != "the" or unit not in ("D", "W", "M", "Q", "Y", "WE"):
        return None
    if match.pieces.lows[match.first] in ("whole", "entire") and unit in ("D", "W", "M"):
        return Length(iso_length(unit, 1), unit, 1)
    if unit in ("D", "WE"):
        return _the_day(match, unit)
    if match.after() in ("'", "’") and match.after(1) == "s" and unit != "Y":
        return Shift("Q", 0, "Q", Anchor.QUARTER) if unit == "Q" else Shift(unit, 0, unit)
    marked = match.before(2)
    if marked in guard("before_whole_unit") and match.after() != "of":
        return Shift(unit, 0, unit, Anchor.QUARTER if unit == "Q" else Anchor.DCT)
    if marked == "of":
        marked = match.before(3)
        if marked not in guard("before_of_the_unit"):
            return None
    elif marked not in guard("before_the_unit"):
        return None
    if (marked == "over" and unit == "Y") or _is_numbered(match):
        return None
    if match.after() in ("after", "before", "since", "following"):
        return Length(iso_length(unit, 1), unit, 1)  # "in the week after the vote"
    if match.after() == "of" and match.after(1) not in guard("money"):
        return None  # "for the year of the tiger", but "a high for the year of $42"
    if unit == "Q":
        return Shift("Q", 0, "Q", Anchor.QUARTER)
    return Shift(unit, 0, unit)


def _the_day(match: Match, unit: str) -> Value | None:
    """The day that is told of, "later in the day", or the weekend beside the publication."""
    if unit == "D":
        is_told = match.before(2) == "in" and match.before(3) in guard("before_in_the_day")
        return Shift("D", 0, "D", Anchor.LAST) if is_told else None
    is_ahead = match.before(2) == "before" or (match.before(3), match.before(2)) == _AHEAD_OF
    return Shift("WE", 0, "WE", sign=1 if is_ahead else -1) if match.after() != "of" else None


_AHEAD_OF = ("ahead", "of")


def _is_numbered(match: Match) -> bool:
    """Whether the year's own number follows: "the year 2010", "the year two thousand"."""
    return match.pieces.kinds[match.end] in members("YEAR") | members("NUMBER")


@rule(
    r"YEAR_WORD (?:HYPHEN|APOS POSS)? END",
    example=("It will complete the deal by year-end.", "2024-09-28", "2024-12~"),
)
def year_end(match: Match) -> Value | None:
    if match.before() in ("last", "next", "this", "that"):
        return None
    return Point("D", None, 12, 31)


RULES: tuple[Rule, ...] = (
    ago,
    in_time,
    later,
    units_later,
    day_before,
    day_beside,
    day_before_yesterday,
    year_ago,
    same_period,
    which_period,
    the_unit,
    year_end,
)
