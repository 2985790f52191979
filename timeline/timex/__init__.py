"""Time expressions: which words name a time, and which days they mean.

Two steps.  ``read`` finds them, sentence by sentence: a cheap trigger test, one scan into typed
pieces, ordered rules over those.  ``resolve`` settles them over the whole document with the
publication day (DCT), the direction of the sentence and the dates named before.

To add a form: a function with @rule in the family it belongs to (absolute, relative, vague,
fiscal, lengths, clock), its name in that module's RULES, its words in lexicon/timex.toml, and rows
in tests/corpus/timex_en.csv, some of which must find nothing.
"""

from collections.abc import Sequence
from datetime import date

from timeline.model import FiscalCalendar, Sentence, Timex
from timeline.timex.languages import find_all
from timeline.timex.read import RULES
from timeline.timex.rule import Rule
from timeline.timex.tracing import Trace, trace_all

__all__ = ["RULES", "Rule", "Trace", "find", "trace"]


def find(
    text: str,
    dct: date | None,
    sentences: Sequence[Sentence] | None = None,
    calendars: Sequence[FiscalCalendar] = (),
    *,
    ranges: bool = True,
) -> tuple[Timex, ...]:
    """The time expressions of ``text``, in order, never overlapping, offsets into ``text``.

    ``sentences`` bound what is read; without them the whole text is.  With ``ranges`` "from May
    to July 2024" is one expression with one interval; without, its two ends are one each, as
    TimeML has it.  Where ``dct`` is None, what counts from it has no interval.
    """
    return find_all(text, dct, sentences, tuple(calendars), ranges=ranges)


def trace(
    text: str,
    dct: date | None,
    sentences: Sequence[Sentence] | None = None,
    calendars: Sequence[FiscalCalendar] = (),
) -> list[Trace]:
    """Which rule read which words as what; and, of words left over, the nearest rule and why."""
    return trace_all(text, dct, sentences, tuple(calendars))
