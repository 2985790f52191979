"""lexicon/roles_zh.toml, compiled once: which words may stand at a place of a Chinese text."""

import re
from collections.abc import Iterable
from functools import cache

from timeline.lexicon import load, texts
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon: ``table`` and ``key`` say what it is, as in ("firms", "companies")."""

    text: str
    table: str
    key: str


class Words:
    """Words by their first character, the longest first."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._by_first: dict[str, list[Word]] = {}
        for word in sorted(words, key=lambda w: (-len(w.text), w.text, w.table, w.key)):
            self._by_first.setdefault(word.text[0], []).append(word)

    @property
    def firsts(self) -> frozenset[str]:
        """The characters that words begin with."""
        return frozenset(self._by_first)

    def at(self, text: str, start: int) -> Word | None:
        """The longest word that stands at ``start``."""
        for word in self._by_first.get(text[start], ()):
            if text.startswith(word.text, start):
                return word
        return None


def _of(*tables: str) -> list[Word]:
    lexicon = load("roles_zh")
    return [
        Word(text, table, key)
        for table in tables
        for key in lexicon[table]
        for text in texts("roles_zh", table, key)
    ]


@cache
def heads() -> Words:
    """The nouns that a group ends with: "企业", "监管机构", "知情人士", "政府"."""
    return Words(_of("firms", "officials", "sources", "state"))


@cache
def modifiers() -> Words:
    """What may stand before such a noun: "美国", "芯片", "多家"."""
    return Words(_of("nations", "fields"))


@cache
def offices() -> Words:
    """Offices, and what joins two of them: "创始人兼首席执行官"."""
    return Words(_of("offices"))


@cache
def pointers() -> Words:
    """What points back: "该公司", "他"."""
    return Words(_of("definite"))


@cache
def openers() -> frozenset[str]:
    """The characters that any of these words begins with, or what leads to one: "的", a count."""
    tables = (heads(), modifiers(), offices(), pointers(), never(), bound(), bares())
    return frozenset("的约近逾超一二两三四五六七八九十百数几多").union(*(t.firsts for t in tables))


@cache
def never() -> Words:
    """Words within which no name stands."""
    return Words(Word(text, "never", "") for text in texts("roles_zh", "never", "words"))


@cache
def bound() -> Words:
    """A state told by one character beside another word: "对华", "中美"."""
    return Words(_of("bound"))


@cache
def letter(char: str) -> str:
    """The id of the state a single character stands for: "华" -> cn; "" for none."""
    return str(load("roles_zh")["letters"].get(char, ""))


@cache
def bare(text: str) -> tuple[str, ...]:
    """The bodies that a short name may mean: "商务部" -> cn-mofcom, us-commerce."""
    return texts("roles_zh", "bare", text) if text in load("roles_zh")["bare"] else ()


@cache
def bares() -> Words:
    """The short names of bodies of more than one state."""
    return Words(Word(text, "bare", "") for text in load("roles_zh")["bare"])


@cache
def ends_of_name() -> tuple[str, ...]:
    """What may follow a person's name that no list holds."""
    return texts("roles_zh", "after", "name")


@cache
def nouns() -> tuple[str, ...]:
    """What a name stands before without acting itself: "芯片" of "英伟达芯片"."""
    return texts("roles_zh", "never", "nouns")


@cache
def signs(state: str, most: int | None = None) -> re.Pattern[str]:
    """The words, or the first few of them, that tell of which state a bare body is."""
    return re.compile("|".join(map(re.escape, texts("roles_zh", "signs", state)[:most])))


@cache
def characters(key: str) -> frozenset[str]:
    """The characters of surnames, or of foreign names as they are written in Chinese."""
    return frozenset("".join(texts("roles_zh", "names", key)))
