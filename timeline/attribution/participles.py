"""Sayings that hang on the rest of a sentence: ", adding that", "a letter saying"."""

from collections.abc import Sequence

from timeline.attribution import scope, speaker, teller
from timeline.attribution.complement import Right, right_of
from timeline.attribution.cues import Cue, word_set
from timeline.attribution.fitting import fits
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.words import BREAKS, Words
from timeline.model import Hop, SourceKind

_BEFORE_PARTICIPLE = frozenset((",", "by", "while", "–", "—", "and", "”", '"'))


def read(
    words: Words,
    at: int,
    end: int,
    cue: Cue,
    memory: Memory,
    earlier: Sequence[Found],
    replying: tuple[Hop, ...],
) -> Found | None:
    """Such as ", adding that ...": the speaker before it, else the sentence's subject."""
    document = _document_before(words, at) or _with_subject(words, at)
    if words.at(at - 1) not in _BEFORE_PARTICIPLE and document is None:
        return None
    right = right_of(words, cue, end)
    if right is None or right.frame == "end":
        return None
    hops = earlier[-1].hops if earlier else _opener(words, memory) or leading(words, at)
    if document is not None:
        hops = _of_document(words, document, memory) or hops
    if words.at(at - 1) == "by":
        hops = replying or hops
    if not hops or not (right.frame == "quote" or fits(words, cue, right, hops)):
        return None
    start = at if right.frame in ("clause", "of") else right.start
    found = Found("participle", hops, (at, end), scope.after(words, start))
    return heard(words, found, right)


def _opener(words: Words, memory: Memory) -> tuple[Hop, ...]:
    """Who a sentence opens with: "Mao urged", "A spokesperson for the ministry called on"."""
    voices = word_set("heads", "voices")
    voice = next((at for at in range(1, 4) if words.at(at) in voices), None)
    if voice and words.at(0) in ("a", "an", "the"):
        body = next((n for n in words.named if voice < n.last <= voice + 8), None)
        is_whose = body is not None and words.at(voice + 1) in ("for", "of", "from")
        last = body.last if body and is_whose else voice
        return speaker.hops(words, teller.Phrase(0, last), memory)
    return memory.people.get(words.texts[0], ()) if words.starting(0) is None else ()


def _document_before(words: Words, at: int) -> teller.Phrase | None:
    """The document whose words follow: "a report by the Gazette stating", "a letter saying"."""
    if words.at(at - 1) in BREAKS:
        return None
    for noun in range(at - 1, max(at - 7, -1), -1):
        if words.low[noun] not in word_set("heads", "documents"):
            continue
        first = noun
        while first > noun - 5 and words.at(first - 1) not in word_set("grammar", "prepositions"):
            first -= 1
            if words.at(first) in ("a", "an", "the", "its"):
                return teller.Phrase(first, at - 1)
    return None


def _with_subject(words: Words, at: int) -> teller.Phrase | None:
    """Who speaks in "with Lutnick telling CNBC that"."""
    named = words.ending(at - 1)
    if named is None:
        return None
    first = named.first - (words.at(named.first - 1) in ("the", "a"))
    return teller.Phrase(first, at - 1) if words.at(first - 1) == "with" else None


def _of_document(words: Words, phrase: teller.Phrase, memory: Memory) -> tuple[Hop, ...]:
    """Whose document it is where it says so; a mere "a statement" is the subject's own."""
    is_owned = bool(words.within(phrase.first, phrase.last))
    return speaker.hops(words, phrase, memory) if is_owned else ()


def leading(words: Words, limit: int) -> tuple[Hop, ...]:
    """The actor that a sentence is about, before the word ``limit``."""
    mentions = [named.mention for named in words.named]
    return teller.leading(words.sentence, mentions, words.starts[limit])


def heard(words: Words, found: Found, right: Right) -> Found:
    """With the outlet that heard it before the speaker: "told Reuters"."""
    if right.hearer is None:
        return found
    for named in words.within(right.hearer.first, right.hearer.last):
        outlet = teller.hop(words, named)
        if outlet.kind is SourceKind.OUTLET:
            return found if found.hops[0] == outlet else found.via((outlet,))
    return found
