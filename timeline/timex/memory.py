"""What a document named last, from which "that day", "a month later" and "at 5 p.m." count."""

import re
from collections.abc import Sequence
from datetime import date

from timeline.interval import Granularity, Interval
from timeline.model import TimexType
from timeline.timex import history
from timeline.timex.kinds import BREAK, guard
from timeline.timex.pieces import Pieces
from timeline.timex.settled import Settled
from timeline.timex.value import Anchor, Clock, Point, Reading, Ref, Shift

_HEAD, _ONWARD = 4, 4  # pieces that open a sentence; years that a history may leap
_FAR = 1000


class Memory:
    """The dates that a document has named so far; of each kind the last."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.last: Interval | None = None
        self.last_day: Interval | None = None
        self.latest: Interval | None = None  # named last, though it may be an aside
        self.quarter: tuple[Interval, str] | None = None  # with its value
        self.outlook: tuple[int, tuple[Interval | None, str]] = (-1, (None, ""))  # where, and it
        self.dct: date | None = None
        self.is_history = False
        self.day_at = -1  # the piece where ``last_day`` was named
        self.day_end = -_FAR  # and where its words ended
        self.is_timed = False  # whether it was with a time of day
        self.gone: Interval | None = None  # the day named last that is no day to come
        self.weekdays: dict[int, tuple[int, date]] = {}  # where each was named last, and its day
        self.months: dict[int, date] = {}  # of each the last day named
        self.aside = 0  # the year last named out of order

    def begin(self, readings: Sequence[Reading], dct: date | None) -> None:
        """Before the first reading: whether they tell a history, and where it begins."""
        self.dct = dct
        self.is_history = history.is_history(readings, dct)
        self.last = history.first_year(readings) if self.is_history else None

    def remember(self, reading: Reading, settled: Settled) -> None:
        """A date that was named, if others may count from it: not "two days", not "now"."""
        interval = settled.interval
        if interval is None or settled.type in (TimexType.DURATION, TimexType.SET):
            return
        if isinstance(reading.value, Clock) and self.is_timed and not reading.value.back:
            self.day_at = reading.first  # a tale by the clock goes on
        if isinstance(reading.value, Ref | Clock) or (
            self.is_history and history.from_publication(reading)
        ):
            return
        self.latest = interval
        if self.is_history and (
            history.looks_back(reading.value) or self._is_aside(reading, interval)
        ):
            return
        self.last = interval
        if interval.granularity >= Granularity.WEEK and (interval.days or 99) <= 7:
            self.last_day, self.day_at, self.day_end = interval, reading.first, reading.end
            self.is_timed = settled.type is TimexType.TIME
            self._remember_day(reading, interval)
        if "Q" in settled.value and re.search(r"Q\d", settled.value):
            self._remember_quarter(reading, settled, interval)

    def _remember_quarter(self, reading: Reading, settled: Settled, interval: Interval) -> None:
        """A quarter that figures may be compared with: not the one they are compared with.

        One that is over stays where another is to come: "for the fourth quarter it expects".
        """
        value = reading.value
        if isinstance(value, Shift) and value.anchor is Anchor.QUARTER:
            return
        if isinstance(value, Point) and value.unit == "Q" and not value.part:
            return  # "the 1988 period"
        named = interval, settled.value
        is_going_on = self.dct and interval.end and interval.end > self.dct
        if is_going_on and self.quarter:
            self.outlook = reading.first, named
        else:
            self.quarter = named

    def quarter_for(self, reading: Reading) -> tuple[Interval | None, str]:
        """The quarter that a reading is compared with, and its value; one to come in its sentence.

        "It expects $9 million for the fourth quarter, against $5 million a year earlier."
        """
        at, named = self.outlook
        is_near = at >= 0 and at > self.pieces.kinds.rfind(BREAK, 0, reading.first)
        return named if is_near else self.quarter or (None, "")

    def _remember_day(self, reading: Reading, interval: Interval) -> None:
        if interval.start is None or interval.days != 1:
            return
        self.weekdays[interval.start.isoweekday()] = reading.first, interval.start
        self.months[interval.start.month] = interval.start
        if self.dct is None or interval.start <= self.dct:
            self.gone = interval

    def is_to_come(self) -> bool:
        """Whether the day named last lies ahead, and one that does not was named before it."""
        start = self.last_day.start if self.last_day else None
        return bool(start and self.dct and start > self.dct and self.gone)

    def same_weekday(self, reading: Reading, weekday: int) -> date | None:
        """The day of a weekday that the sentence has named: "said Friday it would open Friday"."""
        at, day = self.weekdays.get(weekday, (-1, None))
        return day if at > self.pieces.kinds.rfind(BREAK, 0, reading.first) else None

    def day_of_sentence(self, reading: Reading) -> Interval | None:
        """The day named last, if the sentence names it: "On Tuesday it met; at 5 p.m. it left".

        Or the one before, with a time: "It shook at 6:08 a.m. Saturday. At 6:19 it shook again".
        """
        start = self.pieces.kinds.rfind(BREAK, 0, reading.first)
        if self.day_at <= start and self.is_timed:
            start = self.pieces.kinds.rfind(BREAK, 0, max(start, 0))
        return self.last_day if self.day_at > start else None

    def month(self) -> Interval | None:
        """The date named last, if it is no coarser than a month."""
        return self.last if self.last and self.last.granularity >= Granularity.MONTH else None

    def is_of_a_report(self, reading: Reading) -> bool:
        """Whether "the day before" is the publication's: "which Bloomberg reported the day before".

        It is, where a report is told of and no day is named in the sentence or the one before it.
        """
        kinds, lows = self.pieces.kinds, self.pieces.lows
        start = kinds.rfind(BREAK, 0, reading.first) + 1
        told = not guard("reports").isdisjoint(lows[start : reading.first])
        return told and kinds.rfind(BREAK, 0, max(start - 1, 0)) >= self.day_at

    def _is_aside(self, reading: Reading, interval: Interval) -> bool:
        """Whether a history names another time and goes on in its own: "planned for 1976".

        Twice the same year, or one at the head of a sentence, is where it has gone to; so is a
        month or day of the next years anywhere.  The year it is in is told coarser now and then.
        """
        value, last = reading.value, self.last
        if not isinstance(value, Point) or value.year is None or last is None:
            return False
        if last.start is None or interval.start is None:
            return False
        step = interval.start.year - last.start.year
        if step == 0:
            return interval.granularity < last.granularity
        before, self.aside = self.aside, interval.start.year
        head = self.pieces.kinds.rfind(BREAK, 0, reading.first) + _HEAD
        is_far = value.unit == "Y" or not -1 <= step <= _ONWARD
        return is_far and before != self.aside and reading.first > head
