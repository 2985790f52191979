"""What lexicon/merge.toml says, ready to use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.errors import SeedError
from timeline.lexicon import load, texts


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases to be found in a claim; the pattern is tried only where a word of ``gate`` stands."""

    gate: frozenset[str]
    pattern: re.Pattern[str]

    def stands(self, low: str, words: frozenset[str]) -> bool:
        """Whether it stands in a text in lower case, whose words are given."""
        return not self.gate.isdisjoint(words) and self.pattern.search(low) is not None


@dataclass(frozen=True, slots=True)
class Settings:
    """Windows in days by type, how well two types go together, and whose acts are one's own."""

    windows: dict[str, int]
    fits: dict[tuple[str, str], float]
    peers: dict[str, tuple[str, ...]]
    one: frozenset[str]
    borne: frozenset[str]
    loose: frozenset[str]
    target: frozenset[str]
    back: Cue
    measure: Cue
    apart: Cue
    tighten: Cue
    ease: Cue
    demand: Cue
    denied: Cue
    undone: Cue
    tightens: frozenset[str]
    fresh: dict[str, int]
    whole: tuple[str, ...]
    effect: Cue
    noticed: frozenset[str]
    measures: frozenset[str]
    figured: frozenset[str]

    def window(self, a: str, b: str) -> int:
        """Days that two dated mentions of these types may lie apart: the wider of the two."""
        other = self.windows["other"]
        return max(self.windows.get(a, other), self.windows.get(b, other))

    def fit(self, a: str, b: str) -> float:
        """1 for one type, 0 for two that never tell one act."""
        return 1.0 if a == b else self.fits.get((a, b), 0.0)

    def family(self, a: str) -> tuple[str, ...]:
        """The type and those that go with it, sorted."""
        return self.peers.get(a, (a,))


@cache
def settings() -> Settings:
    """Read once.  Raises SeedError where the file breaks its form."""
    table = load("merge")
    fits, peers = _compatible(table.get("compatible"))
    return Settings(
        _days(table["window"]),
        fits,
        peers,
        frozenset(texts("merge", "agent", "one")),
        frozenset(texts("merge", "agent", "borne")),
        frozenset(texts("merge", "words", "loose")),
        frozenset(texts("merge", "patient", "makes")),
        _back("nouns"),
        _back("measures"),
        _apart(),
        _any("direction", "tighten"),
        _any("direction", "ease"),
        _within("demand", 3, texts("merge", "direction", "papers")),
        _within("denied", 2, texts("merge", "direction", "ease")),
        _within("undo", 4, texts("merge", "direction", "limits")),
        frozenset(texts("merge", "direction", "types")),
        _days(table["fresh"]),
        tuple(sorted(texts("merge", "agent", "whole"))),
        _any("effect", "words"),
        frozenset(texts("merge", "effect", "types")),
        frozenset(texts("merge", "ladder", "types")),
        frozenset(texts("merge", "figures", "types")),
    )


def _days(table: Mapping[str, object]) -> dict[str, int]:
    return {name: int(str(days)) for name, days in table.items()}


def _compatible(
    value: object,
) -> tuple[dict[tuple[str, str], float], dict[str, tuple[str, ...]]]:
    """How well two types go together, either way round, and with which ones each does."""
    fits: dict[tuple[str, str], float] = {}
    peers: dict[str, set[str]] = {}
    for entry in _entries(value):
        types, fit = entry.get("types"), entry.get("fit")
        if not isinstance(types, list) or len(types) != 2 or not isinstance(fit, float):
            raise SeedError(
                f"lexicon/merge.toml: [[compatible]] {entry}: expected two types, a fit"
            )
        a, b = str(types[0]), str(types[1])
        fits[a, b] = fits[b, a] = fit
        peers.setdefault(a, {a}).add(b)
        peers.setdefault(b, {b}).add(a)
    return fits, {name: tuple(sorted(types)) for name, types in peers.items()}


def _back(key: str) -> Cue:
    determiners = sorted(texts("merge", "back", "determiners"))
    nouns = sorted(texts("merge", "back", key))
    after = "".join(rf"(?<!\b{word} )" for word in sorted(texts("merge", "back", "after")))
    before = "|".join(sorted(texts("merge", "back", "before")))
    pattern = rf"\b{after}(?:{'|'.join(determiners)}) (?:{'|'.join(nouns)})\b(?! (?:{before})\b)"
    return Cue(frozenset(nouns), re.compile(pattern))


def _apart() -> Cue:
    cue, times = _any("apart", "words"), "|".join(sorted(texts("merge", "apart", "times")))
    return Cue(cue.gate, re.compile(rf"{cue.pattern.pattern}(?! (?:{times})\b)"))


def _within(key: str, most: int, ends: Iterable[str]) -> Cue:
    """Words of a list, and one of ``ends`` at most so many words on: "suspends its chip rule"."""
    starts = sorted(texts("merge", "direction", key))
    first, last = ("|".join(map(re.escape, sorted(words))) for words in (starts, ends))
    pattern = rf"\b(?:{first}) (?:[\w'-]{{1,30}} ){{0,{most}}}(?:{last})\b"
    return Cue(frozenset(word.split()[0] for word in starts), re.compile(pattern))


def _any(table: str, key: str) -> Cue:
    phrases = sorted(texts("merge", table, key))
    pattern = rf"\b(?:{'|'.join(map(re.escape, phrases))})\b"
    return Cue(frozenset(phrase.split()[0] for phrase in phrases), re.compile(pattern))


def _entries(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise SeedError("lexicon/merge.toml: [[compatible]] is missing")
    return [entry for entry in value if isinstance(entry, dict)]
