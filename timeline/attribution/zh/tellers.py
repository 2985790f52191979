"""Who tells: the mention, or the word for somebody named before, that a verb of saying has."""

import re
from collections.abc import Iterator

from timeline.attribution import teller
from timeline.attribution.memory import Memory
from timeline.attribution.zh.cues import Cue, words
from timeline.attribution.zh.found import Text
from timeline.lexicon import han, texts
from timeline.model import ActorKind, ActorMention, Evidence, Hop, SourceKind, Span, Use

_BREAK = re.compile(
    r"[，；。！？]|[,：](?!\d)|(?<=[\u4e00-\u9fff”》%])[ \u3000](?=[\u4e00-\u9fff“《\d])"
)  # a blank divides a headline
_FAR = 40  # characters between a speaker and the word of saying within one clause
_CLAUSES = 3


def subject(
    text: Text, cue: Cue, floor: int, memory: Memory
) -> tuple[tuple[Hop, ...], Span | None]:
    """Who says it, and where that stands: in the cue's own clause, else in those before it."""
    end = cue.start
    for start in _starts(text.plain, cue.start, floor):
        here = list(_speaking(text, start, end))
        if here:
            hops = tuple(hop(mention, memory) for mention in here)
            first, last = here[0].span, here[-1].span
            return hops, Span(first.start, last.end)
        noun = _noun(text, start, end, memory)
        if noun is not None:
            return noun
        if end - start > _FAR * 2:
            break
        end = start
    return (), None


def _starts(plain: str, at: int, floor: int) -> Iterator[int]:
    """Where the clause of ``at`` begins, then the one before it, and so on."""
    for _ in range(_CLAUSES):
        breaks = [b.end() for b in _BREAK.finditer(plain, floor, max(at, floor))]
        start = breaks[-1] if breaks else floor
        if start == at and breaks:
            start = breaks[-2] if len(breaks) > 1 else floor
        yield start
        if start <= floor:
            return
        at = start - 1


def _speaking(text: Text, start: int, end: int) -> Iterator[ActorMention]:
    """The mentions of a clause that may be its subject: the first, and what is joined to it."""
    first: ActorMention | None = None
    aside = text.plain.startswith(words("grammar", "aside"), start)
    for mention in text.within(start, end):
        left = mention.span.start - text.offset
        if mention.actor.kind is ActorKind.PRODUCT or text.is_quoted(left):
            continue
        if first is None:
            if mention.use is not Use.NOUN or text.is_governed(left, start):
                continue
            if aside and not text.is_last(mention, end):
                continue
            first = mention
            yield mention
        elif text.joins(first, mention) or _is_cited(text, mention):
            yield mention


def _is_cited(text: Text, mention: ActorMention) -> bool:
    """Whether an outlet rests on this source: "路透社援引知情人士的话说"."""
    left = mention.span.start - text.offset
    return text.plain[:left].endswith(words("report", "citing"))


def hop(mention: ActorMention, memory: Memory) -> Hop:
    """A mention as a teller; who has once been named with an office stays official."""
    in_office = mention.actor.id in memory.officials or _in_office(mention)
    evidence = Evidence(mention.span, mention.text, f"actor:{mention.rule}")
    return teller.of(mention, evidence, in_office=in_office)


def _in_office(mention: ActorMention) -> bool:
    """Whether an office of the state stands before the name: "外交部发言人毛宁"."""
    if mention.actor.kind is not ActorKind.PERSON:
        return False
    offices = (*texts("roles_zh", "offices", "state"), *texts("roles_zh", "offices", "voice"))
    text = han.plain(mention.text)
    private = texts("roles_zh", "offices", "firm")
    return any(office in text for office in offices) and not any(o in text for o in private)


def _noun(
    text: Text, start: int, end: int, memory: Memory
) -> tuple[tuple[Hop, ...], Span | None] | None:
    """Who is meant by "报道称", "消息指", "声明还指出"."""
    clause = text.plain[start:end]
    for key in ("outlet", "speaker", "unnamed"):
        for word in words("nouns", key):
            at = clause.find(word)
            if at < 0 or at > 6 or len(clause) - at - len(word) > 8:
                continue
            span = Span(text.offset + start + at, text.offset + start + at + len(word))
            found = _before(key, span, text, memory)
            return found, span
    return None


def _before(key: str, span: Span, text: Text, memory: Memory) -> tuple[Hop, ...]:
    words_ = text.text[span.start - text.offset : span.end - text.offset]
    evidence = Evidence(span, words_, f"noun:{key}")
    if key == "unnamed":
        return (Hop(SourceKind.UNNAMED, teller.INSIDERS, evidence),)
    kinds = (
        (SourceKind.OUTLET,)
        if key == "outlet"
        else (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON)
    )
    told = memory.latest(*kinds)
    if told:
        last = told[-1] if key == "speaker" else told[0]
        return (Hop(last.kind, last.name, evidence, last.actor),)
    return (Hop(SourceKind.HEARSAY, "", evidence),) if key == "outlet" else ()
