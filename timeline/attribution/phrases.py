"""Sources named without a verb of their own: "according to", "citing", "reportedly", "seen by"."""

from collections.abc import Sequence

from timeline.attribution import scope, speaker, teller
from timeline.attribution.complement import forward
from timeline.attribution.cues import word_set
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.participles import leading
from timeline.attribution.words import Words
from timeline.model import BlockKind, Hop, SourceKind
from timeline.values import replace

_DASHES = frozenset(("-", "–", "—", ":", "--"))
_CREDIT = frozenset(("report", "reports", "source", "sources"))


def according(
    words: Words, at: int, memory: Memory, earlier: Sequence[Found]
) -> tuple[Found | None, bool]:
    """Such as "according to X": who, and whether it replaces the attribution before it.

    "a spokesperson said, according to the Gazette" is one attribution of two hops.
    """
    phrase = forward(words, at + 2)
    hops = speaker.hops(words, phrase, memory)
    if not hops or words.quoted[at]:
        return None, False
    if earlier and hops[0].kind is SourceKind.HEARSAY and at - earlier[-1].cue[1] <= 4:
        return None, False  # "Huang said, according to a transcript"
    subject = (phrase.first, phrase.last)
    if earlier and _is_outlet(hops) and 0 <= at - earlier[-1].cue[1] <= 8:
        before = earlier[-1]
        if not _is_outlet(before.hops) and words.at(at - 1) == ",":
            return before.via(hops), True
    if at == 0 or (at < 4 and not scope.has_finite(words, 0, at - 1)):
        around = scope.after(words, 0)
    else:
        around = scope.before(words, at, phrase.last, _floor(earlier, at))
    lows = words.low[phrase.first : phrase.last + 1]
    is_document = not word_set("heads", "documents").isdisjoint(lows)
    rule = "according_to_document" if is_document else "according_to"
    return Found(rule, hops, (at, at + 1), around, subject, False), False


def _is_outlet(hops: tuple[Hop, ...]) -> bool:
    return hops[0].kind is SourceKind.OUTLET


def _floor(earlier: Sequence[Found], at: int) -> int:
    """Where the clause before a source may start: after the previous attribution's subject."""
    ends = [found.cue[1] + 1 for found in earlier if found.cue[1] < at and found.rule == "trailing"]
    return max(ends, default=0)


def citing(
    words: Words, at: int, memory: Memory, earlier: Sequence[Found]
) -> tuple[Found | None, bool]:
    """Such as "Reuters reported, citing two people": the source of what stands before it.

    "citing fears of espionage" cites nobody.
    """
    phrase = forward(words, at + 1)
    hops = speaker.hops(words, phrase, memory)
    if not hops or words.quoted[at]:
        return None, False
    if earlier:
        before = earlier[-1].citing(hops)
        leads = before.scope[0] <= before.cue[0] < 4  # "According to X, citing Y, ..."
        if not leads and before.scope[0] < at - 1 <= before.scope[1]:
            before = replace(before, scope=(before.scope[0], at - 1))
        return before, True
    first = leading(words, at)
    subject = (phrase.first, phrase.last)
    if first and _is_outlet(first):
        around = scope.after(words, min(phrase.last + 1, len(words) - 1))
        if words.at(phrase.last + 1) in (".", ""):
            around = (0, at - 1)
        return Found("citing", (*first, *hops), (at, at), around, subject, False), False
    return Found("citing", hops, (at, at), (0, len(words) - 1), subject, False), False


def by(words: Words, at: int, memory: Memory) -> Found | None:
    """Such as "as reported by Reuters", "a sheet seen by the FT", "as told in the Register"."""
    word = words.low[at]
    is_as = words.at(at - 1) == "as" or words.at(at - 2) == "as"
    link = words.at(at + 1)
    if words.quoted[at] or not (link == "by" or (is_as and link == "in")):
        return None
    if word in word_set("phrases", "by_as") and not is_as:
        return None
    phrase = forward(words, at + 2)
    hops = speaker.hops(words, phrase, memory)
    if not hops or (word in word_set("phrases", "by_outlet") and not _is_outlet(hops)):
        return None
    if (
        not is_as
        and word not in word_set("phrases", "by_outlet")
        and hops[0].kind is SourceKind.UNNAMED
    ):
        return None
    around = scope.after(words, 0)
    return Found("by", hops, (at, at + 1), around, (phrase.first, phrase.last), False)


def adverb(words: Words, at: int) -> Found | None:
    """Such as "reportedly": somebody says so, nobody is named."""
    if words.quoted[at]:
        return None
    hop = Hop(SourceKind.HEARSAY, "", words.evidence(at, at, "hearsay"))
    around = scope.phrase_around(words, at)
    return Found("adverb", (hop,), (at, at), around, None, False)


def headline(words: Words, memory: Memory) -> Found | None:
    """The credit that ends a headline: "Huawei readies new chip - Reuters", "...: report"."""
    if words.sentence.kind is BlockKind.BODY or len(words) < 5:
        return None
    marks = [at for at in range(len(words) - 4, len(words) - 1) if words.low[at] in _DASHES]
    if not marks:
        return None
    first, last = marks[-1] + 1, len(words) - 1
    named = words.starting(first)
    is_outlet = named is not None and named.mention.actor.kind.value == "outlet"
    if not is_outlet and not (first == last and words.low[first] in _CREDIT):
        return None
    phrase = teller.Phrase(first, last)
    hops = speaker.hops(words, phrase, memory)
    if not hops:
        return None
    return Found("headline", hops, (first, last), (0, first - 2), (first, last), False)
