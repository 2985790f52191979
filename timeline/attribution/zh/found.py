"""A Chinese sentence made ready: its folded text, its mentions, its quotations."""

import re
from collections.abc import Iterator, Sequence

from timeline.attribution.zh.cues import words
from timeline.lexicon import han
from timeline.model import ActorMention, Evidence, Sentence, Span
from timeline.values import dataclass

_QUOTE = re.compile(r"“[^”]{0,400}(?:”|$)")
_BESIDE = re.compile(r"[、和与及]|以及|（[^（）]{0,20}）?[、和与及]?")


@dataclass(frozen=True, slots=True)
class Text:
    """Offsets of ``plain`` are the sentence's own; ``offset`` brings them to the document's."""

    text: str
    plain: str
    offset: int
    mentions: tuple[ActorMention, ...]
    quotes: tuple[tuple[int, int], ...]

    def within(self, start: int, end: int) -> Iterator[ActorMention]:
        """The mentions that stand between two characters."""
        for mention in self.mentions:
            if start + self.offset <= mention.span.start and mention.span.end <= end + self.offset:
                yield mention

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands within a quotation of some length."""
        return any(start < at < end for start, end in self.quotes)

    def is_governed(self, at: int, start: int) -> bool:
        """Whether a preposition stands before a name: "对英伟达", "与美方"."""
        before = self.plain[max(start, at - 2) : at]
        return before.endswith(words("grammar", "prepositions"))

    def is_last(self, mention: ActorMention, end: int) -> bool:
        """Whether no other mention stands between this one and ``end``."""
        at = mention.span.end - self.offset
        return next(self.within(at, end), None) is None

    def joins(self, first: ActorMention, second: ActorMention) -> bool:
        """Whether two names are one subject: "路透社和彭博社"."""
        between = self.plain[first.span.end - self.offset : second.span.start - self.offset]
        return bool(_BESIDE.fullmatch(between))

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        span = Span(self.offset + start, self.offset + end)
        return Evidence(span, self.text[start:end], rule)


def ready(sentence: Sentence, mentions: Sequence[ActorMention]) -> Text:
    plain = han.plain(sentence.text)
    quotes = tuple(q.span() for q in _QUOTE.finditer(plain) if q.end() - q.start() > 16)
    return Text(sentence.text, plain, sentence.span.start, tuple(mentions), quotes)
