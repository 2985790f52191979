"""A sentence made ready for matching: tokens, verbs, clauses, placed mentions, marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.claims.clauses import Clause, split, verbs
from timeline.claims.frames import frames
from timeline.claims.slots import Placed, first_verb, place
from timeline.claims.tokens import Token
from timeline.model import ActorKind, ActorMention, Sentence

MONEY = ("$", "€", "£", "¥")
_CURRENCIES = frozenset(
    {"dollar", "dollars", "yuan", "euro", "euros", "pounds", "yen", "rmb", "usd", "won"}
)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence made ready: tokens, clauses, placed mentions, and what each clause holds."""

    tokens: Sequence[Token]
    verb: Sequence[bool]
    clauses: Sequence[Clause]
    placed: Sequence[Placed]
    marks: Sequence[Sequence[str]]  # per token: lemma, form and flags


def view(sentence: Sentence, actors: Sequence[ActorMention]) -> View:
    tokens = frames().folder.tokens(sentence.text, sentence.span.start)
    verb = verbs(tokens)
    placed = place(tokens, verb, actors)
    for p in placed:  # no verb stands within a name: "Best Buy", "Cadence Design Systems"
        verb[p.first : p.last] = [False] * (p.last - p.first)
    return View(tokens, verb, split(tokens, verb), placed, _marks(tokens, placed))


def borrowed(of: View, n: int) -> Sequence[Sequence[str]]:
    """What a clause without a subject of its own has before it: "the list, which was updated"."""
    clause = of.clauses[n]
    if clause.parent is None or clause.kind == "complement":
        return ()
    if clause.kind == "relative":
        return of.marks[max(0, clause.start - 7) : clause.start]
    if first_verb(of.verb, clause) > clause.start + 2:
        return ()
    parent = of.clauses[clause.parent]
    verb = first_verb(of.verb, parent)
    return of.marks[parent.start : verb]


def _marks(tokens: Sequence[Token], placed: Sequence[Placed]) -> list[list[str]]:
    """What each token counts as: its lemma, its form, the parts of a compound, flags."""
    marks = [[t.lemma, t.lower] for t in tokens]
    for i, (_, _, _, lower, lemma) in enumerate(tokens):
        if "_" in lemma:
            marks[i] += lemma.split("_")
        elif "-" in lower:
            marks[i] += lower.split("-")
        if lower[0].isdigit() or lower[0] in MONEY:
            marks[i] += _figure(tokens, i)
    for p in placed:
        flag = _FLAGS.get(p.mention.actor.kind, "")
        for i in range(p.first, p.last):
            marks[i].append(flag)
    return marks


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
    yield "@number"
    following = {t.lower for t in tokens[i + 1 : i + 4]}
    if lower.endswith("%") or following & {"percent", "%"} or "per" in following:
        yield "@percent"
    if lower[:1] in MONEY or following & _CURRENCIES:
        yield "@money"
    if i and tokens[i - 1].lower in ("us$", "hk$", "rmb", "$"):
        yield "@money"
