"""What words say before the document settles it: immutable, made by rules, joined by ``combine``.

A bare "October" is ``Point(unit="M", part=10)``: no year yet.  "last year" is ``Shift("Y", -1)``,
"July last year" their join, ``Point(shift=-1, unit="M", part=7)``.
"""

from enum import Enum

from timeline.interval import Interval
from timeline.model import TimexType
from timeline.values import dataclass


class Anchor(Enum):
    """What a value is counted from."""

    DCT = "publication"
    LAST = "the last date named"
    QUARTER = "the last quarter named"


@dataclass(frozen=True, slots=True)
class Point:
    """Fields of the calendar that words name; what is missing is settled from the document.

    ``unit`` is the finest of them; ``part`` the month, quarter, half or season of the year.
    ``toward`` is -1 for "last", 0 for "this", 1 for "next", None where nothing is said.
    ``shift`` counts years from the anchor's.  ``clock`` is a time of day, TIMEX3's ``T22:00``.
    """

    unit: str
    year: int | None = None
    part: int = 0
    day: int = 0
    weekday: int = 0
    shift: int | None = None
    toward: int | None = None
    clock: str = ""
    fiscal: bool = False
    anchor: Anchor = Anchor.DCT
    is_short: bool = False  # the year has two digits: "'29"
    is_plain: bool = False  # no company's quarter: "the July-September quarter"

    @property
    def needs_year(self) -> bool:
        return self.year is None and self.shift is None and self.unit not in "EC"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from an anchor, cut to a grain: "two weeks ago", "last week", "the next day".

    ``count`` is None where the words give no number ("several months ago"); ``sign`` still says
    which way.
    """

    unit: str
    count: int | None
    grain: str
    anchor: Anchor = Anchor.DCT
    sign: int = 1
    clock: str = ""
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How long: "four days"; ``toward`` -1 for "the past four days", 1 for the next.

    ``end`` is the month or day it ends with, where that is said: "the three months to June".
    """

    iso: str
    unit: str = ""
    count: int | None = None
    toward: int = 0
    end: Point | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """How often: "daily", "every year"."""

    value: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The past, the present or the future and no more: "recently", "now".

    ``unit`` bounds it where the words do: "in recent weeks".
    """

    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no context changes: 28 September 2024, "the 1990s"."""

    value: str
    interval: Interval | None
    type: TimexType = TimexType.DATE
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without its day: "5 p.m. EST", "morning"; ``back`` says how many days ago."""

    time: str
    is_part: bool = False
    back: int = 0


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: its rule as the lexicon spells it, and the year as in Point."""

    rule: str
    year: int | None = None
    shift: int | None = None
    toward: int | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """A period known by its last day: "the quarter ended July 28".

    With a ``count`` of 0 by a day in it: "the week of March 6".
    """

    unit: str
    count: int
    end: Point
    number: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """The day before or after another: "the day after Christmas"; no time without its ``day``."""

    step: int
    day: Point | Holiday | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """A day by its number in a month: "27日"; ``month`` is counted, or the one that fits.

    ``is_onward`` where it never lies before the date named last: "Sept. 3 and the 20th".
    """

    day: int
    month: Shift | None = None
    toward: int | None = None
    clock: str = ""
    is_onward: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """A day or week of a month by its number: "the last Friday of May", "its first week".

    ``number`` -1 is the last; ``month`` is a Point, or a Shift for "of next month".
    """

    unit: str
    number: int
    month: Point | Shift
    weekday: int = 0
    clock: str = ""

    @property
    def mod(self) -> str:
        """TIMEX3's, where the value is the month's: the first week is its start."""
        if self.unit == "D":
            return ""
        return {1: "START", -1: "END", 4: "END", 5: "END"}.get(self.number, "MID")


Value = (
    Point | Shift | Length | Every | Ref | Fixed | Clock | Holiday | Ended | Beside | Nth | Portion
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Pieces ``first`` to ``end`` (exclusive) read by a rule; ``core`` is where its mods stop.

    ``mod`` is TIMEX3's; a range has the reading of its other end in ``upto``.
    """

    first: int
    end: int
    rule: str
    value: Value
    mod: str = ""
    upto: "Reading | None" = None


def is_whole(value: Value, is_news: bool = True) -> bool:
    """Whether a value needs at most the publication day: "May 2, 2024", in news "last year"."""
    if type(value) is Point:
        is_dated = value.year is not None and value.unit in _WHOLE
        return is_dated and not (value.fiscal or value.is_short)
    if type(value) is Shift:
        is_of_news = is_news and value.anchor is Anchor.DCT and value.unit in _COUNTED
        return is_of_news and not value.fiscal
    return type(value) is Length and value.end is None


_WHOLE = frozenset(("D", "M", "Y"))
_COUNTED = frozenset(("D", "W", "M", "Y"))


def is_open(value: Value) -> bool:
    """Whether the sentence tells which one a value means: "in October", "this weekend"."""
    if type(value) is Point:
        return value.needs_year or value.is_short
    if isinstance(value, Shift):
        return value.unit == "WE" and not value.count
    if isinstance(value, Holiday | Ended | Nth):
        return True
    if isinstance(value, Beside):
        return value.day is not None and is_open(value.day)
    if isinstance(value, Portion):
        value = value.month
    elif isinstance(value, Length) and value.end:
        value = value.end
    return isinstance(value, Point) and (value.needs_year or value.is_short)


def may_be_fiscal(value: Value) -> bool:
    """Whether a company's calendar may settle it: a quarter, or a fiscal year."""
    return isinstance(value, Point | Shift) and (value.fiscal or "Q" in value.unit)


def is_timed(value: Value) -> bool:
    return isinstance(value, Clock) or bool(getattr(value, "clock", ""))
