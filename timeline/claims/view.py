"""A sentence made ready for matching: tokens, verbs, clauses, placed mentions, marks."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from timeline.claims.clauses import Clause, split
from timeline.claims.frames import ANY, frames
from timeline.claims.groups import union
from timeline.claims.kinds import MONEY
from timeline.claims.placing import Placed, place
from timeline.claims.slots import first_verb
from timeline.claims.tokens import FIGURE, TRIGGERS, Token, cut, where
from timeline.claims.verbs import verbs
from timeline.model import ActorKind, ActorMention, Sentence, Span
from timeline.values import dataclass

_BITS = attrgetter("bits")
_CURRENCIES = frozenset(
    {"dollar", "dollars", "yuan", "euro", "euros", "pounds", "yen", "rmb", "usd", "won"}
)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence made ready: tokens, clauses, placed mentions, and what its words count as."""

    tokens: Sequence[Token]
    edges: Sequence[int]  # token n is from edge 2n to edge 2n + 1 of the document
    verb: Sequence[bool]
    clauses: Sequence[Clause]
    placed: Sequence[Placed]
    bits: Sequence[int]  # per token, as ``groups`` explains
    figures: Sequence[int]  # the tokens that count as a number, or begin as one
    triggers: Sequence[int]  # the tokens that some frame begins with
    missing: int  # the groups that no word of it is of

    def span(self, first: int, last: int) -> Span:
        """Where the tokens ``first`` to ``last``, both in it, stand in the document."""
        return Span(self.edges[2 * first], self.edges[2 * last + 1])


def view(sentence: Sentence, actors: Sequence[ActorMention], *, whole: bool = False) -> View | None:
    """The sentence made ready; None where no frame can fit any of its words, unless ``whole``.

    Half the words that trigger something do so in a sentence that holds nothing else a frame of
    theirs asks for, and a fifth of all sentences have none: they are not split into clauses.
    """
    tokens, edges, flags = cut(sentence.text, sentence.span.start)
    bits = list(map(_BITS, tokens))
    figures, triggers = where(flags, FIGURE), where(flags, TRIGGERS)
    told = union(bits) | _named(figures, actors)
    missing = 0 if whole else frames().groups.lacking(told)
    if not whole and not _may_claim([tokens[i] for i in triggers], missing):
        return None
    verb = verbs(tokens, flags)
    placed = place(tokens, edges, verb, actors)
    for p in placed:  # no verb stands within a name: "Best Buy", "Cadence Design Systems"
        verb[p.first : p.last] = [False] * (p.last - p.first)
    _flag(bits, tokens, figures, placed)
    within = frozenset(i for p in placed for i in range(p.first + 1, p.last))
    clauses = split(tokens, verb, flags, within)
    return View(tokens, edges, verb, clauses, placed, bits, figures, triggers, missing)


def _may_claim(triggers: Sequence[Token], missing: int) -> bool:
    """Whether some frame has all that it asks for in the sentence."""
    for token in triggers:
        for frame in token.as_verb or token.as_noun:
            if not frame.asked & missing:
                return True
    rest = [token.as_noun for token in triggers if token.as_verb]
    rest.append(frames().verbs.get(ANY, ()))
    return any(not frame.asked & missing for tried in rest for frame in tried)


def _named(figures: Sequence[int], actors: Sequence[ActorMention]) -> int:
    """What figures and names may count as beside their words, before any is placed."""
    bits, bit_of = 0, frames().groups.bits
    for kind in {mention.actor.kind for mention in actors}:
        bits |= bit_of.get(_FLAGS.get(kind, ""), 0)
    return bits | (bit_of.get("@percent", 0) | bit_of.get("@money", 0) if figures else 0)


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
