"""A sentence made ready for matching: tokens, verbs, clauses, placed mentions, marks."""

from collections.abc import Iterator, Sequence

from timeline.claims.clauses import Clause, split
from timeline.claims.frames import frames
from timeline.claims.groups import union
from timeline.claims.kinds import MONEY, kind
from timeline.claims.slots import Placed, first_verb, place
from timeline.claims.tokens import Token
from timeline.claims.verbs import verbs
from timeline.model import ActorKind, ActorMention, Sentence
from timeline.values import dataclass

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
    triggers: Sequence[int]  # the tokens that some frame asks for
    figures: Sequence[int]  # those that begin as a number or a sum does


def view(sentence: Sentence, actors: Sequence[ActorMention]) -> View:
    tokens = frames().folder.tokens(sentence.text, sentence.span.start)
    kinds = [kind(lower, lemma) for _, _, _, lower, lemma in tokens]
    verb = verbs(tokens, kinds)
    placed = place(tokens, verb, actors)
    for p in placed:  # no verb stands within a name: "Best Buy", "Cadence Design Systems"
        verb[p.first : p.last] = [False] * (p.last - p.first)
    bits = [one.bits for one in kinds]
    triggers = [i for i, one in enumerate(kinds) if one.triggers]
    number = frames().groups.bits["@number"]
    figures = [i for i, said in enumerate(bits) if said & number]
    _flag(bits, tokens, figures, placed)
    return View(tokens, verb, split(tokens, verb), placed, bits, triggers, figures)


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


def _flag(
    bits: list[int], tokens: Sequence[Token], figures: Sequence[int], placed: Sequence[Placed]
) -> None:
    """Add to what tokens count as what a figure is of, and who is named."""
    bit_of = frames().groups.bits
    for i in figures:
        for name in _of_figure(tokens, i):
            bits[i] |= bit_of.get(name, 0)
    for p in placed:
        flag = bit_of.get(_FLAGS.get(p.mention.actor.kind, ""), 0)
        for i in range(p.first, p.last):
            bits[i] |= flag


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


def _of_figure(tokens: Sequence[Token], i: int) -> Iterator[str]:
    """Whether a figure is a share or a sum: "12%", "10 yuan"."""
    lower = tokens[i].lower
    following = {t.lower for t in tokens[i + 1 : i + 4]}
    if lower.endswith("%") or following & {"percent", "%"} or "per" in following:
        yield "@percent"
    is_sum = lower[:1] in MONEY or bool(following & _CURRENCIES)
    if is_sum or (i and tokens[i - 1].lower in ("us$", "hk$", "rmb", "$")):
        yield "@money"
