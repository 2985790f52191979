"""Which reader reads which text: English by words, Chinese by characters, others by loose."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.model import FiscalCalendar, Sentence, Timex
from timeline.timex import loose
from timeline.timex.document import Document
from timeline.timex.pieces import CHINESE, scan
from timeline.timex.read import read

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*\n")


_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Corp|Co"
    r"|Ltd|Gen|Sen|Rep|Gov|Lt|Col|[ap]\.m|U\.S|etc))\.$"
)


def spans(text: str, sentences: Sequence[Sentence] | None) -> Iterator[tuple[int, int]]:
    if sentences is not None:
        yield from ((sentence.span.start, sentence.span.end) for sentence in sentences)
        return
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if _SHORT.search(text, max(start, found.start() - 6), found.start()):
            continue
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def find_all(
    text: str,
    dct: date | None,
    sentences: Sequence[Sentence] | None,
    calendars: tuple[FiscalCalendar, ...],
    *,
    ranges: bool,
) -> tuple[Timex, ...]:
    bounds = list(_told(text, spans(text, sentences)))
    pieces = scan(text, bounds)
    timexes = list(Document(pieces, dct, calendars, ranges).settle(read(pieces)))
    if is_chinese(text):
        from timeline.timex import zh  # its patterns take long to compile: only where they read

        timexes = over(timexes, zh.find(text, dct, bounds, calendars, ranges=ranges))
    others = list(loose.find(text, bounds, timexes))
    return tuple(over(timexes, others) if others else timexes)


_WINDOW, _HEAD, _FEWEST, _LONG = 2000, 600, 100, 300
_CHUNKS = re.compile(r"(?s).{1,8}")


def _told(text: str, bounds: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences that say something: where the same is said over and over, those not said yet.

    In "May May May", two thousand characters long, fewer than a quarter of the chunks of eight
    characters differ; in prose and in tables of dates nearly all do.  Blank chunks do not count.
    """
    if len(text) < _WINDOW:
        yield from bounds
        return
    same = [_repeats(text, start) for start in range(0, len(text), _WINDOW)]
    if not any(same):
        yield from bounds
        return
    seen: set[str] = set()
    for start, end in bounds:
        windows = range(start // _WINDOW, max(end - 1, start) // _WINDOW + 1)
        run = [at for at in windows if not same[at]]
        if len(run) == len(windows):
            yield start, end
        elif end - start > _LONG:
            yield from ((max(start, w * _WINDOW), min(end, (w + 1) * _WINDOW)) for w in run)
        elif text[start:end] not in seen:
            seen.add(text[start:end])
            yield start, end


def _repeats(text: str, start: int) -> bool:
    end = min(start + _WINDOW, len(text))
    head = set(filter(str.strip, _CHUNKS.findall(text, start, min(start + _HEAD, end))))
    if len(head) * 4 > (end - start) // 8:
        return False  # as in prose: whatever follows, too many differ
    chunks = list(filter(str.strip, _CHUNKS.findall(text, start, end)))
    return len(chunks) >= _FEWEST and len(set(chunks)) * 4 < len(chunks)


def is_chinese(text: str) -> bool:
    """Whether some of it is written in Chinese characters."""
    return not text.isascii() and CHINESE.search(text) is not None


def over(timexes: Sequence[Timex], others: Sequence[Timex]) -> list[Timex]:
    """Two readers' findings in order; where they meet, the others'."""
    starts = [timex.span.start for timex in others]
    kept = []
    for timex in timexes:
        at = bisect_right(starts, timex.span.start)
        if not any(timex.span.overlaps(one.span) for one in others[max(at - 1, 0) : at + 1]):
            kept.append(timex)
    return sorted((*kept, *others), key=lambda timex: timex.span)
