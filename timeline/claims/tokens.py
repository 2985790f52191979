"""Words of a sentence with their offsets and lemmas.

Lemmas come from the lexicon: only words that some frame, cue or class names are folded
("curbs", "curbed", "curbing" -> "curb"); all others stay as they are, in lower case.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from timeline.tokens import cut, lower
from timeline.values import dataclass

_TOKEN = re.compile(
    r"([A-Za-z](?:\.[A-Za-z])+\.?"  # U.S.
    r"|[$€£¥]?\d+(?:[.,]\d+)*%?"
    r"|[A-Za-z][A-Za-z0-9]*(?:['’]t\b|(?:-[A-Za-z0-9]+){0,4})|['’]s\b|[^\sA-Za-z0-9])"
)
_VOWELS = "aeiou"


class Token(NamedTuple):
    """One word or mark; ``start`` and ``end`` are offsets into the document's text."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str

    @property
    def form(self) -> str:
        """The first word as written, in lower case: "stepping" of "stepping up"."""
        return self.lower.partition(" ")[0]


_TOKEN_OF: Callable[[tuple[int, int, str, str, str]], Token] = partial(tuple.__new__, Token)


def inflections(lemma: str) -> Iterable[str]:
    """The regular forms of an English verb or noun: "curb" -> curb, curbs, curbed, curbing."""
    yield lemma
    stem = lemma[:-1]
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", stem + "ing")
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield from (stem + "ies", stem + "ied", lemma + "ing")
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")
        if re.search(r"[^aeiou][aeiou][bdglmnprt]$", lemma):
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


@dataclass(frozen=True, slots=True)
class Folder:
    """Folds forms to lemmas and joins the lexicon's compounds ("entity list" -> entity_list)."""

    lemmas: Mapping[str, str]
    compounds: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]  # by two first words

    @classmethod
    def of(cls, words: Iterable[str], irregular: Mapping[str, str]) -> "Folder":
        """Made of the lexicon's words ("_" joins a compound's) and {form: lemma} of irregulars."""
        singles, compounds = set[str](), dict[str, set[tuple[str, ...]]]()
        for word in words:
            parts = tuple(word.split("_"))
            singles.update(part for part in parts)
            if len(parts) > 1:
                compounds.setdefault(parts[0], set()).add(parts)
        lemmas: dict[str, str] = {}
        for lemma in sorted(singles, key=lambda w: (len(w), w)):
            for form in inflections(lemmas.get(lemma, lemma)):
                lemmas.setdefault(form, lemmas.get(lemma, lemma))
        lemmas.update(irregular)
        return cls(lemmas, {first: _by_second(group) for first, group in compounds.items()})

    def tokens(self, text: str, offset: int) -> list[Token]:
        """The tokens of ``text``, which stands at ``offset`` in its document."""
        written, edges = cut(_TOKEN, text, offset)
        low = lower(written)
        lemmas = list(map(self.lemmas.get, low, low))
        columns = zip(edges[:-1:2], edges[1::2], written, low, lemmas, strict=True)
        plain = list(map(_TOKEN_OF, columns))
        return plain if self.compounds.keys().isdisjoint(lemmas) else self._joined(plain)

    def _joined(self, plain: list[Token]) -> list[Token]:
        """The tokens with compounds glued, the longest first; from each only what follows."""
        firsts = [i for i, token in enumerate(plain[:-1]) if token.lemma in self.compounds]
        joined: list[Token] = []
        end = 0
        for i in firsts:
            size = self._compound(plain, i) if i >= end else 1
            if size > 1:
                joined += (*plain[end:i], _glue(plain[i : i + size]))
                end = i + size
        return [*joined, *plain[end:]] if joined else plain

    def _compound(self, plain: list[Token], i: int) -> int:
        """How many tokens make the compound that begins here; 1 where none does."""
        by_second, after = self.compounds[plain[i].lemma], plain[i + 1]
        known = by_second.get(after.lemma, ())
        if after.lower != after.lemma and after.lower in by_second:
            known = tuple(sorted((*known, *by_second[after.lower]), key=_longest_first))
        for parts in known:
            window = plain[i : i + len(parts)]
            if len(window) == len(parts) and all(
                part in (token.lemma, token.lower)
                for part, token in zip(parts, window, strict=True)
            ):
                return len(parts)
        return 1


def _by_second(group: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Compounds of one first word by their second, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in sorted(group, key=_longest_first):
        found[parts[1]] = (*found.get(parts[1], ()), parts)
    return found


def _longest_first(parts: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(parts), parts


def _glue(parts: list[Token]) -> Token:
    text = " ".join(part.text for part in parts)
    lemma = "_".join(part.lemma for part in parts)
    return Token(parts[0].start, parts[-1].end, text, text.lower(), lemma)
