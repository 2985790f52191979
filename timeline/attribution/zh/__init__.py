"""Who is said to say what in a Chinese sentence.

``cues`` finds the words of saying, ``tellers`` who says them, ``phrases`` what needs no verb:
"据路透社报道", "据悉", "美国商务部：".  Words are in lexicon/cues_zh.toml.
"""

from collections.abc import Sequence

from timeline.attribution.memory import Memory
from timeline.attribution.zh import cues, phrases, tellers
from timeline.attribution.zh.cues import Cue, answers, lemma, no_comment
from timeline.attribution.zh.found import Text, ready
from timeline.model import ActorMention, Attribution, Hop, Sentence, SourceKind, Span

__all__ = ["answers", "lemma", "no_comment", "of_sentence"]

_SPEAKERS = (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON)
_OUTLETS = (SourceKind.OUTLET, SourceKind.HEARSAY, SourceKind.UNNAMED)
_ACTS = frozenset({"urge", "deny", "oppose", "criticise", "welcome", "warn", "respond"})
_REPORTS = frozenset({"report", "say", "reveal", "note", "write", "tell"})
_CLOSE = 20  # characters: "引述消息人士的话表示"


def of_sentence(
    sentence: Sentence, mentions: Sequence[ActorMention], memory: Memory, *, is_open: bool
) -> tuple[Attribution, ...]:
    """The attributions of one sentence, in the order of their cues.

    "据路透社报道，知情人士透露，商务部已致函" gives Reuters, then the unnamed sources, for one.
    """
    text = ready(sentence, mentions)
    found: list[Attribution] = []
    opening = phrases.opening(text, memory) or phrases.headline(text, sentence.kind, memory)
    if opening is not None:
        found.append(opening)
    floor = phrases.floor(text, opening)
    for cue in cues.find(text.plain):
        one = _read(text, cue, floor, found, memory)
        if one is None:
            continue
        if found and _is_same(found[-1], one):
            found.pop()
        found.append(one)
        floor = cue.end
    if not found and is_open and memory.last and memory.now - memory.spoke < 2:
        found = [_continued(text, memory)]
    for one in found:
        memory.keep(one.hops)
    return tuple(found)


def _continued(text: Text, memory: Memory) -> Attribution:
    """A sentence of a quotation whose speaker was named before it."""
    whole = text.evidence(0, len(text.text), "continued_quote")
    is_speech = memory.last[-1].kind in _SPEAKERS
    return Attribution(whole.span, memory.last, whole, is_speech, whole.span)


def _is_same(last: Attribution, one: Attribution) -> bool:
    """Whether an attribution only goes on with the last: "路透社报道，知情人士透露"."""
    if last.scope == one.scope:
        return True
    begins = one.subject is not None and last.scope.start == one.subject.start
    cited = {hop.name for hop in last.hops} <= {hop.name for hop in one.hops}
    return cited and (begins or one.cue.span.start - last.cue.span.end < _CLOSE)


def _read(
    text: Text, cue: Cue, floor: int, found: Sequence[Attribution], memory: Memory
) -> Attribution | None:
    """The attribution that a word of saying makes, None where it makes none."""
    if cue.start < floor or text.is_quoted(cue.start) or phrases.is_noun(text, cue):
        return None
    last = found[-1] if found else None
    if last is not None and _is_inside(last, cue, text):
        return None
    hops, subject = tellers.subject(text, cue, floor, memory)
    if not hops or subject is None or not _may_say(hops, cue):
        return None
    if last is not None and last.hops[0].kind in _OUTLETS:
        hops = _joined(last.hops, hops)
    scope = phrases.scope(text, cue, subject, is_act=cue.lemma in _ACTS)
    return None if scope is None else _attribution(text, cue, hops, subject, scope)


def _is_inside(last: Attribution, cue: Cue, text: Text) -> bool:
    """Whether somebody is already speaking there: "商务部表示，中方敦促"."""
    at = Span(text.offset + cue.start, text.offset + cue.end)
    return last.scope.holds(at) and last.is_speech


def _may_say(hops: Sequence[Hop], cue: Cue) -> bool:
    """Whether such a teller says so by such a word: no outlet "announces"."""
    if hops[0].kind is SourceKind.OUTLET:
        return cue.lemma in _REPORTS or cue.lemma in ("predict", "stress")
    return cue.lemma != "report" or len(hops) > 1


def _joined(outer: Sequence[Hop], inner: Sequence[Hop]) -> tuple[Hop, ...]:
    names = {hop.name for hop in inner}
    return (*(hop for hop in outer if hop.name not in names), *inner)


def _attribution(
    text: Text, cue: Cue, hops: tuple[Hop, ...], subject: Span, scope: Span
) -> Attribution:
    is_speech = hops[-1].kind in _SPEAKERS
    return Attribution(
        scope, hops, text.evidence(cue.start, cue.end, "subject_verb"), is_speech, subject
    )
