"""Verbs of saying: "Nvidia said it ...", "..., the sources said", "...," said Mr Lin.

To add a verb: a line in lexicon/cues.toml.  To add a form: a function here that gives a Found, its
call in ``read``, and rows in tests/corpus/attribution.csv, some of which must find nothing.
"""

from collections.abc import Sequence

from timeline.attribution import participles, passives, scope, speaker, teller
from timeline.attribution.complement import Right, forward, right_of
from timeline.attribution.cues import Cue, verbs, word_set
from timeline.attribution.fitting import fits, says_clause
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.subject import PRONOUNS, Left, left_of
from timeline.attribution.words import BREAKS, Words
from timeline.model import ActorKind, Evidence, Hop, SourceKind, Span
from timeline.values import dataclass, replace

_ANYBODY = (Hop(SourceKind.PERSON, "", Evidence(Span(0, 0), "", "")),)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A verb of saying, its subject, who that is and what follows: "Nvidia | said | that ..."."""

    words: Words
    verb: scope.Range
    cue: Cue
    left: Left
    right: Right
    hops: tuple[Hop, ...]

    @property
    def subject(self) -> scope.Range:
        return self.left.phrase.first, self.left.phrase.last

    def found(self, rule: str, around: scope.Range) -> Found:
        return Found(rule, self.hops, self.verb, around, self.subject)


def read(
    words: Words, at: int, end: int, cue: Cue, memory: Memory, earlier: Sequence[Found]
) -> Found | None:
    """The attribution by the verb at ``at`` (a phrasal one ends at ``end``), None if none."""
    if words.quoted[at] or _is_noun(words, end, cue):
        return None
    if cue.form == "base" and words.at(at - 1) == "says":
        return None
    begins = at
    if cue.form == "ing":
        begins = _progressive(words, at)
        if begins == at:
            replying = _replying(words, at - 2, memory) if words.at(at - 1) == "by" else ()
            return participles.read(words, at, end, cue, memory, earlier, replying)
        cue = replace(cue, form="past")
    elif words.at(at - 1) in word_set("phrases", "passives") or passives.is_passive(words, at):
        return passives.read(words, at, end, cue, memory)
    right = right_of(words, cue, end)
    left = left_of(words, begins, cue)
    if left is not None and right is not None:
        hops = _speakers(words, left, cue, memory)
        saying = _Saying(words, (at, end), cue, left, right, hops)
        found = _said(saying, earlier) if hops else None
        if found:
            return participles.heard(words, found, right)
    if right is not None and words.at(begins - 1) in ("and", "but"):
        return _joined(words, (at, end), cue, right, earlier)
    return _inverted(words, at, end, cue, memory)


def _progressive(words: Words, at: int) -> int:
    """Where "is warning", "has been saying" begins; ``at`` where no helper stands before it."""
    back = at - 1
    while words.at(back) in word_set("phrases", "skip") and at - back < 4:
        back -= 1
    if words.at(back) not in word_set("phrases", "passives"):
        return at
    has_been = words.at(back) == "been" and words.at(back - 1) in word_set("phrases", "skip")
    return back - 1 if has_been else back


def _is_noun(words: Words, end: int, cue: Cue) -> bool:
    """Whether the next word is the verb: "media reports say", "claims made by"."""
    after = verbs().get(words.at(end + 1))
    is_noun = cue.form in ("s", "base") and after is not None and after.form in ("base", "past")
    return is_noun and words.at(end) != "says"  # "China Bans Chip, Says Report"


def _joined(
    words: Words, verb: scope.Range, cue: Cue, right: Right, earlier: Sequence[Found]
) -> Found | None:
    """Such as "the court turned down the appeal and held that": the sentence's own subject."""
    is_clause = right.frame == "clause" and says_clause(words, cue, right.start)
    is_that = right.frame == "that" and fits(words, cue, right, _ANYBODY)
    if not (right.frame == "quote" or is_that or is_clause):
        return None
    hops = earlier[-1].hops if earlier else participles.leading(words, verb[0])
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
        return _pronoun(words, at, left.word, memory, closes=_closes(words, at))
    if left.word == "which" and cue.lemma in word_set("phrases", "of_things"):
        return ()
    hops = speaker.hops(words, left.phrase, memory)
    if not hops or hops[0].actor is None or hops[0].actor.kind is ActorKind.FIRMS:
        hops = _with_others(words, at) or hops
    if cue.lemma == "report" and hops and _is_unknown(hops[0]):
        return (replace(hops[0], kind=SourceKind.OUTLET), *hops[1:])
    if cue.lemma in word_set("phrases", "outlet_only") and (
        not hops or hops[0].kind is not SourceKind.OUTLET
    ):
        return ()
    return hops


def _with_others(words: Words, first: int) -> tuple[Hop, ...]:
    """Who speaks beside others that nobody knows: "Lisa Su and several suppliers warned"."""
    own = words.ending(first - 2) if words.at(first - 1) == "and" else None
    if own is None or not (own.first == 0 or words.at(own.first - 1) in BREAKS):
        return ()
    return (teller.hop(words, own, None),)


def _is_unknown(hop: Hop) -> bool:
    """Whether a teller is one word that no list knows: of those, outlets report."""
    return hop.kind is SourceKind.PERSON and hop.actor is None and " " not in hop.name


def _pronoun(words: Words, at: int, word: str, memory: Memory, *, closes: bool) -> tuple[Hop, ...]:
    """Whom a pronoun means: "they" who last spoke, else the actor that it stands for.

    "he" is a speaker by himself, whoever had heard him before.  After what is said ("..., it
    said") it is who has just spoken, whatever the words are about.
    """
    before = memory.pronoun(word)
    if word == "they" and before and before[-1].kind is SourceKind.UNNAMED:
        return before
    going_on = memory.going_on(word, closes=closes)
    if going_on:
        return going_on[-1:]
    own = words.starting(at)
    if own is not None and own.mention.actor.kind is not ActorKind.PRODUCT:
        return (teller.hop(words, own, None, memory),)
    return before if word == "they" else before[-1:]


def _said(saying: _Saying, earlier: Sequence[Found]) -> Found | None:
    """The attribution of a verb with its subject before it, by what follows the verb."""
    words, cue, right = saying.words, saying.cue, saying.right
    first = saying.left.first
    if words.at(first - 1) in ("”", '"') and right.frame in ("that", "clause"):
        right = Right("end", saying.verb[1] + 1)  # "“...,” Trump said after a ruling that"
    if words.at(first - 1) == "what":
        return None  # "what she called a mistake"
    if right.frame == "clause" and words.at(right.start) in word_set("grammar", "finite"):
        return None  # "firms that it says are linked to the army"
    if right.frame == "end":
        return _trailing(replace(saying, right=right), earlier)
    if right.frame == "quote" and cue.frames & {"quote", "hearer"}:
        start = 0 if _closes(words, first) else right.start
        return saying.found("quote", (start, len(words) - 1))
    if not fits(words, cue, right, saying.hops):
        return None
    start = saying.verb[0] if _is_act(words, cue, right) else right.start
    around = scope.of_clause(words, start) if right.frame == "that" else scope.after(words, start)
    return saying.found("subject_verb", around)


def _trailing(saying: _Saying, earlier: Sequence[Found]) -> Found | None:
    """The attribution of a verb that ends what is said: "..., Nvidia said", "as Reuters wrote"."""
    words, verb, first = saying.words, saying.verb, saying.left.first
    named = words.texts[verb[0]].istitle() and not words.low[verb[0]].endswith(("s", "d"))
    if named and "the" in words.texts[max(saying.subject[0] - 1, 0) : verb[0]]:
        return None  # "a framework, the AI Diffusion Rule"
    is_outlet = saying.hops[0].kind is SourceKind.OUTLET
    if words.at(first - 1) == "as":
        is_apart = first < 2 or words.at(first - 2) in BREAKS
        if not is_apart and not is_outlet:
            return None  # "not as large as investors think"
        return saying.found("as_said", (0, len(words) - 1))
    if not saying.cue.frames & {"quote", "hearer"} or not _closes(words, first):
        return None
    floor = 0 if is_outlet else _floor(words, first, earlier)  # it tells of others who say
    around = scope.before(words, first, max(verb[1], saying.right.start - 1), floor)
    return saying.found("trailing", around)


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
    return right.frame == "clause" and not says_clause(words, cue, right.start)


def _inverted(words: Words, at: int, end: int, cue: Cue, memory: Memory) -> Found | None:
    """Such as "...," said Charlie Chai, an analyst; "no leap, said one of the people"."""
    before = words.at(at - 1)
    if before not in (",", "”", '"', "?", "!", "–", "—") or "quote" not in cue.frames or at < 2:
        return None
    if cue.form not in ("past", "s"):
        return None
    phrase = forward(words, end + 1)
    if phrase.first > phrase.last or words.at(phrase.first) in word_set("grammar", "uninverted"):
        return None
    if words.at(phrase.last + 1) in word_set("phrases", "finite"):
        return None  # "..., says the EU must stand firm"
    hops = speaker.hops(words, phrase, memory)
    if not hops:
        return None
    around = scope.before(words, at, phrase.last)
    return Found("inverted", hops, (at, end), around, (phrase.first, phrase.last))


def _replying(words: Words, at: int, memory: Memory) -> tuple[Hop, ...]:
    """The subject of the verb before "by": "Beijing replied by accusing"."""
    cue = verbs().get(words.at(at))
    left = left_of(words, at, cue) if cue else None
    return _speakers(words, left, cue, memory) if left and cue else ()


def noun(words: Words, at: int, memory: Memory) -> Found | None:
    """Such as "Beijing issued a warning that it would answer": a verb gives, a noun says."""
    gives = word_set("phrases", "gives")
    verb = next((k for k in range(at - 1, max(at - 5, 0), -1) if words.low[k] in gives), None)
    if verb is None or words.quoted[at]:
        return None
    left = left_of(words, verb, Cue("give", "past", frozenset()))
    hops = _speakers(words, left, Cue("give", "past", frozenset()), memory) if left else ()
    if not left or not hops or at + 2 >= len(words):
        return None
    subject = (left.phrase.first, left.phrase.last)
    return Found("noun", hops, (verb, at), scope.of_clause(words, at + 2), subject)
