"""``explain``: which rule read which words, and why the rest was left."""

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.model import FiscalCalendar, Sentence, Span
from timeline.timex import missed
from timeline.timex.document import Document
from timeline.timex.languages import is_chinese, over, spans
from timeline.timex.missed import Missed
from timeline.timex.pieces import is_triggered, scan
from timeline.timex.read import Declined, read
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Trace:
    """One step of ``explain``: the words, the rule, the value; or why no rule read them."""

    span: Span
    text: str
    rule: str
    value: str
    edtf: str
    note: str = ""


def trace_all(
    text: str,
    dct: date | None,
    sentences: Sequence[Sentence] | None,
    calendars: tuple[FiscalCalendar, ...],
) -> list[Trace]:
    bounds = list(spans(text, sentences))
    pieces = scan(text, bounds)
    declined: list[Declined] = []
    readings = read(pieces, declined)
    timexes = list(Document(pieces, dct, calendars, True).settle(readings))
    turned_down: list[Declined] = []
    if is_chinese(text):
        from timeline.timex import zh  # as in ``languages``

        chinese = zh.find(text, dct, bounds, calendars, ranges=True, declined=turned_down)
        timexes = over(timexes, chinese)
    found = [
        Trace(t.span, t.text, t.rule, t.value, t.interval.edtf if t.interval else "", t.mod)
        for t in timexes
    ]
    covered = [trace.span for trace in found]
    found += map(_unread, missed.left_over(pieces, declined, covered))
    rest = [(start, end) for start, end in bounds if not is_triggered(text[start:end])]
    found += map(_unread, missed.left_over(scan(text, rest, is_whole=True), (), covered))
    found += _turned_down(text, turned_down, covered)
    return sorted(found, key=lambda trace: trace.span)


def _unread(one: Missed) -> Trace:
    return Trace(one.span, one.text, one.rule, "", "", one.why)


def _turned_down(
    text: str, declined: Sequence[Declined], covered: Sequence[Span]
) -> Iterator[Trace]:
    """Chinese words, whose places are characters of the text, that rules turned down."""
    for first, one in {one.first: one for one in reversed(declined)}.items():
        span = Span(first, one.end)
        if not any(span.overlaps(other) for other in covered):
            yield Trace(span, text[first : one.end], one.rule, "", "", missed.AGAINST)
