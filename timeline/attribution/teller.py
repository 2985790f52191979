"""A known actor -> a teller, with the kind of source that it is."""

from collections.abc import Sequence

from timeline.attribution import names
from timeline.attribution.cues import word_set
from timeline.attribution.memory import Memory
from timeline.attribution.words import Named, Words
from timeline.model import ActorKind, ActorMention, Evidence, Hop, Sentence, SourceKind, Use
from timeline.values import dataclass

INSIDERS = "people familiar with the matter"
"""The one name of all unnamed insiders."""

_PERSON, _PRODUCT = ActorKind.PERSON, ActorKind.PRODUCT
_ORGANISATION, _SOURCE = ActorKind.ORGANISATION, ActorKind.SOURCE
_OFFICIAL = SourceKind.OFFICIAL

KINDS = {
    ActorKind.STATE: SourceKind.OFFICIAL,
    ActorKind.BODY: SourceKind.OFFICIAL,
    ActorKind.OFFICIALS: SourceKind.OFFICIAL,
    ActorKind.COMPANY: SourceKind.COMPANY,
    ActorKind.FIRMS: SourceKind.COMPANY,
    ActorKind.PERSON: SourceKind.PERSON,
    ActorKind.OUTLET: SourceKind.OUTLET,
    ActorKind.ORGANISATION: SourceKind.COMPANY,
    ActorKind.SOURCE: SourceKind.UNNAMED,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by word numbers, and the apposition that may stand beside it."""

    first: int
    last: int
    beside: tuple[int, int] | None = None


def hop(
    words: Words, named: Named, phrase: Phrase | None = None, memory: Memory | None = None
) -> Hop:
    """A known actor as a teller; a person in office is official, once said for the whole text."""
    mention = named.mention
    in_office = memory is not None and mention.actor.id in memory.officials
    evidence = words.evidence(named.first, named.last, f"actor:{mention.rule}")
    return _hop(mention, evidence, in_office or _is_in_office(words, named, phrase))


def leading(sentence: Sentence, mentions: Sequence[ActorMention], limit: int) -> tuple[Hop, ...]:
    """The actor that a sentence is about: the first that stands by itself and ends before
    ``limit``, an offset of the document; () if there is none, or it stands in a quotation.
    """
    prepositions = word_set("grammar", "prepositions")
    for mention in mentions:
        if mention.span.end > limit:
            break
        if mention.actor.kind is _PRODUCT or mention.use is not Use.NOUN:
            continue
        before = sentence.text[: mention.span.start - sentence.span.start]
        if _word_before(before) in prepositions:
            continue
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return ()
        evidence = Evidence(mention.span, mention.text, f"actor:{mention.rule}")
        offices = word_set("heads", "offices").intersection(mention.text.lower().split())
        return (_hop(mention, evidence, bool(offices)),)
    return ()


def _word_before(text: str) -> str:
    """The last word of a text but an article: "reacting to" of "Reacting to the"."""
    last = text[-60:].lower().split()[-2:]
    return last[0] if len(last) > 1 and last[1] in ("the", "a", "an") else "".join(last[-1:])


def of(mention: ActorMention, evidence: Evidence, *, in_office: bool) -> Hop:
    """A mention as a teller, by what kind of actor it is."""
    return _hop(mention, evidence, in_office)


def _hop(mention: ActorMention, evidence: Evidence, in_office: bool) -> Hop:
    actor = mention.actor
    kind = KINDS.get(actor.kind, SourceKind.PERSON)
    if actor.kind is _PERSON and in_office:
        kind = _OFFICIAL
    if actor.kind is _ORGANISATION and names.is_official(actor.name):
        kind = _OFFICIAL
    is_insider = actor.kind is _SOURCE and _is_insider(actor.name)
    return Hop(kind, INSIDERS if is_insider else actor.name, evidence, actor)


def _is_insider(name: str) -> bool:
    return not word_set("heads", "insiders").isdisjoint(name.lower().split())


def _is_in_office(words: Words, named: Named, phrase: Phrase | None) -> bool:
    """Whether a title or an apposition puts a person on the state's side."""
    if named.mention.actor.kind is not _PERSON:
        return False
    first = min(phrase.first if phrase else named.first, named.first)
    ranges = [(first, named.last)]
    if phrase and phrase.beside:
        ranges.append(phrase.beside)
    offices = word_set("heads", "offices")
    around = [words.at(at).removesuffix("'s") for a, b in ranges for at in range(a, b + 1)]
    if offices.isdisjoint(around):
        return False
    owners = [n for a, b in ranges for n in words.within(a, b) if n is not named]
    return not any(KINDS.get(n.mention.actor.kind) is SourceKind.COMPANY for n in owners)
