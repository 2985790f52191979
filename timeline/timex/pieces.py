"""Text to typed pieces: one scan, one character a piece.

``kinds`` spells a document as a string with one character a word, number or sign; the rules are
regular expressions over it.  Which words are of which kind stands in lexicon/timex.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from timeline.lexicon import load
from timeline.tokens import cut
from timeline.values import dataclass

WORD = "w"  # of no kind
BREAK = "."  # between sentences; no rule reads across it
CHINESE = re.compile("[㐀-䶿一-鿿]")
_SIGNS = {
    "HYPHEN": "-‐‑–—",
    "COMMA": ",",
    "APOS": "'’`‘",
    "SLASH": "/",
    "LPAR": "(",
    "RPAR": ")",
    "PCT": "%",
}
_TABLES = [
    "month",
    "weekday",
    "weekday_short",
    "season",
    "unit",
    "units",
    "number",
    "magnitude",
    "ordinal",
    "decade_word",
    "deictic",
    "part",
    "clock_name",
    "zone",
    "often",
    "plural_day",
    "present",
    "past",
    "future",
]
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
)
_NUMBERS = (  # one of each shape that number_kinds tells apart
    "0 00 1 5 05 12 13 24 25 31 32 60 99 100 999 1000 1030 1066 1099 2099 1230 1260 2200 2359 2400"
    " 2459 9999 0030 0099 12345 1,600 3.5 12.30 45.90 2024-09-28 2024-09-28T10:00 9/28/2024 9/28"
    " 28.09.2024 08:12 8:12:05 08:12pm 8pm 5th 2nd 40th 1980s 80s 45s 910B 5bn q3 h1 fy2025 fy25"
    " 3q24 3q a100 12:33AM 3m"
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
_SHAPES = (
    (re.compile(r"\d{4}-\d{1,2}-\d{1,2}(t.*)?"), ("ISO",)),
    (re.compile(r"\d{1,4}([/.])\d{1,2}\1\d{2,4}|\d{4}/\d{1,2}/\d"), ("DATE_NUM",)),
    (re.compile(r"\d{1,2}/\d{1,2}"), ("SLASHED",)),
    (re.compile(r"\d{1,2}:\d\d(:\d\d)?([ap]m)?|\d{1,2}(\.\d\d)?[ap]m"), ("CLOCK",)),
    (re.compile(r"([4-9]|[12]\d|30)(th)|(2|3)?(1st|2nd|3rd)|20th|1[123]th"), ("ORDINAL", "ORDDAY")),
    (re.compile(r"\d+(st|nd|rd|th)"), ("ORDINAL",)),
    (re.compile(r"(\d\d)?\d0s"), ("DECADE",)),
    (re.compile(r"q[1-4]|[1-4]q"), ("QCODE",)),
    (re.compile(r"h[12]|[12]h"), ("HCODE",)),
    (re.compile(r"[1-4][qh](20)?\d\d"), ("QYEAR",)),
    (re.compile(r"fy(\d\d|\d{4})"), ("FYCODE",)),
    (re.compile(r"\d[\d,.]*(bn|m|k|million|billion|mn|tn|hrs?|pc)"), ("NUM",)),
)


def number_kinds(low: str) -> frozenset[str]:
    """Of which kinds a word with digits is: "28" is a day, "1980s" a decade, "a100" none."""
    if not low.isdecimal():
        for shape, names in _SHAPES:
            if shape.fullmatch(low):
                return frozenset(names)
        return frozenset(("NUM",)) if low[0].isdecimal() and low[-1].isdecimal() else frozenset()
    return frozenset({"NUM", "INT"} | _digit_kinds(low, int(low)))


def _digit_kinds(low: str, value: int) -> set[str]:
    kinds: set[str] = set()
    if len(low) <= 2:
        kinds |= {"DAY"} if 1 <= value <= 31 else set()
        kinds |= {"HOUR"} if value <= 24 else set()
        kinds |= {"Y2"} if len(low) == 2 else set()
    if len(low) == 4:
        kinds |= {"YEAR"} if 1000 <= value <= 2199 else set()
        kinds |= {"HHMM"} if value // 100 <= 24 and value % 100 < 60 else set()
    if len(low) == 3 and value >= 100:
        kinds.add("YEAR3")
    return kinds


@cache
def _kinds_of_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    lexicon = load("timex")
    for table in _TABLES:
        for word in lexicon[table]:
            found.setdefault(word, set()).add(table.upper())
    for group, words in lexicon["words"].items():
        assert isinstance(words, list)
        for listed in words:
            found.setdefault(str(listed), set()).add(group.upper())
    for name, signs in _SIGNS.items():
        for sign in signs:
            found.setdefault(sign, set()).add(name)
    for sign in guard("money"):
        found.setdefault(sign, set()).add("MONEY")
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def guard(name: str) -> frozenset[str]:
    """A word list of the lexicon's [guard] or [cue] tables."""
    lexicon = load("timex")
    words = lexicon["guard"].get(name) or lexicon["cue"][name]
    assert isinstance(words, list)
    return frozenset(str(word) for word in words)


@cache
def _symbols() -> dict[frozenset[str], str]:
    """A character for every set of kinds that some word has."""
    sets = {*_kinds_of_words().values(), *map(number_kinds, _NUMBERS.lower().split())}
    sets.add(frozenset(("HOLIDAY",)))
    sets.discard(frozenset())
    free = (chr(code) for code in (*range(0x41, 0x5B), *range(0xA1, 0x250)) if chr(code) != WORD)
    return dict(zip(sorted(sets, key=sorted), free, strict=False))


@cache
def members(kind: str) -> frozenset[str]:
    """The characters that pieces of a kind may have.  Raises KeyError for a kind of no word."""
    found = frozenset(symbol for kinds, symbol in _symbols().items() if kind in kinds)
    if not found:
        raise KeyError(kind)
    return found


@cache
def _words() -> dict[str, str]:
    symbols = _symbols()
    return {word: symbols[kinds] for word, kinds in _kinds_of_words().items()}


@lru_cache(maxsize=1 << 14)
def _symbol(low: str) -> str:
    """The character for the kinds of a word, number or sign."""
    known = _words().get(low)
    if known is not None or low.isalpha():
        return known or WORD
    return BREAK if low[0] == "\n" else _symbols().get(number_kinds(low), WORD)


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
    tables = [t for t in _TABLES if t not in ("number", "ordinal", "magnitude", "zone")]
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
    columns = edges[:-1:2], edges[1::2], lows, list(map(_symbol, lows))
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
    return _symbols()[frozenset(("HOLIDAY",))]


@cache
def _short_words() -> frozenset[str]:
    """Words often written short, with a point: "Sept.", "Thurs."."""
    lexicon = load("timex")
    short = set(lexicon["weekday_short"])
    for table in (lexicon["month"], lexicon["weekday"]):
        longer = {word: [o for o in table if o.startswith(word[:3])] for word in table}
        short |= {word for word in table if len(max(longer[word], key=len)) > len(word)}
    return frozenset(short)
