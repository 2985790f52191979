"""Tokens of a sentence to clauses: where a new predicate begins, and of what kind it is."""

from collections.abc import Collection, Sequence

from timeline.claims.kinds import words
from timeline.claims.openings import PREPOSITIONS, opens
from timeline.claims.tokens import BREAKS, OPENS_CLAUSE, SPEAKS, Token, where
from timeline.values import dataclass

_ADDS = frozenset({"such", "including", "like", "and", "or", "which", "who", "but", "where"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``start`` to ``end`` of a sentence.

    ``kind`` is main, coordinate, relative, adverbial, complement or participle; ``opener`` the
    word that opened it ("which", "after", "that").  A clause without a subject of its own
    borrows one from ``parent``, the index of the clause it hangs on; so does what is said with a
    pronoun for its subject (``is_echo``): "Nvidia said it had received".
    """

    start: int
    end: int
    kind: str
    opener: str
    parent: int | None
    is_echo: bool = False


def split(
    tokens: Sequence[Token], verb: Sequence[bool], flags: bytes, within: Collection[int] = ()
) -> list[Clause]:
    """The clauses of a sentence, in order, covering it without overlap; none begins ``within``.

    "The firm, which was listed in May, cut orders" gives main, relative and again main.
    """
    cuts = [(0, "main", "")]
    opening = _opening(tokens, verb)
    if opening:
        cuts = [(0, opening[0], tokens[0].lower), (opening[1], "main", "")]
    first = cuts[-1][0] + 1
    for i in _edges(flags, verb):
        is_open = first <= i < len(tokens) and i not in within
        kind = opens(tokens, verb, i, cuts[-1][0]) if is_open else ""
        if kind:
            cuts.append((i, kind, tokens[i].lower))
    clauses: list[Clause] = []
    for n, (start, kind, opener) in enumerate(cuts):
        end = cuts[n + 1][0] if n + 1 < len(cuts) else len(tokens)
        is_echo = kind == "complement" and _is_echo(tokens, start)
        parent = _parent(clauses, kind)
        if opening and n < 2:
            parent = None if n else 1
        clauses.append(Clause(start, end, kind, opener, parent, is_echo))
    return clauses


def _edges(flags: bytes, verb: Sequence[bool]) -> list[int]:
    """The tokens with which a clause may begin, by what they are or stand behind."""
    edges: dict[int, None] = {}
    for i in where(flags, OPENS_CLAUSE | BREAKS | SPEAKS):
        told = flags[i]
        if told & OPENS_CLAUSE:
            edges[i] = None
        if told & BREAKS or (told & SPEAKS and verb[i]):
            edges[i + 1] = None
    return list(edges)


def _opening(tokens: Sequence[Token], verb: Sequence[bool]) -> tuple[str, int] | None:
    """Kind and end of a clause before the main one: "Asked about the ban, | Huawei said".

    What ends before any verb is no clause: "Since October, ..."
    """
    first, most = tokens[0], min(len(tokens), 40)
    is_participle = verb[0] and first.form.endswith(("ing", "ed")) and len(first.form) > 4
    is_participle = is_participle or (first.lower == "to" and verb[1:2] == [True])
    if not is_participle and not (first.lower == "as" or first.lower in words("subordinator")):
        return None
    commas = [i for i in range(1, most - 1) if tokens[i].lower == ","]
    acts = 0 if is_participle else next((i for i in range(1, most) if verb[i]), most)
    if commas and commas[0] < acts and first.lower in PREPOSITIONS:
        return None
    comma = next((i for i in commas if i > acts and tokens[i + 1].lower not in _ADDS), None)
    if comma is None or not any(verb[comma + 1 :]):
        return None
    by_the_way = is_participle or (verb[1] and tokens[1].form.endswith("ing"))
    return ("participle" if by_the_way else "adverbial"), comma + 1


def _is_echo(tokens: Sequence[Token], start: int) -> bool:
    at = start + (tokens[start].lower == "that")
    return at < len(tokens) and tokens[at].lower in words("pronoun")


def _parent(clauses: Sequence[Clause], kind: str) -> int | None:
    if not clauses:
        return None
    if kind == "main":
        mains = [i for i, c in enumerate(clauses) if c.kind == "main"]
        return mains[-1] if mains else 0
    return len(clauses) - 1
