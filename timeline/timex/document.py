"""The two steps over a whole document: read, then settle in order, remembering what was named."""

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import FiscalCalendar, Span, Timex
from timeline.timex import cues, history, naming, ranging, reckon, shape
from timeline.timex.company import Companies
from timeline.timex.kinds import BREAK, guard
from timeline.timex.memory import Memory
from timeline.timex.pieces import Pieces
from timeline.timex.resolve import settle
from timeline.timex.settled import NEARER, Context, Settled
from timeline.timex.value import (
    Clock,
    Ended,
    Holiday,
    Nth,
    Point,
    Portion,
    Reading,
    Shift,
    Value,
    is_open,
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
        self.memory = Memory(pieces)
        self.plain = Context(dct)  # of what stands by itself
        self.looked = (-1, 0)  # the last piece of the last bare date, and where it looked

    def settle(self, readings: Sequence[Reading]) -> Iterator[Timex]:
        """The readings that mean a time, as Timexes, in order."""
        self.memory.begin(readings, self.dct)
        self.plain = Context(self.dct, is_history=self.memory.is_history)
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
        self.memory.remember(reading, settled)
        if reading.upto is None:
            return [self._timex(reading, settled)]
        upto = ranging.in_year_of(settled.interval, reading.value, reading.upto.value)
        end = settle(upto, replace(self._context(reading.upto), last=self.memory.last))
        if end is None:
            return [self._timex(reading, settled)]
        self.memory.remember(reading.upto, end)
        if not self.ranges:
            return [self._timex(reading, settled), self._timex(reading.upto, end)]
        return [self._range(reading, settled, reading.upto, end)]

    def _context(self, reading: Reading) -> Context:
        value, memory = reading.value, self.memory
        if is_whole(value, not memory.is_history):
            return self.plain
        calendar = None
        if self.companies is not None and may_be_fiscal(value):
            calendar = self.companies.near(self._sentence(reading), self._start(reading))
        return Context(
            self.dct,
            self._looks(reading) if is_open(value) else 0,
            self._last(reading),
            *memory.quarter_for(reading),
            calendar,
            memory.is_history,
        )

    def _looks(self, reading: Reading) -> int:
        """Where an open reading looks; further back for what a holiday was spent on.

        "attended on Halloween", not "sold for Halloween".
        """
        toward = self._toward(reading)
        known = self._named_before(reading)
        if known is not None and self.dct is not None:
            return 1 if known > self.dct else -1
        if not toward and reading.upto is not None and self._is_gone(reading.upto.value):
            return -1  # "figures for January to October", in December
        is_spent = isinstance(reading.value, Holiday) and self._opener(reading) in _DURING
        return toward * 2 if toward < 0 and is_spent else toward

    def _is_gone(self, value: Value) -> bool:
        """Whether a value by itself lies before the publication."""
        settled = settle(value, self.plain) if self.dct else None
        last = settled.interval.last if settled and settled.interval else None
        return bool(last and self.dct and last < self.dct)

    def _named_before(self, reading: Reading) -> date | None:
        """The day or month of the same name that was named before, where the words mean it.

        "It shut at 2 p.m. on Wednesday and could open later on Wednesday"; "the trial is to begin
        on Nov. 12 ... the November trial".
        """
        value = reading.value
        if not isinstance(value, Point) or value.toward is not None or value.shift is not None:
            return None
        if value.weekday and not value.day:
            return self.memory.same_weekday(reading, value.weekday)
        is_of_a_thing = value.unit == "M" and self._opener(reading) == "the" and not reading.mod
        return self.memory.months.get(value.part) if is_of_a_thing else None

    def _last(self, reading: Reading) -> Interval | None:
        """The date that a reading counts from, if it does: of a day the day named last."""
        value, memory = reading.value, self.memory
        if isinstance(value, Nth):
            return memory.month()
        if isinstance(value, Clock):
            named = memory.day_of_sentence(reading)
            return named or (memory.last if memory.is_history else None)
        if reading.rule == "day_before" and memory.is_of_a_report(reading):
            return None
        if memory.latest and history.points_back(value):
            return memory.latest
        is_near = isinstance(value, Shift) and value.unit in ("D", "W")
        if is_near and history.points_at_day(value) and memory.is_to_come():
            return memory.gone if self._toward(reading) < 0 else memory.last_day
        return memory.last_day if is_near and memory.last_day else memory.last

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

    def _opener(self, reading: Reading) -> str:
        return self.pieces.lows[reading.first - 1] if reading.first else ""

    def _start(self, reading: Reading) -> int:
        return self.pieces.starts[reading.first]

    def _sentence(self, reading: Reading) -> tuple[int, int]:
        kinds = self.pieces.kinds
        first = kinds.rfind(BREAK, 0, reading.first) + 1
        end = kinds.find(BREAK, reading.end)
        return self.pieces.starts[first], self.pieces.starts[end]

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
            if interval.granularity <= Granularity.DECADE and "half" in words:
                return shape.half(interval, reading.mod)
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
