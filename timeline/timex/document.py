"""The two steps over a whole document: read, then settle in order, remembering what was named."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import FiscalCalendar, Span, Timex, TimexType
from timeline.timex import cues, history, naming, ranging, reckon, shape
from timeline.timex.company import Companies
from timeline.timex.pieces import BREAK, Pieces, guard
from timeline.timex.resolve import settle
from timeline.timex.settled import NEARER, Context, Settled
from timeline.timex.value import (
    Anchor,
    Clock,
    Ended,
    Holiday,
    Length,
    Nth,
    Point,
    Portion,
    Reading,
    Ref,
    Shift,
    is_timed,
    is_whole,
    may_be_fiscal,
)
from timeline.values import replace


class Document:
    """One document being settled: what was named last, and what its sentences say."""

    def __init__(
        self,
        pieces: Pieces,
        dct: date | None,
        calendars: tuple[FiscalCalendar, ...],
        ranges: bool,
    ) -> None:
        self.pieces, self.dct, self.ranges = pieces, dct, ranges
        self.companies = Companies(pieces.text, calendars) if calendars else None
        self.last: Interval | None = None
        self.last_day: Interval | None = None
        self.latest: Interval | None = None  # named last, though it may be an aside
        self.quarter: Interval | None = None
        self.quarter_value = ""
        self.is_history = False
        self.day_at = -1  # the piece where ``last_day`` was named
        self.is_timed = False  # whether it was with a time of day
        self.aside = 0  # the year last named out of order
        self.plain = Context(dct)  # of what stands by itself
        self.looked = (-1, 0)  # the last piece of the last bare date, and where it looked

    def settle(self, readings: Sequence[Reading]) -> Iterator[Timex]:
        """The readings that mean a time, as Timexes, in order."""
        self.is_history = history.is_history(readings, self.dct)
        self.last = history.first_year(readings) if self.is_history else None
        self.plain = Context(self.dct, is_history=self.is_history)
        for reading in readings:
            try:
                yield from self._timexes(reading)
            except (NoSuchDate, OverflowError):
                continue

    def _timexes(self, reading: Reading) -> list[Timex]:
        context = self._context(reading)
        settled = settle(reading.value, context)
        if settled is None:
            return []
        self._remember(reading, settled)
        if reading.upto is None:
            return [self._timex(reading, settled)]
        upto = ranging.in_year_of(settled.interval, reading.value, reading.upto.value)
        end = settle(upto, replace(self._context(reading.upto), last=self.last))
        if end is None:
            return [self._timex(reading, settled)]
        self._remember(reading.upto, end)
        if not self.ranges:
            return [self._timex(reading, settled), self._timex(reading.upto, end)]
        return [self._range(reading, settled, reading.upto, end)]

    def _context(self, reading: Reading) -> Context:
        toward, value = 0, reading.value
        if is_whole(value):
            return self.plain
        open_ = value.month if isinstance(value, Portion) else value
        if isinstance(value, Length) and value.end:
            open_ = value.end
        is_open = isinstance(open_, Point) and (open_.needs_year or open_.is_short)
        is_open = is_open or (isinstance(value, Shift) and value.unit == "WE" and not value.count)
        if is_open or isinstance(value, Holiday | Ended):
            toward = self._toward(reading)
        if isinstance(value, Holiday) and toward < 0 and self._opener(reading) in _DURING:
            toward *= 2  # "attended on Halloween", not "sold for Halloween"
        calendar = None
        if self.companies is not None and may_be_fiscal(value):
            calendar = self.companies.near(self._sentence(reading), self._start(reading))
        is_near = isinstance(reading.value, Shift) and reading.value.unit in ("D", "W")
        last = self.last_day if is_near and self.last_day else self.last
        last = self.latest if self.latest and history.points_back(value) else last
        if isinstance(value, Nth):
            toward, last = self._toward(reading), self._month()
        if isinstance(value, Clock):
            last = self._day_of_sentence(reading) or (self.last if self.is_history else None)
        if reading.rule == "day_before" and self._is_of_a_report(reading):
            last = None
        return Context(
            self.dct,
            toward,
            last,
            self.quarter,
            self.quarter_value,
            calendar,
            self.is_history,
        )

    def _toward(self, reading: Reading) -> int:
        """Whether the words around a reading look back or ahead."""
        toward = cues.direction(self.pieces, reading.first, reading.end, *self.looked)
        self.looked = (reading.end - 1, toward)
        lows, first = self.pieces.lows, reading.first
        near = lows[max(first - 2, 0) : first]
        is_end = "ending" in near or (
            isinstance(reading.value, Ended) and lows[reading.end] == "ending"
        )
        return NEARER if is_end and toward <= 0 else toward

    def _day_of_sentence(self, reading: Reading) -> Interval | None:
        """The day named last, if the sentence names it: "On Tuesday it met; at 5 p.m. it left".

        Or the one before, with a time: "It shook at 6:08 a.m. Saturday. At 6:19 it shook again".
        """
        start = self.pieces.kinds.rfind(BREAK, 0, reading.first)
        if self.day_at <= start and self.is_timed:
            start = self.pieces.kinds.rfind(BREAK, 0, max(start, 0))
        return self.last_day if self.day_at > start else None

    def _month(self) -> Interval | None:
        """The date named last, if it is no coarser than a month."""
        return self.last if self.last and self.last.granularity >= Granularity.MONTH else None

    def _opener(self, reading: Reading) -> str:
        return self.pieces.lows[reading.first - 1] if reading.first else ""

    def _start(self, reading: Reading) -> int:
        return self.pieces.starts[reading.first]

    def _sentence(self, reading: Reading) -> tuple[int, int]:
        kinds = self.pieces.kinds
        first = kinds.rfind(BREAK, 0, reading.first) + 1
        end = kinds.find(BREAK, reading.end)
        return self.pieces.starts[first], self.pieces.starts[end]

    def _remember(self, reading: Reading, settled: Settled) -> None:
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
            self.last_day, self.day_at = interval, reading.first
            self.is_timed = settled.type is TimexType.TIME
        value = reading.value
        is_compared = isinstance(value, Shift) and value.anchor is Anchor.QUARTER
        if not is_compared and "Q" in settled.value and re.search(r"Q\d", settled.value):
            self.quarter, self.quarter_value = interval, settled.value

    def _is_of_a_report(self, reading: Reading) -> bool:
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

    def _timex(self, reading: Reading, settled: Settled) -> Timex:
        interval = settled.interval
        if interval is not None:
            interval = self._shaped(reading, interval)
        rule = self._rule_name(reading)
        if rule == "year_end":  # as "the end of the year"
            settled, reading = (
                replace(settled, value=settled.value[:4]),
                replace(reading, mod="END"),
            )
        mod = reading.mod or (reading.value.mod if isinstance(reading.value, Portion) else "")
        return self._made(reading, reading.end, settled, interval, mod, rule)

    def _rule_name(self, reading: Reading) -> str:
        return naming.rule_name(self.pieces, reading)

    def _shaped(self, reading: Reading, interval: Interval) -> Interval:
        first = self.pieces.lows[reading.first]
        if reading.mod in ("START", "END") and self.dct and first in ("earlier", "later"):
            change = shape.earlier_in if first == "earlier" else shape.later_in
            return change(interval, self.dct)
        if interval.granularity is Granularity.SEASON and reading.value == replace_year(reading):
            interval = interval.about()
        if reading.rule == "year_end" and interval.start is not None:
            interval = reckon.whole("M", interval.start).about()
        if reading.mod:
            words = self.pieces.lows[reading.first : reading.end]
            opener = next((word for word in words if word in guard("edge")), "")
            interval = shape.shape(interval, reading.mod, opener)
        before = self._opener(reading)
        if before not in shape.OPENING:
            return interval
        if before == "before" and is_timed(reading.value):
            return interval  # "before midnight" is still that day
        return shape.opened(interval, before, is_end=reading.mod == "END")

    def _range(self, reading: Reading, settled: Settled, upto: Reading, end: Settled) -> Timex:
        first, last = _modified(reading, settled.interval), _modified(upto, end.interval)
        whole = None
        if first and last and first.start and last.end and first.start < last.end:
            finest = max(first.granularity, last.granularity)
            is_about = first.approximate or last.approximate
            whole = Interval(first.start, last.end, finest, is_about)
        both = replace(
            settled,
            value=f"{settled.value}/{end.value}",
            relative=settled.relative or end.relative,
        )
        return self._made(reading, upto.end, both, whole, "", f"{reading.rule}_range")

    def _made(
        self,
        reading: Reading,
        end: int,
        settled: Settled,
        interval: Interval | None,
        mod: str,
        rule: str,
    ) -> Timex:
        span = Span(self.pieces.starts[reading.first], self.pieces.ends[end - 1])
        return Timex(
            span,
            self.pieces.text[span.start : span.end],
            settled.type,
            settled.value,
            interval,
            rule,
            mod,
            settled.relative,
            settled.other,
        )


_DURING = frozenset(("on", "at", "over", "during", "after", "since"))


def _modified(reading: Reading, interval: Interval | None) -> Interval | None:
    """An end of a range by its modifier: "from late 2021 to early 2022"."""
    if interval is None or not reading.mod:
        return interval
    return shape.shape(interval, reading.mod, "")


def replace_year(reading: Reading) -> Point | None:
    """The reading's value if it is a season without a year, which is never exact."""
    value = reading.value
    return value if isinstance(value, Point) and value.unit == "S" and value.needs_year else None


_HEAD, _ONWARD = 4, 4  # pieces that open a sentence; years that a history may leap
