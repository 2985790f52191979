"""Texts as bags of telling words: stems, names and numbers, for those who compare texts."""

import re
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.lexicon import load, texts


class Kind(IntEnum):
    """How much a word tells of *which* story a text is: a later kind tells more."""

    WORD = 1
    NAME = 2  # capitalised within a sentence, or a code: Cambricon, H20
    NUMBER = 3  # with a unit, a scale or three digits: 12%, $3.7bn, 1,600


class Word(NamedTuple):
    """A content word: what it is compared by, its kind, and how it is written."""

    stem: str
    kind: Kind
    text: str


@cache
def _scales() -> dict[str, float]:
    return {name: float(str(size)) for name, size in load("words")["scale"].items()}


@cache
def _stop() -> frozenset[str]:
    return frozenset(texts("words", "stop", "words"))


@cache
def _least() -> int:
    return int(str(load("words")["suffix"]["least"]))


@cache
def _pattern() -> re.Pattern[str]:
    """A number with its unit, or a word; every repeat is bounded."""
    percent = "|".join(map(re.escape, texts("words", "number", "percent")))
    scale = "|".join(map(re.escape, sorted(_scales(), key=len, reverse=True)))
    return re.compile(
        r"(?P<value>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)"
        rf"(?:[ -]?(?:(?P<percent>{percent})|(?P<scale>{scale})))?(?![\w])"
        r"|(?P<word>[^\W_][\w+]{0,40})(?:['’][A-Za-z]{1,2}\b)?"
    )


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A lower-case word without its ending: "restrictions", "restricted" -> "restrict".

    Light on purpose: two words that only look alike cost more than two forms kept apart.
    """
    endings = texts("words", "suffix", "endings")
    for ending in endings if word.endswith(endings) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _least():
            return word.removesuffix(ending)
    return word


def find(text: str) -> tuple[Word, ...]:
    """The content words of one sentence, in order: "Nvidia earned $3.7bn" -> nvidia, earn, 3.7e+09.

    Function words, single letters, numbers below ten and possessive endings are left out; a
    bare year is a word and no number.
    """
    words: list[Word | None] = []
    for found in _pattern().finditer(text):
        written = found["word"]
        if written is None:
            words.append(_number(found, _currency(text, found.start())))
        else:
            words.append(_known(written)[found.start() < 2])
    return tuple(word for word in words if word is not None)


@lru_cache(maxsize=1 << 16)
def _known(written: str) -> tuple[Word | None, Word | None]:
    """A word within a sentence, and where it opens one: there a capital does not make a name."""
    low = written.lower()
    if len(low) < 2 or low in _stop():
        return None, None
    if any(map(str.isdigit, low)):
        code = Word(low.removesuffix("s"), Kind.NAME, written)
        return code, code
    within = Word(stem(low), Kind.NAME if written[0].isupper() else Kind.WORD, written)
    return within, within._replace(kind=Kind.WORD) if written[1:].islower() else within


def _currency(text: str, start: int) -> str:
    before = text[max(0, start - 4) : start].lower().rstrip()
    return next(
        (sign for sign in texts("words", "number", "currencies") if before.endswith(sign)), ""
    )


def _number(found: re.Match[str], currency: str) -> Word | None:
    value = float(found["value"].replace(",", ""))
    written = f"{currency.upper()}{' '.join(found.group().split())}"
    if found["percent"]:
        return Word(f"{value:g}%", Kind.NUMBER, written)
    if found["scale"]:
        return Word(f"{value * _scales()[found['scale']]:.6g}", Kind.NUMBER, written)
    if value < 10 and not currency:
        return None
    is_year = 1900 <= value < 2100 and "," not in found["value"] and not currency
    telling = currency or "." in found["value"] or value >= 100
    return Word(f"{value:.6g}", Kind.NUMBER if telling and not is_year else Kind.WORD, written)
