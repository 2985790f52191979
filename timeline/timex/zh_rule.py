"""What a rule for Chinese is: a regular expression over raw characters, and what it says.

Patterns are spelled over ``plain`` text (simplified, ASCII figures).  A name in capitals is a
table of lexicon/timex_zh.toml or a macro below; a blank is one blank or none.
"""

import re
from collections.abc import Callable
from functools import cache

from timeline.lexicon import load
from timeline.timex.value import Anchor, Value
from timeline.values import dataclass

_NUMERAL = "一二三四五六七八九"
MACROS = {  # in this order: a macro may use those below it
    "HEAD": "(?:(?:(?P<year>YEAR4|YEAR2) 年度? |(?P<era>ERA) (?P<reign>元|NUM) 年"
    "|(?P<yearword>YEARWORD)度?|(?P<yearnamed>YEARNAMED)度?)的? )",
    "YEAR4": f"(?:[12]\\d{{3}}|[一二][〇{_NUMERAL}]{{3}}|[一两二]千〇?[{_NUMERAL}十]{{0,3}})",
    "YEAR2": f"(?:0\\d|〇[{_NUMERAL}]|\\d\\d(?= 年度? (?:MON 月|第?[一二三四1-4]季|[上下]半年)))",
    "MON": "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "DAY": f"(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[{_NUMERAL}]?|十[{_NUMERAL}]?|廿[{_NUMERAL}]?"
    f"|[{_NUMERAL}])",
    "COUNT": f"(?:NUM|SOME|半|\\d{{1,4}}|[{_NUMERAL}]?十?[几多数])",
    "NUM": f"(?:\\d{{1,3}}|[{_NUMERAL}两十廿百〇]{{1,5}})",
    "TO": "(?: (?:至|到|-{1,2}|~) )",
    "FRESH": f"(?<![\\d.第{_NUMERAL}十百千万〇几])",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What words say: a value, TIMEX3's mod, and the second end where they name a range."""

    value: Value
    mod: str = ""
    upto: Value | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match in plain text."""

    text: str
    match: re.Match[str]

    def has(self, group: str) -> bool:
        return self.match[group] is not None

    def words(self, group: str) -> str:
        return self.match[group] or ""

    def number(self, group: str) -> int:
        return number(self.match[group])

    def look(self, group: str, name: str) -> int:
        """The lexicon's number for the group's words.  Raises KeyError if it has none."""
        value = table(name)[self.match[group]]
        assert isinstance(value, int)
        return value

    def name(self, group: str, name: str) -> str:
        """The lexicon's code for the group's words, or ``""``."""
        return str(table(name).get(self.match[group] or "", ""))

    def follows(self, *listed: str) -> bool:
        """Whether one of some words stands right after."""
        return self.text.startswith(listed, self.match.end())

    def is_end(self) -> bool:
        """Whether a sign or the end of the text stands right after."""
        after = self.text[self.match.end() : self.match.end() + 1]
        return not after.isalnum()

    def is_before(self, characters: str) -> bool:
        """Whether one of some characters stands right before."""
        at = self.match.start()
        return at > 0 and self.text[at - 1] in characters


Builder = Callable[[Found], Said | None]


@dataclass(frozen=True, slots=True)
class ChineseRule:
    """A pattern over characters and what its match says; ``example`` as in ``rule.Rule``."""

    name: str
    pattern: re.Pattern[str]
    build: Builder
    example: tuple[str, str, str]


def zh_rule(pattern: str, *, example: tuple[str, str, str]) -> Callable[[Builder], ChineseRule]:
    """Make the decorated function a ChineseRule named after it."""

    def decorate(build: Builder) -> ChineseRule:
        spelled = expand(pattern)
        return ChineseRule(build.__name__, re.compile(spelled), build, example)

    return decorate


def table(name: str) -> dict[str, object]:
    return dict(load("timex_zh")[name])


@cache
def listed(name: str, key: str) -> tuple[str, ...]:
    """A word list of the lexicon: of [after], [cue], [opener] and the like."""
    words = load("timex_zh")[name].get(key, [])
    return tuple(words) if isinstance(words, str) else tuple(map(str, words))  # type: ignore[arg-type]


def expand(pattern: str) -> str:
    """A pattern with its macros and lexicon tables spelled out."""
    for name, spelled in MACROS.items():
        whole = rf"(?<![A-Z]){name}(?![A-Z0-9])"
        pattern = re.sub(whole, spelled.replace("\\", r"\\"), pattern)
    pattern = re.sub(
        r"(?<![A-Z])[A-Z]{3,}(?![A-Z])", lambda name: _any_of(name[0].lower()), pattern
    )
    return pattern.replace(" ?", " ").replace(" ", " ?")


@cache
def _any_of(name: str) -> str:
    words = sorted(load("timex_zh")[name], key=len, reverse=True)
    return f"(?:{'|'.join(map(_guarded, words))})"


def _guarded(word: str) -> str:
    """A word with what may not stand beside it: "今日" not before "头条"."""
    before, after = "".join(listed("precede", word)), "|".join(listed("follow", word))
    ahead = f"(?<![{before}])" if before else ""
    return f"{ahead}{re.escape(word)}{f'(?!{after})' if after else ''}"


@cache
def _plain() -> dict[int, str]:
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)}
    return wide | {ord(one): str(other) for one, other in load("timex_zh")["variant"].items()}


def plain(text: str) -> str:
    """The text in simplified temporal characters and ASCII figures, character for character."""
    return text.translate(_plain())


def number(words: str) -> int:
    """The number that figures or numerals say: "113", "二〇二四", "二十七", "两千〇四"."""
    if words.isdecimal() and words.isascii():
        return int(words)
    digits, total, last = table("digit"), 0, 0
    if not set("十百千廿") & set(words):
        return int("".join(str(digits[sign]) for sign in words))
    for sign in words:
        if sign in "十百千":
            total += max(last, 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            last = 0
        elif sign == "廿":
            total += 20
        else:
            value = digits[sign]
            assert isinstance(value, int)
            last = value
    return total + last


@dataclass(frozen=True, slots=True)
class Head:
    """The year that a form begins with, as fields of a Point."""

    year: int | None = None
    shift: int | None = None
    anchor: Anchor = Anchor.DCT


def head(found: Found) -> Head:
    """The year of HEAD: written out, of an era, or counted; none of these where it is missing."""
    if found.has("year"):
        year = found.number("year")
        return Head(year if year > 99 else year + (2000 if year < 50 else 1900))
    if found.has("era"):
        return Head(found.look("era", "era") + found.number("reign"))
    if found.has("yearword"):
        return Head(shift=found.look("yearword", "yearword"))
    if found.has("yearnamed"):
        return Head(shift=found.look("yearnamed", "yearnamed"), anchor=Anchor.LAST)
    return Head()
