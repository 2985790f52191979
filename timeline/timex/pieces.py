"""Text to typed pieces: one scan, one character a piece.

``kinds`` spells a document as a string with one character a word, number or sign; the rules are
regular expressions over it.  Which words are of which kind stands in lexicon/timex.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from timeline.lexicon import load
from timeline.timex.kinds import BREAK, TABLES, WORD, guard, symbol, symbols
from timeline.tokens import cut
from timeline.values import dataclass

CHINESE = re.compile("[㐀-䶿一-鿿]")
_TRIGGER_GROUPS = (
    "oclock",
    "past_word",
    "present_word",
    "moment",
    "ago",
    "time",
    "period",
    "year_end",
    "half",
    "date_word",
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document in pieces; the four are of one length.  ``lows`` are in lower case."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    lows: Sequence[str]
    kinds: str

    def is_capital(self, index: int) -> bool:
        """Whether the piece starts with a capital: "May", not "may"."""
        return self.text[self.starts[index]].isupper()

    def words(self, first: int, end: int) -> str:
        """The text of the pieces from ``first`` to ``end``, exclusive."""
        return self.text[self.starts[first] : self.ends[end - 1]]


_TOKEN = re.compile(  # of a text in lower case; what most words are is tried first
    r"([ap]\.\ ?m\b\.?|b\.c\.?(?:e\b\.?)?|[^\W\d_]\w*|[^\w\s]"
    r"|(?=\d)(?:\d{4}-\d{1,2}-\d{1,2}(?!\d)(?:t\d\d:\d\d(?::\d\d)?z?)?"
    r"|\d{1,4}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?!\.?\d)"
    r"|(?:19|20)\d\d/\d{1,2}/\d(?![\d/])|\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:[ap]m\b)?(?!\d)|[1-4][qh]\d\d(?:\d\d)?\b"
    r"|\d{1,15}(?:,\d{3}(?!\d)){0,6}(?:\.\d{1,9})?[^\W\d_]*)|\n\s*\n)"
)


@cache
def _holidays() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """All holidays in one pattern, and the first and last words of their names."""
    names = sorted(load("timex")["holiday"], key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    heads = frozenset(re.findall(r"\w+", name)[0] for name in names)
    return (
        re.compile(rf"(?:{pattern})\b", re.IGNORECASE),
        heads,
        frozenset(name.split()[-1] for name in names),
    )


@cache
def triggers() -> frozenset[str]:
    """Words without which a sentence without digits holds no time expression."""
    tables = [t for t in TABLES if t not in ("number", "ordinal", "magnitude", "zone")]
    lexicon = load("timex")
    words = {word for table in tables for word in lexicon[table]}
    listed = (lexicon["words"][group] for group in _TRIGGER_GROUPS)
    words |= {str(word) for group in listed if isinstance(group, list) for word in group}
    return frozenset(words | _holidays()[2] | {"eighteen", "nineteen", "twenty", "thousand"})


_PLAIN = {code: " " for code in range(128) if not chr(code).isalnum()}
_PLAIN |= dict.fromkeys(map(ord, "–—‘’“”‑…"), " ")
_DIGIT = re.compile(r"\d")


def is_triggered(text: str) -> bool:
    """Whether a sentence may hold a time expression at all: the cheap test before the scan."""
    if _DIGIT.search(text):
        return True
    return not triggers().isdisjoint(text.lower().translate(_PLAIN).split())


_Columns = tuple[list[int], list[int], list[str], list[str]]


def scan(text: str, spans: Iterable[tuple[int, int]], *, is_whole: bool = False) -> Pieces:
    """The pieces of those stretches of ``text`` that may hold a time expression, or of all."""
    starts, ends, lows, kinds = list[int](), list[int](), list[str](), list[str]()
    for start, end in spans:
        if is_whole or is_triggered(text[start:end]):
            found = _scan(text, start, end)
            starts += [*found[0], end]
            ends += [*found[1], end]
            lows += [*found[2], ""]
            kinds += [*found[3], BREAK]
    return Pieces(text, starts, ends, lows, "".join(kinds))


def _scan(text: str, start: int, end: int) -> _Columns:
    lows, edges = cut(_TOKEN, text[start:end].replace("İ", "i").lower(), start)
    columns = edges[:-1:2], edges[1::2], lows, list(map(symbol, lows))
    odd = _odd()
    if not odd.isdisjoint(lows):
        for at in reversed([at for at, low in enumerate(lows) if low in odd]):
            _settle_odd(text, end, at, columns)
    return columns


def _settle_odd(text: str, limit: int, at: int, columns: _Columns) -> None:
    """A name of a holiday in one piece, "Sept." with its point; "march" without a capital."""
    starts, ends, lows, kinds = columns
    low, done, after = lows[at], ends[at], at + 1
    holidays, heads, _ = _holidays()
    if low in heads and (holiday := holidays.match(text, starts[at], limit)):
        lows[at], kinds[at] = holiday[0].lower().replace("’", "'"), _holiday_symbol()
        done = holiday.end()
        after = bisect_left(starts, done)
    elif low in guard("proper") and not text[starts[at]].isupper():
        kinds[at] = WORD
    if lows[at] in _short_words():
        while lows[after : after + 1] == ["."] and starts[after] == done:
            after, done = after + 1, done + 1
    ends[at] = done
    for column in columns:
        del column[at + 1 : after]


@cache
def _odd() -> frozenset[str]:
    """Words that more than their own letters tell of."""
    return _holidays()[1] | guard("proper") | _short_words()


@cache
def _holiday_symbol() -> str:
    return symbols()[frozenset(("HOLIDAY",))]


@cache
def _short_words() -> frozenset[str]:
    """Words often written short, with a point: "Sept.", "Thurs."."""
    lexicon = load("timex")
    short = set(lexicon["weekday_short"])
    for table in (lexicon["month"], lexicon["weekday"]):
        longer = {word: [o for o in table if o.startswith(word[:3])] for word in table}
        short |= {word for word in table if len(max(longer[word], key=len)) > len(word)}
    return frozenset(short)
