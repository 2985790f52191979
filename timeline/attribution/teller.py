"""A known actor -> a teller, with the kind of source that it is."""

from dataclasses import dataclass

from timeline.attribution import names
from timeline.attribution.cues import word_set
from timeline.attribution.memory import Memory
from timeline.attribution.words import Named, Words
from timeline.model import ActorKind, Hop, SourceKind

INSIDERS = "people familiar with the matter"
"""The one name of all unnamed insiders."""

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
    actor = named.mention.actor
    kind = KINDS.get(actor.kind, SourceKind.PERSON)
    if actor.kind is ActorKind.PERSON:
        is_known = memory is not None and actor.id in memory.officials
        if is_known or _is_in_office(words, named, phrase):
            kind = SourceKind.OFFICIAL
    if actor.kind is ActorKind.ORGANISATION and names.is_official(actor.name):
        kind = SourceKind.OFFICIAL
    evidence = words.evidence(named.first, named.last, f"actor:{named.mention.rule}")
    name = INSIDERS if actor.kind is ActorKind.SOURCE and _is_insider(actor.name) else actor.name
    return Hop(kind, name, evidence, actor)


def _is_insider(name: str) -> bool:
    return not word_set("heads", "insiders").isdisjoint(name.lower().split())


def _is_in_office(words: Words, named: Named, phrase: Phrase | None) -> bool:
    """Whether a title or an apposition puts a person on the state's side."""
    first = phrase.first if phrase else named.first
    around = list(range(min(first, named.first), named.last + 1))
    if phrase and phrase.beside:
        around.extend(range(phrase.beside[0], phrase.beside[1] + 1))
    offices = word_set("heads", "offices")
    if not any(words.at(at).removesuffix("'s") in offices for at in around):
        return False
    owners = [n for n in words.named if n is not named and n.first in around]
    return not any(KINDS.get(n.mention.actor.kind) is SourceKind.COMPANY for n in owners)
