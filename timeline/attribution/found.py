"""An attribution while a sentence is read: by word numbers, not yet by offsets."""

from timeline.attribution.scope import Range
from timeline.attribution.words import Words
from timeline.model import Attribution, Hop, SourceKind, Span
from timeline.values import dataclass, replace

_SPEAKERS = (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON)


@dataclass(frozen=True, slots=True)
class Found:
    """Who says what is in ``scope``; ``cue`` are the words of saying, ``rule`` what read them."""

    rule: str
    hops: tuple[Hop, ...]
    cue: Range
    scope: Range
    subject: Range | None = None
    is_saying: bool = True

    def via(self, outlet: tuple[Hop, ...]) -> "Found":
        """The same, told by an outlet: "a spokesperson said, according to the Gazette"."""
        return replace(self, hops=(*outlet, *self.hops))

    def citing(self, cited: tuple[Hop, ...]) -> "Found":
        """The same, resting on others: "Reuters reported, citing two people"."""
        return replace(self, hops=(*self.hops, *cited))

    def finish(self, words: Words) -> Attribution:
        """With offsets into the document."""
        subject = self.subject and words.evidence(*self.subject, "").span
        first, last = self.scope
        while last > first and words.low[last] in (",", ";", "–", "—"):
            last -= 1
        last = max(first, last)
        scope = Span(words.starts[first], words.end(last))
        is_speech = self.is_saying and self.hops[-1].kind in _SPEAKERS
        cue = words.evidence(*self.cue, self.rule)
        return Attribution(scope, self.hops, cue, is_speech, subject)
