"""What each clause of a sentence asserts.

``find`` is given the sentence, its timexes, its actors and who is said to say it; it fetches
nothing.  The words live in lexicon/event_types.toml and lexicon/status.toml.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.claims import slots as slots_
from timeline.claims import status as status_
from timeline.claims.clauses import Clause, is_verb, split, words
from timeline.claims.frames import Frame, event_types, frames
from timeline.claims.roles import participants
from timeline.claims.slots import Placed, Slot, place
from timeline.claims.titles import title
from timeline.claims.tokens import Token
from timeline.model import (
    Actor,
    ActorKind,
    ActorMention,
    Claim,
    Evidence,
    Sentence,
    Span,
    Status,
    Timex,
    TimexType,
)

__all__ = ["Candidate", "candidates", "event_types", "find", "frames", "look", "title"]

ActorOf = Callable[[str], Actor | None]
_MONEY = ("$", "€", "£", "¥")
_CURRENCIES = frozenset(
    {"dollar", "dollars", "yuan", "euro", "euros", "pounds", "yen", "rmb", "usd", "won"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits, or the reason why it does not (for ``explain``)."""

    clause: int
    trigger: int
    frame: Frame
    slots: tuple[Slot, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence made ready: tokens, clauses, placed mentions, and what each clause holds."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    placed: Sequence[Placed]
    marks: Sequence[frozenset[str]]  # per token: lemma, form and flags


def find(
    sentence: Sentence,
    timexes: Sequence[Timex],
    actors: Sequence[ActorMention],
    actor_of: ActorOf = lambda _id: None,
) -> tuple[Claim, ...]:
    """The claims of one sentence, in order; at most one of a type, unless dates differ.

    "Regulators urged firms to avoid the chip" gives one claim of procurement guidance.
    ``actor_of`` gives the actor of an id, so that a product can stand for its maker.
    """
    view = _view(sentence, actors)
    best: dict[int, Candidate] = {}
    for candidate in candidates(view):
        if candidate.refused:
            continue
        other = best.get(candidate.clause)
        if other is None or candidate.frame.weight > other.frame.weight:
            best[candidate.clause] = candidate
    claims = [_claim(sentence, view, c, timexes, actor_of) for _, c in sorted(best.items())]
    return tuple(_merged([c for c in claims if c is not None]))


def look(
    sentence: Sentence, actors: Sequence[ActorMention]
) -> tuple[Sequence[Token], Sequence[Clause], tuple[Candidate, ...]]:
    """Tokens, clauses and every frame tried, refused ones too: what ``explain`` shows."""
    view = _view(sentence, actors)
    return view.tokens, view.clauses, tuple(candidates(view))


def _view(sentence: Sentence, actors: Sequence[ActorMention]) -> _View:
    tokens = frames().folder.tokens(sentence.text, sentence.span.start)
    placed = place(tokens, actors)
    return _View(tokens, split(tokens), placed, _marks(tokens, placed))


def candidates(view: _View) -> Iterator[Candidate]:
    """Every frame whose trigger stands in some clause, fitting or refused with the reason."""
    lexicon = frames()
    for n, clause in enumerate(view.clauses):
        for i in range(clause.start, clause.end):
            lemma = view.tokens[i].lemma
            if lemma in lexicon.verbs and is_verb(view.tokens, i):
                yield from _tried(view, n, i, lexicon.verbs[lemma], verbal=True)
            if lemma in lexicon.nouns and not is_verb(view.tokens, i):
                yield from _tried(view, n, i, lexicon.nouns[lemma], verbal=False)


def _tried(
    view: _View, n: int, i: int, tried: Sequence[Frame], *, verbal: bool
) -> Iterator[Candidate]:
    around = tuple(slots_.around(view.tokens, view.clauses, view.placed, n, i, verbal=verbal))
    for frame in tried:
        yield Candidate(n, i, frame, around, _refusal(view, n, i, frame, around))


def _refusal(view: _View, n: int, i: int, frame: Frame, around: Sequence[Slot]) -> str:
    """Why the frame does not fit, "" if it does."""
    clause = view.clauses[n]
    before = frozenset[str]().union(*view.marks[clause.start : i])
    after = frozenset[str]().union(*view.marks[i + 1 : clause.end])
    for group, where in (
        *((g, before | after) for g in frame.needs),
        *((g, before) for g in frame.before),
        *((g, after) for g in frame.after),
    ):
        if not group & where:
            return f"none of {', '.join(sorted(group)[:6])}"
    if barred := frame.bars & (before | after):
        return f"barred by {min(barred)}"
    return _side_refusal(view, n, i, frame, around)


def _side_refusal(view: _View, n: int, i: int, frame: Frame, around: Sequence[Slot]) -> str:
    agents = [s.placed.mention.actor for s in around if s.name == "agent"]
    if frame.subject and agents and not any(slots_.is_side(a.kind, frame.subject) for a in agents):
        return f"{agents[0].name} is not of the side: {frame.subject}"
    if frame.owner and not any(slots_.is_side(a.kind, frame.owner) for a in agents):
        return f"no owner of the side: {frame.owner}"
    if frame.homeland and not _is_homeland(agents, around):
        return "the target is of another country than the agent"
    if frame.modal and not _has_modal(view, n, i):
        return "no word of possibility with the noun"
    if status_.is_negated(view.tokens, view.clauses[n], i):
        return "negated"
    return ""


def _is_homeland(agents: Sequence[Actor], around: Sequence[Slot]) -> bool:
    homes = {a.country for a in agents if a.country}
    wares = (ActorKind.COMPANY, ActorKind.PRODUCT)
    hit = {s.placed.mention.actor.country for s in around if s.placed.mention.actor.kind in wares}
    return not homes or not hit or bool(homes & hit)


def _has_modal(view: _View, n: int, i: int) -> bool:
    clause = view.clauses[n]
    near = view.tokens[max(clause.start, i - 6) : i]
    modal = words("speculation") | {"further", "additional", "fresh", "new", "more"}
    return any(t.lower in modal or t.lemma in modal for t in near)


def _marks(tokens: Sequence[Token], placed: Sequence[Placed]) -> list[frozenset[str]]:
    """What each token counts as: its lemma, its form, the parts of a compound, flags."""
    flags: list[set[str]] = [{t.lemma, t.lower} for t in tokens]
    for i, token in enumerate(tokens):
        if "_" in token.lemma:
            flags[i].update(token.lemma.split("_"))
        elif "-" in token.lower:
            flags[i].update(token.lower.split("-"))
        flags[i].update(_figure(tokens, i))
    for p in placed:
        flag = _FLAGS.get(p.mention.actor.kind, "")
        for i in range(p.first, p.last):
            flags[i].add(flag)
    return [frozenset(f) for f in flags]


_FLAGS = {
    ActorKind.STATE: "@state",
    ActorKind.BODY: "@state",
    ActorKind.OFFICIALS: "@state",
    ActorKind.COMPANY: "@company",
    ActorKind.FIRMS: "@firms",
    ActorKind.PERSON: "@person",
    ActorKind.OUTLET: "@outlet",
    ActorKind.SOURCE: "@source",
    ActorKind.PRODUCT: "@product",
}


def _figure(tokens: Sequence[Token], i: int) -> Iterator[str]:
    lower = tokens[i].lower
    if not (lower[:1].isdigit() or lower[:1] in _MONEY):
        return
    yield "@number"
    following = {t.lower for t in tokens[i + 1 : i + 4]}
    if lower.endswith("%") or following & {"percent", "%"} or "per" in following:
        yield "@percent"
    if lower[:1] in _MONEY or following & _CURRENCIES:
        yield "@money"
    if i and tokens[i - 1].lower in ("us$", "hk$", "rmb", "$"):
        yield "@money"


def _claim(
    sentence: Sentence,
    view: _View,
    candidate: Candidate,
    timexes: Sequence[Timex],
    actor_of: ActorOf,
) -> Claim | None:
    clause, trigger = view.clauses[candidate.clause], view.tokens[candidate.trigger]
    type_ = frames().types[candidate.frame.type]
    told, evidence = status_.decide(view.tokens, clause, candidate.trigger, candidate.frame, type_)
    cast, objects = participants(type_, candidate.slots, actor_of)
    span = _clause_span(view.tokens, clause)
    return Claim(
        span=span,
        text=_words(sentence, span),
        type=type_.id,
        status=told,
        trigger=Evidence(
            Span(trigger.start, trigger.end), trigger.text, f"claims.{type_.id}.{trigger.lemma}"
        ),
        status_evidence=evidence,
        participants=cast,
        timex=_nearest(timexes, span, trigger.start),
        clause=clause.kind,
        tense=status_.tense(view.tokens, clause, candidate.trigger),
        objects=objects,
        numbers=tuple(_numbers(view.tokens[clause.start : clause.end])),
    )


def _clause_span(tokens: Sequence[Token], clause: Clause) -> Span:
    start, end = clause.start, clause.end - 1
    while end > start and tokens[end].lower in (",", ";", "and", "but", "—", "–"):
        end -= 1
    return Span(tokens[start].start, tokens[end].end)


def _words(sentence: Sentence, span: Span) -> str:
    offset = sentence.span.start
    return sentence.text[span.start - offset : span.end - offset]


def _nearest(timexes: Sequence[Timex], span: Span, at: int) -> Timex | None:
    """The time expression of this clause that stands nearest to its trigger."""
    inside = [
        t
        for t in timexes
        if span.holds(t.span)
        and t.interval is not None
        and t.type in (TimexType.DATE, TimexType.TIME)
    ]
    return min(inside, key=lambda t: (abs(t.span.start - at), t.span.start), default=None)


def _numbers(tokens: Sequence[Token]) -> Iterator[str]:
    """Figures with their scale: "$3.7 billion" -> "$3.7 billion", "12%", "1,600"."""
    for i, token in enumerate(tokens):
        if not (token.lower[:1].isdigit() or token.lower[:1] in _MONEY):
            continue
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if token.lower.endswith("%"):
            yield token.lower
        elif after in ("percent", "%") or after == "per":
            yield f"{token.lower}%"
        elif after in ("billion", "million", "trillion"):
            yield f"{token.text} {after}"
        elif token.lower[:1] in _MONEY or "," in token.text:
            yield token.text


def _merged(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of one type in one sentence are one, unless each has a date of its own."""
    kept: list[Claim] = []
    for claim in claims:
        twin = next((k for k in kept if _same(k, claim)), None)
        if twin is None:
            kept.append(claim)
        else:
            kept[kept.index(twin)] = _joined(twin, claim)
    yield from kept


def _same(a: Claim, b: Claim) -> bool:
    dated_apart = a.timex is not None and b.timex is not None and a.timex != b.timex
    unsure = (Status.SPECULATION, Status.FORECAST)
    return a.type == b.type and not dated_apart and (a.status in unsure) == (b.status in unsure)


def _joined(a: Claim, b: Claim) -> Claim:
    known = {(p.actor.id, p.role) for p in a.participants}
    named = {p.actor.id for p in a.participants}
    more = tuple(
        p for p in b.participants if (p.actor.id, p.role) not in known and p.actor.id not in named
    )
    objects = {o.text: o for o in (*b.objects, *a.objects)}
    return replace(
        a,
        participants=a.participants + more,
        timex=a.timex or b.timex,
        objects=tuple(objects[k] for k in sorted(objects)),
        numbers=tuple(dict.fromkeys((*a.numbers, *b.numbers))),
    )
