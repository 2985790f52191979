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
    marks: Sequence[frozenset[str]]  # per token: lemma, form and flags


def view(sentence: Sentence, actors: Sequence[ActorMention]) -> View:
    tokens = frames().folder.tokens(sentence.text, sentence.span.start)
    verb = verbs(tokens)
    placed = place(tokens, verb, actors)
    return View(tokens, verb, split(tokens, verb), placed, _marks(tokens, placed))


def borrowed(of: View, n: int) -> Sequence[frozenset[str]]:
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
    if not (lower[:1].isdigit() or lower[:1] in MONEY):
        return
    yield "@number"
    following = {t.lower for t in tokens[i + 1 : i + 4]}
    if lower.endswith("%") or following & {"percent", "%"} or "per" in following:
        yield "@percent"
    if lower[:1] in MONEY or following & _CURRENCIES:
        yield "@money"
    if i and tokens[i - 1].lower in ("us$", "hk$", "rmb", "$"):
        yield "@money"
