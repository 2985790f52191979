"""Tokens of a sentence to clauses: where a new predicate begins, and of what kind it is."""

from collections.abc import Collection, Sequence
from functools import cache

from timeline.claims.frames import frames
from timeline.claims.kinds import auxiliaries, words
from timeline.claims.tokens import (
    BREAKS,
    OPENS_CLAUSE,
    SPEAKS,
    Token,
    is_dating,
    is_gerund,
    where,
)
from timeline.claims.verbs import nounish
from timeline.values import dataclass

_DASHES = frozenset({"—", "–", ";"})
_ADDS = frozenset({"such", "including", "like", "and", "or", "which", "who", "but", "where"})
_ADVERBS = frozenset({"also", "now", "still", "then", "since", "already"})
_EXAMPLES = frozenset({"including", "excluding"})
_ONWARD = frozenset({"to", "on", "onto", "from", "into", "over", "for", "after", "by"})
_ASIDE = 16  # tokens between two dashes
_LONG = 40  # tokens of a subject with its appositions
_PREPOSITIONS = frozenset({"after", "before", "since", "until", "as"})  # and subordinators
_DATING = frozenset({"beginning", "starting", "effective"})
_CLOSERS = frozenset({",", ";", "—", "–", ":", "(", ")"})


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
        kind = _opens(tokens, verb, i, cuts[-1][0]) if is_open else ""
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
    if commas and commas[0] < acts and first.lower in _PREPOSITIONS:
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


def _opens(tokens: Sequence[Token], verb: Sequence[bool], i: int, start: int) -> str:
    """The kind of the clause that begins at ``i``, "" if none does."""
    lower, before = tokens[i].lower, tokens[i - 1].lower
    if before in _DASHES and _is_aside(tokens, verb, i):
        return ""
    if before in _DASHES or (before == ":" and any(verb[start:i])):
        return "main" if any(verb[i:]) else ""
    if lower in words("relative"):
        return "relative"
    if lower == "that":
        return _that(tokens, verb, i)
    if _opens_speech(tokens, verb, i):
        return "complement"
    if lower == "as":
        return "adverbial" if _as_opens(tokens, verb, i) else ""
    if lower in words("subordinator"):
        return _adverbial(tokens, verb, i)
    if before == "," and lower in _DATING and is_dating(tokens, i + 1):
        return ""
    if before == "," and verb[i] and lower.endswith("ing"):
        return "participle"
    is_name = tokens[i].text[:1].isupper()  # "Beijing"
    if before == "," and lower.endswith("ing") and len(lower) > 5 and any(verb[start:i]):
        if is_name:
            return ""
        return "" if lower in _EXAMPLES and _is_within(tokens, verb, i) else "participle"
    if before == "," and any(verb[start : i - 1]) and _after_relative(tokens, start):
        on = i + (not verb[i] and lower in _ADVERBS)  # "the order, which cites X, also requires"
        if verb[on : on + 1] == [True]:
            return "main"
    if lower in words("coordinator") and any(verb[start:i]):
        return "coordinate" if _new_predicate(tokens, verb, i) else ""
    if before == "," and any(verb[start:i]) and _new_subject(tokens, verb, i):
        return "main"
    return ""


def _adverbial(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> str:
    """What a subordinator opens: "after the ban took effect", or, by the way, "after finding"."""
    if i + 1 < len(tokens) and verb[i + 1] and tokens[i + 1].form.endswith("ing"):
        return "participle"
    if tokens[i].lower in _PREPOSITIONS and is_dating(tokens, i + 1):
        ahead = next((j for j in range(i + 2, min(i + 9, len(tokens))) if verb[j]), 0)
        if ahead and is_gerund(tokens[ahead]):
            return ""  # "the most since April in early trading"
    return "adverbial" if _verb_ahead(tokens, verb, i + 1, 9) else ""


def _is_within(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether the clause goes on behind the examples: "added firms, including Xyz, to the list"."""
    end = next((j for j in range(i + 1, min(i + 25, len(tokens) - 1)) if verb[j]), i + 25)
    ahead = range(i + 1, min(end, len(tokens) - 1))
    return any(tokens[j].lower == "," and tokens[j + 1].lower in _ONWARD for j in ahead)


def _is_aside(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether the dash before ``i`` opens or closes a mere name: "ASML – the maker of tools –"."""
    after = range(i, min(i + _ASIDE, len(tokens)))
    back = range(i - 2, max(i - _ASIDE, 0), -1)
    closes = next((j for j in back if tokens[j].lower in _DASHES), None)
    opens = next((j for j in after if tokens[j].lower in _DASHES), None)
    if closes is not None and not any(verb[closes:i]):
        return tokens[i].lower in words("preposition") or verb[i]
    return opens is not None and not any(verb[i:opens]) and any(verb[opens:])


def _opens_speech(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether what is said begins here without "that": "Kress said | the firm had received"."""
    before = tokens[i - 1]
    if not verb[i - 1] or before.lemma not in words("speech") or verb[i]:
        return False
    if before.form.endswith("ing"):
        return False
    if tokens[i].lower in words("preposition") or not tokens[i].text[:1].isalnum():
        return False
    for j in range(i + 1, min(i + 12, len(tokens))):
        if verb[j]:
            return tokens[j - 1].lower != "to" and _is_finite(tokens[j])
        if tokens[j].lower == "that":
            return False
        if tokens[j].lower in _CLOSERS:
            return False
    return False


def _as_opens(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether "as" opens a clause: "fell, as Japan weighed curbs", not "as part of" a deal."""
    if tokens[i - 1].lower in ("such", "well", "much", "known", "same", "far", "soon", "as"):
        return False
    if tokens[i - 1].lower != "," and tokens[i + 1 : i + 2] and tokens[i + 1].lower in ("a", "an"):
        return False  # "singled out as a rival in chips made for AI"
    for j in range(i + 1, min(i + 10, len(tokens))):
        if verb[j]:
            return j > i + 1 and not tokens[j].lower.endswith("ing") and tokens[j - 1].lower != "to"
        if tokens[j].lower in _CLOSERS or tokens[j].lower in ("of", "as", "that"):
            return False
    return False


def _is_finite(token: Token) -> bool:
    """Whether a verb could be no noun and no participle: "had", "targets", not "a decline"."""
    if token.lower in auxiliaries():
        return True
    if token.text[:1].isupper():
        return False  # "the GAIN AI Act"
    return not token.form.endswith("ing") and token.lemma not in _nouns()


@cache
def _nouns() -> frozenset[str]:
    return frozenset(frames().nouns) | nounish()


def _after_relative(tokens: Sequence[Token], start: int) -> bool:
    return tokens[start].lower in words("relative") or tokens[start].lower == "that"


def _that(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> str:
    before = tokens[i - 1]
    if verb[i - 1] and before.lemma in words("speech") and any(verb[i + 1 : i + _LONG]):
        return "complement"  # "alleges that Li, 43, a citizen of Canada, conspired"
    if before.lower in words("preposition") and before.lower != "in":
        return ""  # "added to that list"
    if not _verb_ahead(tokens, verb, i + 1, 18 if verb[i - 1] else 12):
        return ""
    if before.lemma in words("mandative") and not _is_told(tokens, verb, i):
        return ""
    if before.lemma in words("saying") or before.lower in ("”", '"', ",", "said"):
        return "complement"
    return "relative" if verb[i + 1] else "complement"


def _is_told(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether "suggested that" tells a fact ("it found a way") rather than asks for one."""
    if tokens[i - 1].lemma not in words("saying"):
        return False
    ahead = next(
        (t for t, is_verb in zip(tokens[i + 1 :], verb[i + 1 :], strict=True) if is_verb), None
    )
    if ahead is None or ahead.lower in ("be", "should"):
        return False
    return ahead.lower in auxiliaries() or (ahead.lower != ahead.lemma and ahead.form[-3:] != "ing")


def _verb_ahead(tokens: Sequence[Token], verb: Sequence[bool], i: int, reach: int) -> bool:
    for j in range(i, min(i + reach, len(tokens))):
        if verb[j]:
            return True
        if tokens[j].lower in _CLOSERS:
            return False
    return False


def _new_predicate(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After "and": a finite verb at once, or a subject and then a finite verb."""
    letting = _letting(tokens, verb, i)
    for j in range(i + 1, min(i + 10, len(tokens))):
        if verb[j]:
            infinitive = tokens[j - 1].lower == "to" or (letting and j > i + 1)
            return not infinitive and not is_gerund(tokens[j])
        if tokens[j].lower in _CLOSERS or tokens[j].lower in words("coordinator"):
            return False
    return False


def _letting(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether two are let do something: "let Intel and Qualcomm sell"."""
    last = next((j for j in range(i - 1, max(i - 12, -1), -1) if verb[j]), None)
    return last is not None and tokens[last].lemma in ("let", "help")


def _new_subject(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After a comma: a pronoun or a noun phrase with a finite verb soon, as in run-on news."""
    if tokens[i].lower not in ("it", "they", "he", "she", "the", "this", "these", "there"):
        return False
    return _verb_ahead(tokens, verb, i + 1, 6)
