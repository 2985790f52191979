"""Verbs of saying: "Nvidia said it ...", "..., the sources said", "...," said Mr Lin.

To add a verb: a line in lexicon/cues.toml.  To add a form: a function here that gives a Found, its
call in ``read``, and rows in tests/corpus/attribution.csv, some of which must find nothing.
"""

from collections.abc import Sequence

from timeline.attribution import passives, scope, speaker, teller
from timeline.attribution.complement import Right, forward, right_of
from timeline.attribution.cues import Cue, verbs, word_set
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.subject import PRONOUNS, Left, left_of
from timeline.attribution.words import BREAKS, Words
from timeline.model import ActorKind, Evidence, Hop, SourceKind, Span

_ANYBODY = (Hop(SourceKind.PERSON, "", Evidence(Span(0, 0), "", "")),)
_OUTLET_ONLY = frozenset(("learn", "understand"))
_NO_THING = frozenset(
    ("show", "find", "suggest", "indicate", "hold", "reveal", "rule", "underline", "underscore")
)


def read(
    words: Words, at: int, end: int, cue: Cue, memory: Memory, earlier: Sequence[Found]
) -> Found | None:
    """The attribution by the verb at ``at`` (a phrasal one ends at ``end``), None if none."""
    if words.quoted[at] or _is_noun(words, end, cue):
        return None
    if cue.form == "ing":
        return _participle(words, at, end, cue, memory, earlier)
    if words.at(at - 1) in word_set("phrases", "passives") or passives.is_passive(words, at):
        return passives.read(words, at, end, cue, memory)
    right = right_of(words, cue, end)
    left = left_of(words, at, cue)
    if left is not None and right is not None:
        hops = _speakers(words, left, cue, memory)
        found = _said(words, (at, end), cue, left, right, hops, earlier) if hops else None
        if found:
            return _heard(words, found, right, memory)
    if right is not None and words.at(at - 1) in ("and", "but"):
        return _joined(words, (at, end), cue, right, earlier)
    return _inverted(words, at, end, cue, memory)


def _is_noun(words: Words, end: int, cue: Cue) -> bool:
    """Whether the next word is the verb: "media reports say", "claims made by"."""
    after = verbs().get(words.at(end + 1))
    return cue.form in ("s", "base") and after is not None and after.form in ("base", "past")


def _joined(
    words: Words, verb: scope.Range, cue: Cue, right: Right, earlier: Sequence[Found]
) -> Found | None:
    """Such as "the court turned down the appeal and held that": the sentence's own subject."""
    if right.frame not in ("that", "quote") or not _fits(words, cue, right, _ANYBODY):
        return None
    hops = earlier[-1].hops if earlier else leading(words, verb[0])
    if not hops or cue.form == "base":
        return None
    return Found("joined", hops, verb, scope.after(words, right.start))


def _speakers(words: Words, left: Left, cue: Cue, memory: Memory) -> tuple[Hop, ...]:
    """Who the subject is."""
    at = left.phrase.first
    evidence = words.evidence(left.phrase.first, left.phrase.last, "pronoun")
    if left.word == "we":
        if cue.lemma in word_set("phrases", "self_lemmas") and cue.form != "base":
            return (Hop(SourceKind.SELF, "self", evidence),)
        return ()
    if left.word in PRONOUNS:
        return _pronoun(words, at, left.word, memory)
    if left.word == "which" and cue.lemma in _NO_THING:
        return ()
    hops = speaker.hops(words, left.phrase, memory)
    if cue.lemma in _OUTLET_ONLY and (not hops or hops[0].kind is not SourceKind.OUTLET):
        return ()
    return hops


def _pronoun(words: Words, at: int, word: str, memory: Memory) -> tuple[Hop, ...]:
    """Whom a pronoun means: "they" who last spoke, else the actor that it stands for.

    "he" is a speaker by himself, whoever had heard him before.
    """
    before = memory.pronoun(word)
    if word == "they" and before and before[-1].kind is SourceKind.UNNAMED:
        return before
    own = words.starting(at)
    if own is not None and own.mention.actor.kind is not ActorKind.PRODUCT:
        return (teller.hop(words, own, None, memory),)
    return before if word == "they" else before[-1:]


def _said(
    words: Words,
    verb: scope.Range,
    cue: Cue,
    left: Left,
    right: Right,
    hops: tuple[Hop, ...],
    earlier: Sequence[Found],
) -> Found | None:
    """The attribution of a verb with its subject before it, by what follows the verb."""
    subject = (left.phrase.first, left.phrase.last)
    is_closing = _closes(words, left.first)
    if right.frame == "end" and words.at(left.first - 1) == "as":
        return Found("as_said", hops, verb, (0, len(words) - 1), subject)
    if right.frame == "end":
        if not cue.frames & {"quote", "hearer"} or not is_closing:
            return None
        floor = _floor(words, left.first, earlier)
        around = scope.before(words, left.first, max(verb[1], right.start - 1), floor)
        return Found("trailing", hops, verb, around, subject)
    if right.frame == "quote" and cue.frames & {"quote", "hearer"}:
        first = 0 if is_closing else right.start
        return Found("quote", hops, verb, (first, len(words) - 1), subject)
    if not _fits(words, cue, right, hops):
        return None
    start = verb[0] if _is_act(words, cue, right) else right.start
    around = scope.of_clause(words, start) if right.frame == "that" else scope.after(words, start)
    return Found("subject_verb", hops, verb, around, subject)


def _floor(words: Words, subject: int, earlier: Sequence[Found]) -> int:
    """Where the clause before "..., Nvidia said" starts if somebody else spoke before it."""
    if not earlier or earlier[-1].rule == "adverb":
        return 0
    for at in range(subject - 2, earlier[-1].cue[1], -1):
        if words.low[at] in (",", ";") and not words.quoted[at]:
            return at + 1
    return earlier[-1].cue[1] + 1


def _closes(words: Words, subject: int) -> bool:
    """Whether the words before the subject are what it says: "..., Nvidia said"."""
    first = subject - 1
    if words.at(first) == "the":
        first -= 1
    if words.at(first) not in (",", "”", '"', "–", "—", "--", "?", "!", "-", ":", "'", "’"):
        return False
    return first > 0


def _is_act(words: Words, cue: Cue, right: Right) -> bool:
    """Whether the verb takes a noun ("stressed its commitment"): then the verb is in the scope."""
    if right.frame in ("of", "to"):
        return True
    return right.frame == "clause" and not _is_clause(words, cue, right.start)


def _is_clause(words: Words, cue: Cue, start: int) -> bool:
    """Whether a clause without "that" follows: "said it would", "reported Baidu had bought"."""
    if cue.lemma == "say":
        return True
    if not cue.frames & {"clause", "quote", "hearer"}:
        return False
    for at in range(start, min(start + 10, len(words))):
        if words.low[at] in BREAKS or words.low[at] in ("which", "who", "that"):
            return False
        if words.low[at] in word_set("phrases", "finite"):
            return at > start
    return False


def _fits(words: Words, cue: Cue, right: Right, hops: tuple[Hop, ...]) -> bool:
    """Whether the verb may be followed by this."""
    if right.frame == "that":
        return bool(cue.frames & {"that", "clause", "hearer"})
    if right.frame == "of":
        return "of" in cue.frames or (cue.lemma == "tell" and right.hearer is not None)
    if right.frame == "to":
        return "to" in cue.frames
    if right.frame != "clause":
        return False
    if _is_clause(words, cue, right.start):
        return True
    if "news" in cue.frames and hops[0].kind is SourceKind.OUTLET:
        return True
    if "figure" in cue.frames:
        return _is_figure(words, right.start)
    if "attitude" in cue.frames:
        window = words.low[right.start : right.start + 5]
        return not word_set("phrases", "attitudes").isdisjoint(window)
    return "np" in cue.frames and hops[0].kind is not SourceKind.HEARSAY


def _is_figure(words: Words, start: int) -> bool:
    """Whether "put the value at $7 billion" follows."""
    for at in range(start + 1, min(start + 18, len(words) - 1)):
        if words.low[at] in (",", ";", "."):
            return False
        if words.low[at] == "at" and not words.at(at + 1)[:1].isalpha():
            return True
    return False


def _heard(words: Words, found: Found, right: Right, memory: Memory) -> Found:
    """With the outlet that heard it before the speaker: "told Reuters"."""
    if right.hearer is None:
        return found
    hops = speaker.hops(words, right.hearer, memory)
    outlet = tuple(hop for hop in hops[:1] if hop.kind is SourceKind.OUTLET)
    return found.via(outlet) if outlet and found.hops[0] != outlet[0] else found


def _inverted(words: Words, at: int, end: int, cue: Cue, memory: Memory) -> Found | None:
    """Such as "...," said Charlie Chai, an analyst; "no leap, said one of the people"."""
    before = words.at(at - 1)
    if before not in (",", "”", '"', "?", "!", "–", "—") or "quote" not in cue.frames or at < 2:
        return None
    if cue.form not in ("past", "s"):
        return None
    phrase = forward(words, end + 1)
    if phrase.first > phrase.last or words.at(phrase.first) in (
        "on",
        "in",
        "that",
        "it",
        "to",
        "by",
    ):
        return None
    hops = speaker.hops(words, phrase, memory)
    if not hops:
        return None
    around = scope.before(words, at, phrase.last)
    return Found("inverted", hops, (at, end), around, (phrase.first, phrase.last))


def _participle(
    words: Words, at: int, end: int, cue: Cue, memory: Memory, earlier: Sequence[Found]
) -> Found | None:
    """Such as ", adding that ...": the speaker before it, else the sentence's subject."""
    if words.at(at - 1) not in (",", "by", "while", "–", "—", "and", "”", '"'):
        return None
    right = right_of(words, cue, end)
    if right is None or right.frame == "end":
        return None
    hops = earlier[-1].hops if earlier else leading(words, at)
    if words.at(at - 1) == "by":
        hops = _replying(words, at - 2, memory) or hops
    if not hops or not (right.frame == "quote" or _fits(words, cue, right, hops)):
        return None
    start = at if right.frame in ("clause", "of") else right.start
    return Found("participle", hops, (at, end), scope.after(words, start))


def _replying(words: Words, at: int, memory: Memory) -> tuple[Hop, ...]:
    """The subject of the verb before "by": "Beijing replied by accusing"."""
    cue = verbs().get(words.at(at))
    left = left_of(words, at, cue) if cue else None
    return _speakers(words, left, cue, memory) if left and cue else ()


def leading(words: Words, limit: int) -> tuple[Hop, ...]:
    """The actor that a sentence is about, before the word ``limit``."""
    mentions = [named.mention for named in words.named]
    return teller.leading(words.sentence, mentions, words.starts[limit])
