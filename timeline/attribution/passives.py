"""Passives of saying: "it is claimed that", "is said to have", "was told by officials that"."""

from timeline.attribution import scope, speaker
from timeline.attribution.complement import forward
from timeline.attribution.cues import Cue, word_set
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.words import QUOTES, Words
from timeline.model import Hop, SourceKind


def is_passive(words: Words, at: int) -> bool:
    """Whether a helper of the passive stands before the verb's adverbs: "is also reported"."""
    back = at - 1
    while words.at(back) in word_set("phrases", "skip") and at - back < 5:
        back -= 1
    return back < at - 1 and words.at(back) in word_set("phrases", "passives")


def read(words: Words, at: int, end: int, cue: Cue, memory: Memory) -> Found | None:
    """Such as "It is claimed that", "is said to have", "was told by officials that"."""
    word = words.at(at)
    if word not in word_set("phrases", "passive") and cue.lemma != "tell":
        return None
    helper = at - 1
    while words.at(helper) not in word_set("phrases", "passives"):
        helper -= 1
    if cue.lemma == "tell":
        return _told_by(words, at, end, memory)
    if words.at(helper - 1) in word_set("phrases", "passives"):
        helper -= 1
    is_it = words.at(helper - 1) == "it" or words.at(helper - 2) == "it"
    if is_it and words.at(end + 1) not in ("to", "by", "in"):
        start = end + 1 + (words.at(end + 1) == "that")
        hops = _in_report(words, helper - 1, memory) or _nobody(words, at, end)
        if start >= len(words):
            return None
        return Found("passive", hops, (at, end), scope.after(words, start), None, False)
    if words.at(end + 1) == "to" and word in word_set("phrases", "passive_to"):
        return Found(
            "passive_to", _nobody(words, at, end), (at, end), _clause(words, helper), None, False
        )
    return None


def _told_by(words: Words, at: int, end: int, memory: Memory) -> Found | None:
    if words.at(end + 1) != "by":
        return None
    phrase = forward(words, end + 2)
    hops = speaker.hops(words, phrase, memory)
    start = phrase.last + 1 + (words.at(phrase.last + 1) == "that")
    if not hops or start >= len(words):
        return None
    return Found("told_by", hops, (at, end), scope.after(words, start), (phrase.first, phrase.last))


def _in_report(words: Words, before: int, memory: Memory) -> tuple[Hop, ...]:
    """The outlet of "In a report by the Gazette, it is claimed"."""
    news = word_set("heads", "news")
    at = next((k for k in range(1, min(before, 12)) if words.low[k] in news), None)
    if at is None or words.at(0) not in ("in", "according"):
        return ()
    hops = speaker.hops(words, forward(words, 1), memory)
    return hops if hops and hops[0].kind is SourceKind.OUTLET else ()


def _nobody(words: Words, first: int, last: int) -> tuple[Hop, ...]:
    evidence = words.evidence(first, last, "hearsay")
    return (Hop(SourceKind.HEARSAY, "", evidence),)


def _clause(words: Words, helper: int) -> scope.Range:
    """The clause around a passive: from the last comma or "that" before its subject."""
    start = 0
    for at in range(helper - 1, max(helper - 25, -1), -1):
        if words.low[at] in (",", ";", "that", "which") or words.low[at] in QUOTES:
            start = at + 1
            break
    return start, scope.after(words, helper)[1]
