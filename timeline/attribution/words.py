"""A sentence as words with their places, and the actors named in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model import ActorKind, ActorMention, Evidence, Sentence, Span

_WORD = re.compile(r"(?:[A-Z]\.){2,5}|[^\W_](?:[\w&/+-]|[.'’](?=\w)){0,60}|--|[^\w\s]|_")
QUOTES = frozenset("“\"”'‘")
BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "-", "“", "”", '"'))
_OPEN, _CLOSE = frozenset("“"), frozenset("”")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor mention by word numbers: ``first`` to ``last``, both in it."""

    mention: ActorMention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence; stops and quotes are words too.

    ``low`` is lower case with straight apostrophes; ``spans`` are offsets into the document;
    ``quoted`` says of each word whether it stands within quotation marks.
    """

    sentence: Sentence
    texts: tuple[str, ...]
    low: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    named: tuple[Named, ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.low)

    def at(self, index: int) -> str:
        """The word in lower case, "" outside of the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        """The words ``first`` to ``last`` as evidence."""
        start, end = self.spans[first][0], self.spans[last][1]
        base = self.sentence.span.start
        return Evidence(Span(start, end), self.sentence.text[start - base : end - base], rule)

    def within(self, first: int, last: int) -> tuple[Named, ...]:
        """The actors that stand wholly within these words; products are none."""
        return tuple(n for n in self.named if first <= n.first and n.last <= last)

    def ending(self, index: int) -> Named | None:
        """The longest actor that ends with this word."""
        found = [n for n in self.named if n.last == index]
        return min(found, key=lambda n: n.first) if found else None

    def starting(self, index: int) -> Named | None:
        """The longest actor that starts with this word."""
        found = [n for n in self.named if n.first == index]
        return max(found, key=lambda n: n.last) if found else None


def split(sentence: Sentence, mentions: Sequence[ActorMention]) -> Words:
    """The words of a sentence, its actors placed among them."""
    base = sentence.span.start
    found = [(m.group(), m.start() + base, m.end() + base) for m in _WORD.finditer(sentence.text)]
    texts = tuple(text for text, _, _ in found)
    low = tuple(text.lower().replace("’", "'") for text in texts)
    spans = tuple((start, end) for _, start, end in found)
    return Words(sentence, texts, low, spans, _place(spans, mentions), _quoted(texts))


def _place(spans: Sequence[tuple[int, int]], mentions: Sequence[ActorMention]) -> tuple[Named, ...]:
    starts = [start for start, _ in spans]
    placed = []
    for mention in mentions:
        if mention.actor.kind is ActorKind.PRODUCT:
            continue
        first = bisect_left(starts, mention.span.start)
        last = bisect_left(starts, mention.span.end) - 1
        if first < len(starts) and last >= first:
            placed.append(Named(mention, first, last))
    return tuple(placed)


def _quoted(texts: Sequence[str]) -> tuple[bool, ...]:
    """Whether each word stands in quotation marks; a straight mark opens and closes in turn."""
    inside = False
    marks = []
    for text in texts:
        if text in _CLOSE or (text == '"' and inside):
            inside = False
            marks.append(True)
            continue
        inside = inside or text in _OPEN or text == '"'
        marks.append(inside)
    return tuple(marks)
