"""Tellers whom no list knows: "Qingyuan Lin", "Prime Minister Dick Vos", "Stifel"."""

from timeline.attribution import names
from timeline.attribution.cues import word_set
from timeline.attribution.memory import Memory
from timeline.attribution.teller import KINDS, Phrase
from timeline.attribution.words import Words
from timeline.model import Hop, SourceKind
from timeline.values import replace


def by_form(
    words: Words, phrase: Phrase, within: tuple[int, int], head: int, memory: Memory
) -> tuple[Hop, ...]:
    """A name that no list knows: "Qingyuan Lin", "the Global Gazette"."""
    first, last = names.run(words, within[0], head)
    if first > last or words.low[head].endswith("'s"):
        return ()
    name = " ".join(words.texts[first : last + 1]).removesuffix("'s").removesuffix("’s")
    untitled = _untitled(words, first, last)
    if untitled > first:
        name = " ".join(words.texts[untitled : last + 1])
        evidence = words.evidence(untitled, last, "form")
        return (Hop(SourceKind.OFFICIAL, name, evidence),)
    known = memory.people.get(name)
    if known:
        return (replace(known[0], evidence=words.evidence(first, last, "surname")),)
    kind = names.kind(words, first, last)
    if kind is None and (names.opens_sentence(words, last) or _is_acronym(name)):
        kind = SourceKind.COMPANY
    if name.endswith(("man", "woman")) and words.at(within[0]) == "the" and first == last:
        return memory.pronoun("he")  # "the Frenchman"
    if kind is SourceKind.PERSON and phrase.beside and _is_state(words, phrase.beside):
        kind = SourceKind.OFFICIAL
    if kind is None:
        return ()
    return (Hop(kind, name, words.evidence(first, last, "form")),)


def _is_acronym(name: str) -> bool:
    return 3 <= len(name) <= 6 and name.isalpha() and name.isupper()


def _untitled(words: Words, first: int, last: int) -> int:
    """Where a name begins behind an office: "Prime Minister | Dick Vos"; ``first`` if none."""
    offices = word_set("heads", "offices")
    at = next((k for k in range(last - 1, first - 1, -1) if words.low[k] in offices), first - 1)
    return at + 1


def _is_state(words: Words, beside: tuple[int, int]) -> bool:
    """Whether an apposition names the state: "a spokeswoman for China's foreign ministry"."""
    lows = [words.at(at).removesuffix("'s") for at in range(beside[0], beside[1] + 1)]
    found = words.within(*beside)
    kinds = {KINDS.get(n.mention.actor.kind) for n in found}
    if SourceKind.COMPANY in kinds:
        return False
    offices = word_set("heads", "officials") | word_set("heads", "offices")
    return SourceKind.OFFICIAL in kinds or not offices.isdisjoint(lows)
