"""A sentence made ready for matching: tokens, verbs, clauses, placed mentions, marks."""

from collections.abc import Iterator, Sequence

from timeline.claims.clauses import Clause, split, verbs
from timeline.claims.frames import frames
from timeline.claims.groups import union
from timeline.claims.slots import Placed, first_verb, place
from timeline.claims.tokens import Token
from timeline.model import ActorKind, ActorMention, Sentence
from timeline.values import dataclass

MONEY = ("$", "€", "£", "¥")
_CURRENCIES = frozenset(
    {"dollar", "dollars", "yuan", "euro", "euros", "pounds", "yen", "rmb", "usd", "won"}
)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence made ready: tokens, clauses, placed mentions, and what its words count as."""

    tokens: Sequence[Token]
    verb: Sequence[bool]
    clauses: Sequence[Clause]
    placed: Sequence[Placed]
    bits: Sequence[int]  # per token, as ``groups`` explains


def view(sentence: Sentence, actors: Sequence[ActorMention]) -> View:
    tokens = frames().folder.tokens(sentence.text, sentence.span.start)
    verb = verbs(tokens)
    placed = place(tokens, verb, actors)
    for p in placed:  # no verb stands within a name: "Best Buy", "Cadence Design Systems"
        verb[p.first : p.last] = [False] * (p.last - p.first)
    return View(tokens, verb, split(tokens, verb), placed, _bits(tokens, placed))


def borrowed(of: View, n: int) -> int:
    """What a clause without a subject of its own has before it: "the list, which was updated"."""
    clause = of.clauses[n]
    if clause.parent is None or (clause.kind == "complement" and not clause.is_echo):
        return 0
    if clause.kind == "relative":
        return union(of.bits[max(0, clause.start - 7) : clause.start])
    if first_verb(of.verb, clause) > clause.start + 2 and not clause.is_echo:
        return 0
    parent = of.clauses[clause.parent]
    return union(of.bits[parent.start : first_verb(of.verb, parent)])


def _bits(tokens: Sequence[Token], placed: Sequence[Placed]) -> list[int]:
    """What each token counts as: its lemma, its form, the parts of a compound, flags."""
    bit_of = frames().groups.bits.get
    bits = [bit_of(lemma, 0) | bit_of(lower, 0) for _, _, _, lower, lemma in tokens]
    for i, (_, _, _, lower, lemma) in enumerate(tokens):
        if lower.isalpha():
            continue
        if "_" in lemma:
            bits[i] |= union([bit_of(part, 0) for part in lemma.split("_")])
        elif "-" in lower:
            bits[i] |= union([bit_of(part, 0) for part in lower.split("-")])
        if lower[0].isdigit() or lower[0] in MONEY:
            bits[i] |= union([bit_of(flag, 0) for flag in _figure(tokens, i)])
    for p in placed:
        flag = bit_of(_FLAGS.get(p.mention.actor.kind, ""), 0)
        for i in range(p.first, p.last):
            bits[i] |= flag
    return bits


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
