"""A sentence as words with their places, and the actors named in it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from timeline.attribution.cues import word_set
from timeline.model import ActorKind, ActorMention, Evidence, Sentence, Span
from timeline.tokens import cut, lower, padded
from timeline.values import dataclass

_WORD = re.compile(
    r"([^\W_][\w&/+-]{0,60}+(?![.'’])"  # most words: at once
    r"|[A-Z]\.(?:[A-Z]\.){1,4}|[^\W_][\w&/+-]{0,60}(?:[.'’]\w[\w&/+-]{0,40}){0,6}"
    r"|--|[^\w\s]|_)"
)
QUOTES = frozenset("“\"”'‘")
BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "-", "“", "”", '"'))
MOST = 400
"""Words of a sentence that are read: three times a very long one."""
_BUT = frozenset(("but", "though", "although"))
_MARKS = {"’": "'"}
_PRODUCT = ActorKind.PRODUCT
_OPEN, _CLOSE = frozenset("“"), frozenset("”")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor mention by word numbers: ``first`` to ``last``, both in it."""

    mention: ActorMention
    first: int
    last: int


@dataclass(slots=True)
class Words:
    """The words of a sentence; stops and quotes are words too.

    ``low`` is lower case with straight apostrophes, and ``at`` gives a word of it, "" outside;
    ``starts`` are offsets into the document;
    ``quoted`` says of each word whether it stands within quotation marks; ``cuts`` are the words
    at which what somebody says may end: ";" and ", but".  ``named`` is in order, and by the first
    and the last word; ``inside`` has the actor of each word that continues one.
    """

    sentence: Sentence
    texts: list[str]
    low: list[str]
    at: Callable[[int], str]
    starts: Sequence[int]
    quoted: tuple[bool, ...]
    cuts: tuple[int, ...]
    named: tuple[Named, ...]
    by_first: Mapping[int, Named]
    by_last: Mapping[int, Named]
    inside: Mapping[int, Named]

    def __len__(self) -> int:
        return len(self.low)

    def end(self, index: int) -> int:
        """Where a word ends in the document."""
        return self.starts[index] + len(self.texts[index])

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        """The words ``first`` to ``last`` as evidence."""
        start, end = self.starts[first], self.end(last)
        base = self.sentence.span.start
        return Evidence(Span(start, end), self.sentence.text[start - base : end - base], rule)

    def within(self, first: int, last: int) -> tuple[Named, ...]:
        """The actors that stand wholly within these words; products are none."""
        return tuple(one for one in self.named if first <= one.first and one.last <= last)

    def ending(self, index: int) -> Named | None:
        """The longest actor that ends with this word."""
        return self.by_last.get(index)

    def starting(self, index: int) -> Named | None:
        """The longest actor that starts with this word."""
        return self.by_first.get(index)


_first, _last = attrgetter("first"), attrgetter("last")


def split(sentence: Sentence, mentions: Sequence[ActorMention], *, is_open: bool = False) -> Words:
    """The words of a sentence, its actors placed among them; the first MOST of them.

    ``is_open``: a quotation goes on from the sentence before.
    """
    whole = sentence.text
    written, edges = cut(_WORD, whole, sentence.span.start)
    texts, starts = written[:MOST], edges[: 2 * MOST : 2]
    low = lower(texts, _MARKS)
    if "May" in texts:
        low = ["mai" if _is_month(texts, low, at) else word for at, word in enumerate(low)]
    is_marked = is_open or "“" in whole or "”" in whole or '"' in whole
    quoted = _quoted(texts, is_open) if is_marked else (False,) * len(low)
    cuts = _cuts(low, quoted) if ";" in low or not _BUT.isdisjoint(low) else ()
    if not mentions:
        return Words(sentence, texts, low, padded(low), starts, quoted, cuts, (), {}, {}, {})
    named = _place(starts, mentions)
    return Words(
        sentence, texts, low, padded(low), starts, quoted, cuts, named,
        {one.first: one for one in sorted(named, key=_last)},
        {one.last: one for one in sorted(named, key=_first, reverse=True)},
        {at: one for one in named for at in range(one.first + 1, one.last + 1)},
    )  # fmt: skip


def _is_month(texts: Sequence[str], low: Sequence[str], at: int) -> bool:
    """Whether "May" is the month there and no verb: "on May 2", "in May", not "China May Ban"."""
    if texts[at] != "May":
        return False
    after = low[at + 1][:1] if at + 1 < len(low) else ""
    return after.isdigit() or (at > 0 and low[at - 1] in word_set("grammar", "may_month"))


def _place(starts: Sequence[int], mentions: Sequence[ActorMention]) -> tuple[Named, ...]:
    placed = []
    for mention in mentions:
        if mention.actor.kind is _PRODUCT:
            continue
        first = bisect_left(starts, mention.span.start)
        last = bisect_left(starts, mention.span.end) - 1
        if first < len(starts) and last >= first:
            placed.append(Named(mention, first, last))
    return tuple(sorted(placed, key=_first))


def _cuts(low: Sequence[str], quoted: Sequence[bool]) -> tuple[int, ...]:
    found = []
    for at, word in enumerate(low):
        if word not in (",", ";") or quoted[at]:
            continue
        after = low[at + 1 : at + 3]
        is_but = len(after) == 2 and after[0] in _BUT and after[1] != "that"
        if word == ";" or is_but:
            found.append(at)
    return tuple(found)


def _quoted(texts: Sequence[str], is_open: bool) -> tuple[bool, ...]:
    """Whether each word stands in quotation marks; a straight mark opens and closes in turn."""
    inside = is_open
    marks = []
    for text in texts:
        if text in _CLOSE or (text == '"' and inside):
            inside = False
            marks.append(True)
            continue
        inside = inside or text in _OPEN or text == '"'
        marks.append(inside)
    return tuple(marks)
