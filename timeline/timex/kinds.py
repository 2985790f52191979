"""Which kinds a word, number or sign is of: "may" is a month, "28" a day and a number.

A kind is a table or a group of lexicon/timex.toml or a shape of number; every set of kinds that
some word has is spelled by one character, which the rules' patterns read.
"""

import re
from functools import cache, lru_cache

from timeline.lexicon import load

WORD = "w"  # of no kind
BREAK = "."  # between sentences; no rule reads across it
_SIGNS = {
    "HYPHEN": "-‐‑–—",
    "COMMA": ",",
    "APOS": "'’`‘",
    "SLASH": "/",
    "LPAR": "(",
    "RPAR": ")",
    "PCT": "%",
}
TABLES = [
    "month",
    "weekday",
    "weekday_short",
    "season",
    "unit",
    "units",
    "long_unit",
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
_NUMBERS = (  # one of each shape that number_kinds tells apart
    "0 00 1 5 05 12 13 24 25 31 32 60 99 100 999 1000 1030 1066 1099 2099 1230 1260 2200 2359 2400"
    " 2459 9999 0030 0099 12345 1,600 3.5 12.30 45.90 2024-09-28 2024-09-28T10:00 9/28/2024 9/28"
    " 28.09.2024 08:12 8:12:05 08:12pm 8pm 5th 2nd 40th 1980s 80s 45s 910B 5bn q3 h1 fy2025 fy25"
    " 3q24 3q a100 12:33AM 3m 2½"
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
    (re.compile(r"\d+½"), ("NUM",)),
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
    for table in TABLES:
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
def symbols() -> dict[frozenset[str], str]:
    """A character for every set of kinds that some word has."""
    sets = {*_kinds_of_words().values(), *map(number_kinds, _NUMBERS.lower().split())}
    sets.add(frozenset(("HOLIDAY",)))
    sets.discard(frozenset())
    free = (chr(code) for code in (*range(0x41, 0x5B), *range(0xA1, 0x250)) if chr(code) != WORD)
    return dict(zip(sorted(sets, key=sorted), free, strict=False))


@cache
def members(kind: str) -> frozenset[str]:
    """The characters that pieces of a kind may have.  Raises KeyError for a kind of no word."""
    found = frozenset(symbol for kinds, symbol in symbols().items() if kind in kinds)
    if not found:
        raise KeyError(kind)
    return found


@cache
def _words() -> dict[str, str]:
    known = symbols()
    return {word: known[kinds] for word, kinds in _kinds_of_words().items()}


@lru_cache(maxsize=1 << 14)
def symbol(low: str) -> str:
    """The character for the kinds of a word, number or sign."""
    known = _words().get(low)
    if known is not None or low.isalpha():
        return known or WORD
    return BREAK if low[0] == "\n" else symbols().get(number_kinds(low), WORD)
