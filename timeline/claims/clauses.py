"""Tokens of a sentence to clauses: where a new predicate begins, and of what kind it is."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.frames import frames
from timeline.claims.tokens import Token
from timeline.lexicon import load
from timeline.values import dataclass

_DASHES = frozenset({"—", "–", ";"})
_BREAKS = _DASHES | {":", ","}  # a clause begins behind these or with a word of ``_openers``
_CLOSERS = frozenset({",", ";", "—", "–", ":", "(", ")"})


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A list of lexicon/status.toml."""
    return frozenset(str(load("status")[table][key]).split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``start`` to ``end`` of a sentence.

    ``kind`` is main, coordinate, relative, adverbial, complement or participle; ``opener`` the
    word that opened it ("which", "after", "that").  A clause without a subject of its own
    borrows one from ``parent``, the index of the clause it hangs on.
    """

    start: int
    end: int
    kind: str
    opener: str
    parent: int | None


def verbs(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it is a verb: "regulators urged", "to ban", not "the ban"."""
    helping, known, never = auxiliaries(), _known(), words("never")
    return [
        t.lower in helping
        or t.lower.endswith(("n't", "n’t"))
        or (t.lemma in known and t.lower not in never and _stands_as_verb(tokens, i))
        for i, t in enumerate(tokens)
    ]


@cache
def _known() -> frozenset[str]:
    return frozenset(frames().verbs) | words("saying") | words("verb")


def _stands_as_verb(tokens: Sequence[Token], i: int) -> bool:
    if i and tokens[i - 1].lower == "," and tokens[i].lower in words("naming"):
        return False
    token = tokens[i]
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before == "that":
        return not _noun_like(tokens, i)
    if before in ("'s", "’s", "’", "'", "$") or before in words("determiner"):
        return token.form.endswith("ing") and before not in ("the", "a", "an", "'s", "’s")
    if token.form.endswith("ing"):
        return before not in ("of", "in") or after in ("the", "a", "an", "its", "their")
    if before in words("preposition") and before != "to":
        return False
    if token.form.endswith("ed") or (token.lower != token.lemma and not _is_plural(token)):
        return True
    if before == "to" or before in auxiliaries() or before in ("not", "n't", "also", "now"):
        return True
    return not _noun_like(tokens, i)


def _is_plural(token: Token) -> bool:
    return token.lower.endswith("s") and not token.lower.endswith("ss")


def _noun_like(tokens: Sequence[Token], i: int) -> bool:
    """A bare or plural form that may be a noun: told by what stands around it."""
    token = tokens[i]
    if token.lemma not in frames().nouns and token.lemma not in _nounish():
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[:1].isalnum():
        return True
    if after.lemma in _known() and after.lower != after.lemma and not _is_plural(after):
        return True  # "chip stocks sold off"
    if after.lower in ("the", "a", "an", "its", "their", "that", "his", "her", "on") or (
        after.text[:1].isupper() and i > 0
    ):
        return after.lower == "on"
    return after.lower in words("preposition") or after.lower in auxiliaries()


@cache
def _nounish() -> frozenset[str]:
    classes = frames().classes
    names = ("MEASURE", "ORDER", "PROBE", "TALKS", "EXPORT", "FUND", "FINE", "RESULT")
    return frozenset(w for name in names for w in classes[name]) | words("ambiguous")


@cache
def auxiliaries() -> frozenset[str]:
    """Forms of be, have, do and get, and the modals."""
    return frozenset(w for key in load("status")["aux"] for w in words("aux", key))


def split(tokens: Sequence[Token], verb: Sequence[bool]) -> list[Clause]:
    """The clauses of a sentence, in order, covering it without overlap.

    "The firm, which was listed in May, cut orders" gives main, relative and again main.
    """
    cuts = [(0, "main", "")]
    openers = _openers()
    for i in range(1, len(tokens)):
        if tokens[i].lower not in openers and tokens[i - 1].lower not in _BREAKS:
            continue
        kind = _opens(tokens, verb, i, cuts[-1][0])
        if kind:
            cuts.append((i, kind, tokens[i].lower))
    clauses: list[Clause] = []
    for n, (start, kind, opener) in enumerate(cuts):
        end = cuts[n + 1][0] if n + 1 < len(cuts) else len(tokens)
        clauses.append(Clause(start, end, kind, opener, _parent(clauses, kind)))
    return clauses


@cache
def _openers() -> frozenset[str]:
    keys = ("relative", "subordinator", "coordinator")
    return frozenset({"that", "as"}).union(*(words(key) for key in keys))


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
        return "adverbial" if _verb_ahead(tokens, verb, i + 1, 9) else ""
    if before == "," and verb[i] and lower.endswith("ing"):
        return "participle"
    if before == "," and lower.endswith("ing") and len(lower) > 5 and any(verb[start:i]):
        return "participle"
    if before == "," and verb[i] and any(verb[start : i - 1]) and _after_relative(tokens, start):
        return "main"
    if lower in words("coordinator") and any(verb[start:i]):
        return "coordinate" if _new_predicate(tokens, verb, i) else ""
    if before == "," and any(verb[start:i]) and _new_subject(tokens, verb, i):
        return "main"
    return ""


def _opens_speech(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether what is said begins here without "that": "Kress said | the firm had received"."""
    before = tokens[i - 1]
    if not verb[i - 1] or before.lemma not in words("speech") or verb[i]:
        return False
    if tokens[i].lower in words("preposition") or not tokens[i].text[:1].isalnum():
        return False
    for j in range(i + 1, min(i + 9, len(tokens))):
        if verb[j]:
            return tokens[j - 1].lower != "to"
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


def _after_relative(tokens: Sequence[Token], start: int) -> bool:
    return tokens[start].lower in words("relative")


def _that(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> str:
    if not _verb_ahead(tokens, verb, i + 1, 12):
        return ""
    before = tokens[i - 1]
    if before.lemma in words("mandative"):
        return ""
    if before.lemma in words("saying") or before.lower in ("”", '"', ",", "said"):
        return "complement"
    return "relative" if verb[i + 1] else "complement"


def _verb_ahead(tokens: Sequence[Token], verb: Sequence[bool], i: int, reach: int) -> bool:
    for j in range(i, min(i + reach, len(tokens))):
        if verb[j]:
            return True
        if tokens[j].lower in _CLOSERS:
            return False
    return False


def _new_predicate(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After "and": a finite verb at once, or a subject and then a finite verb."""
    for j in range(i + 1, min(i + 10, len(tokens))):
        if verb[j]:
            infinitive = tokens[j - 1].lower == "to"
            return not infinitive and not (tokens[j].lower.endswith("ing") and j > i + 2)
        if tokens[j].lower in _CLOSERS or tokens[j].lower in words("coordinator"):
            return False
    return False


def _new_subject(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After a comma: a pronoun or a noun phrase with a finite verb soon, as in run-on news."""
    if tokens[i].lower not in ("it", "they", "he", "she", "the", "this", "these", "there"):
        return False
    return _verb_ahead(tokens, verb, i + 1, 6)
