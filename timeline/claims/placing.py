"""Where names stand in a sentence: their tokens, the preposition before them, what they own."""

from bisect import bisect_left
from collections.abc import Sequence

from timeline.claims.kinds import words
from timeline.claims.tokens import Token
from timeline.model import ActorMention, Use
from timeline.values import dataclass

INSTEAD = "instead"  # the preposition of what is replaced: "instead of", "rather than"
ENDS = frozenset({",", ";", "(", "”", '"', "’s", "'s", "that"})  # what ends a noun phrase
_POSSESSIVE, _ATTRIBUTIVE = Use.POSSESSIVE, Use.ATTRIBUTIVE
_REPLACING = frozenset({"of", "than", "from", "by"})
_EXAMPLES = frozenset({"like", "including", "as", "among"})  # "firms such as Huawei" are one


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the tokens it covers, [first, last), and its preposition ("" for none).

    ``is_owner``: it stands before a noun or owns one, and is no party itself.
    """

    mention: ActorMention
    first: int
    last: int
    preposition: str
    is_owner: bool


def place(
    tokens: Sequence[Token],
    edges: Sequence[int],
    verb: Sequence[bool],
    mentions: Sequence[ActorMention],
) -> list[Placed]:
    """Mentions of a sentence with their tokens, in order.

    Those outside the sentence are left out, and those within another's name: "China" of "China's
    Cyberspace Administration".
    """
    starts = edges[::2]
    placed: list[Placed] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if placed and _is_within(mention, placed[-1].mention):
            continue
        first = bisect_left(starts, mention.span.start)
        last = bisect_left(starts, mention.span.end)
        if first < len(tokens) and last > first:
            before = placed[-1] if placed else None
            preposition = _governing(tokens, verb, mention, first, last, before)
            owner = _is_owner(tokens, verb, mention, last)
            placed.append(Placed(mention, first, last, preposition, owner))
    return placed


def _governing(
    tokens: Sequence[Token],
    verb: Sequence[bool],
    mention: ActorMention,
    first: int,
    last: int,
    before: Placed | None,
) -> str:
    """The preposition that governs a name, that of the list it is part of, or ``INSTEAD``."""
    found = _preposition(tokens, verb, first, before)
    if before is not None:
        is_next = before.last + 1 == first and before.mention.actor.kind is mention.actor.kind
        is_example = found in _EXAMPLES and first - before.last < 8
        if is_example or (not found and is_next and _is_listed(tokens, verb, before, last)):
            found = before.preposition
    return INSTEAD if found in _REPLACING and _is_replaced(tokens, verb, first) else found


def _is_replaced(tokens: Sequence[Token], verb: Sequence[bool], first: int) -> bool:
    """Whether something else is to stand for it: "instead of those of Nvidia"."""
    for i in range(first - 2, max(first - 7, -1), -1):
        if verb[i]:
            return False
        if tokens[i].lower in ("instead", "rather"):
            return tokens[i + 1].lower in ("of", "than")
    return False


def _is_within(mention: ActorMention, other: ActorMention) -> bool:
    return other.span.holds(mention.span) and mention.span != other.span


def _is_owner(
    tokens: Sequence[Token], verb: Sequence[bool], mention: ActorMention, last: int
) -> bool:
    """Whether it owns what follows; what stands before a verb is no attribute: "the US said"."""
    before_verb = last < len(tokens) and verb[last]
    return mention.use is _POSSESSIVE or (mention.use is _ATTRIBUTIVE and not before_verb)


def _preposition(
    tokens: Sequence[Token], verb: Sequence[bool], first: int, before: Placed | None
) -> str:
    """The preposition that governs the noun phrase at ``first``; shared by a coordination."""
    times, prepositions, relatives = words("time"), words("preposition"), words("relative")
    for i in range(first - 1, max(first - 6, -1), -1):
        lower = tokens[i].lower
        if lower in times or lower.isdigit():
            return ""
        if lower in prepositions:
            return "in" if i and tokens[i - 1].lower == "war" else lower  # "its war on Ukraine"
        if before and i < before.last:
            return before.preposition if _joined(tokens, before.last, first) else ""
        if lower in ENDS or lower in relatives or verb[i]:
            return ""
    return ""


def _joined(tokens: Sequence[Token], last: int, first: int) -> bool:
    between = [t.lower for t in tokens[last:first]]
    return bool(between) and len(between) <= 4 and any(w in ("and", "or", ",") for w in between)


def _is_listed(tokens: Sequence[Token], verb: Sequence[bool], one: Placed, end: int) -> bool:
    """Whether a name goes on a list up to its "and": "chips of Nvidia, AMD and Intel".

    "In the US, China and Japan objected" opens with a place and lists nothing.
    """
    if one.first < 2 or one.preposition in ("", "in") or tokens[one.last].lower != ",":
        return False
    if end >= len(tokens) or tokens[end].lower not in (",", "and", "or"):
        return False
    ahead = range(end, min(end + 8, len(tokens)))
    last = next((i for i in ahead if verb[i] or tokens[i].lower in ("and", "or")), None)
    return last is not None and not verb[last] and not verb[min(last + 1, len(tokens) - 1)]
