"""``explain``: which rule read which words, and why the rest was left."""

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.lexicon import load
from timeline.model import FiscalCalendar, Sentence, Span
from timeline.timex.document import Document
from timeline.timex.kinds import members
from timeline.timex.languages import is_chinese, over, spans
from timeline.timex.pieces import Pieces, is_triggered, scan
from timeline.timex.read import RULES, Declined, read
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
    found += list(_left_over(pieces, declined, covered))
    rest = [(start, end) for start, end in bounds if not is_triggered(text[start:end])]
    found += list(_left_over(scan(text, rest, is_whole=True), (), covered))
    found += _turned_down(text, turned_down, covered)
    return sorted(found, key=lambda trace: trace.span)


_AGAINST = "its pattern fits, its neighbours speak against it"


def _turned_down(
    text: str, declined: Sequence[Declined], covered: Sequence[Span]
) -> Iterator[Trace]:
    """Chinese words, whose places are characters of the text, that rules turned down."""
    for first, one in {one.first: one for one in reversed(declined)}.items():
        span = Span(first, one.end)
        if not any(span.overlaps(other) for other in covered):
            yield Trace(span, text[first : one.end], one.rule, "", "", _AGAINST)


def _left_over(
    pieces: Pieces, declined: Sequence[Declined], covered: Sequence[Span]
) -> Iterator[Trace]:
    turned_down = {one.first: one for one in reversed(declined)}
    temporal = {word for table in _TEMPORAL for word in load("timex")[table]}
    for at, low in enumerate(pieces.lows):
        span = Span(pieces.starts[at], pieces.ends[at])
        if any(span.overlaps(other) for other in covered):
            continue
        if at in turned_down:
            one = turned_down[at]
            yield Trace(span, pieces.words(at, one.end), one.rule, "", "", _AGAINST)
        elif low in temporal or pieces.kinds[at] in _DAYS:
            yield Trace(span, pieces.words(at, at + 1), _nearest(pieces, at), "", "", _UNREAD)


_UNREAD = "no rule reads it here"
_DAYS = members("ORDDAY") | members("YEAR") | members("DATE_NUM") | members("SLASHED")


def _nearest(pieces: Pieces, at: int) -> str:
    """The rule that a word left over comes nearest to: one that begins with it or holds it."""
    kind, named = pieces.kinds[at], load("timex")["unread"].get(pieces.lows[at])
    if isinstance(named, str):
        return named
    begins = (rule.name for rule in RULES if kind in rule.starts)
    holds = (rule.name for rule in RULES if kind in rule.pattern.pattern)
    return next(begins, "") or next(holds, "")


_TEMPORAL = (
    "month",
    "weekday",
    "season",
    "unit",
    "units",
    "deictic",
    "part",
    "often",
    "holiday",
    "unread",
)
