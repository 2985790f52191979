"""Who stands where around a trigger: agent, patient, behind which preposition, as whose owner."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.clauses import Clause
from timeline.claims.frames import frames
from timeline.claims.kinds import words
from timeline.claims.placing import ENDS, Placed
from timeline.claims.tokens import Token
from timeline.model import ActorKind
from timeline.values import dataclass

_STATE = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS})
_FIRM = frozenset({ActorKind.COMPANY, ActorKind.FIRMS})
_BOTH = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION})


def is_side(kind: ActorKind, side: str) -> bool:
    """Whether an actor of this kind may stand on the state's or the firms' side."""
    if side in ("", "any"):
        return kind in _STATE or kind in _FIRM or kind in _BOTH
    return kind in _BOTH or kind in (_STATE if side == "state" else _FIRM)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a mention stands to a trigger: agent, patient, owner, or a preposition."""

    name: str
    placed: Placed


_OWNING = (
    "owner",
    "subject_owner",
    "patient",
    "other",
    "to",
    "on",
    "of",
    "after",
    "by",
    "following",
)
_TO = frozenset({"to", "on", "onto", "from"})  # "added to", "placed on"


def is_passive(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """Whether the verb at ``i`` is passive: "was added", "imposed by Washington"."""
    token = tokens[i]
    if token.form.endswith("ing") or (token.lower == token.lemma and token.lemma[-1:] != "t"):
        return False
    be, get = words("aux", "be"), words("aux", "get")
    for j in range(i - 1, max(i - 6, clause.start - 1), -1):
        lower = tokens[j].lower
        if lower in be or lower in get:
            return True
        if lower in words("aux", "have") or lower in (",", "that") or lower in words("preposition"):
            break
    after = [token.lower for token in tokens[i + 1 : i + 3]]
    if after[:1] == ["by"] and not after[-1].endswith("ing"):
        return True  # but "hit back by banning"
    return bool(after) and after[0] in _TO and _tells_which(tokens, clause, i)


def _tells_which(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """Whether a participle stands behind its noun: "were among the firms added to the list"."""
    helpers = words("aux", "be")
    return any(t.lower in helpers for t in tokens[clause.start : i - 1])


def first_verb(verb: Sequence[bool], clause: Clause) -> int:
    """The token of a clause's first verb; the clause's end where it has none."""
    try:
        return verb.index(True, clause.start, clause.end)
    except ValueError:
        return clause.end


def subjects(
    verb: Sequence[bool], clauses: Sequence[Clause], placed: Sequence[Placed], n: int
) -> list[Placed]:
    """Who the subject of clause ``n`` is: its own, or the one it borrows from its parent."""
    clause = clauses[n]
    at = first_verb(verb, clause)
    inside = [p for p in placed if clause.start <= p.first and p.last <= at]
    own = [p for p in inside if not p.is_owner and _is_led(p, clause)]
    own = own or [p for p in inside if p.is_owner and p.preposition == ""]
    own = own or [p for p in inside if p.is_owner or p.preposition == "of"]
    if own or clause.parent is None:
        return own
    if clause.kind == "relative":
        before = [p for p in placed if p.last <= clause.start and not p.is_owner]
        if before and clause.opener == "that" and before[-1].last < clause.start:
            return subjects(verb, clauses, placed, clause.parent)  # "set rules that barred firms"
        return before[-1:] if at <= clause.start + 3 else []
    if clause.is_echo:
        return subjects(verb, clauses, placed, clause.parent)
    if clause.kind == "complement" or at > clause.start + 3:
        return []
    return subjects(verb, clauses, placed, clause.parent)


def _is_led(p: Placed, clause: Clause) -> bool:
    """Whether no preposition governs it; nor the opening "as" of "as Tokyo weighs"."""
    opens = clause.opener == p.preposition and p.first - clause.start < 3
    return p.preposition == "" or opens


def around(
    tokens: Sequence[Token],
    verb: Sequence[bool],
    clauses: Sequence[Clause],
    placed: Sequence[Placed],
    n: int,
    trigger: int,
) -> list[Slot]:
    """The slots of the trigger at token ``trigger`` of clause ``n``, in the order of the text."""
    clause = clauses[n]
    inside = [p for p in placed if clause.start <= p.first < clause.end]
    if not verb[trigger]:
        return [Slot(_of_noun(p, trigger), p) for p in inside]
    passive = is_passive(tokens, clause, trigger)
    decides = _deciding(tokens, inside, trigger)
    subject = decides or _urging(tokens, inside, trigger) or subjects(verb, clauses, placed, n)
    first, second = ("patient", "agent") if passive else ("agent", "patient")
    slots = [Slot(_made(tokens, p, first) if passive else first, p) for p in subject]
    for p in inside:
        if p in subject or (decides and p.first < trigger and not p.preposition):
            continue
        name = _of_verb(p, trigger, first, second, passive=passive)
        if name == "by" and not passive and p.first < trigger and _is_act_of(tokens, p):
            name = first
        slots.append(Slot(_made(tokens, p, name), p))
    if second == "patient" and tokens[trigger].lemma in words("finding"):
        slots += [Slot("patient", p) for p in _judged(verb, clauses, placed, n)]
    return slots


def _made(tokens: Sequence[Token], one: Placed, name: str) -> str:
    """The slot's name, or "maker" where it is only whose thing stands there."""
    is_maker = _is_maker(tokens, one, name) or (name == "by" and _is_author(tokens, one))
    return "maker" if is_maker else name


def _judged(
    verb: Sequence[bool], clauses: Sequence[Clause], placed: Sequence[Placed], n: int
) -> list[Placed]:
    """The subject of what was found: "the judge ruled | that Xyz had abused its power"."""
    after = clauses[n + 1 : n + 2]
    if not after or after[0].kind != "complement" or after[0].start != clauses[n].end:
        return []
    end = first_verb(verb, after[0])
    begins = after[0].start
    inside = [
        p
        for p in placed
        if begins <= p.first
        and p.last <= end
        and not p.preposition
        and (p.first <= begins + 1 or p.mention.rule != "pronoun")  # "the law he invoked"
    ]
    return inside[:1]


def _urging(tokens: Sequence[Token], inside: Sequence[Placed], trigger: int) -> list[Placed]:
    """Who stands right before a participle that tells what they do: "regulators urging firms"."""
    if not tokens[trigger].form.endswith("ing") or tokens[trigger].lower == tokens[trigger].lemma:
        return []
    return [p for p in inside if p.last == trigger and p.preposition in ("", "from", "by", "of")]


def _deciding(tokens: Sequence[Token], inside: Sequence[Placed], trigger: int) -> list[Placed]:
    """Whose act it is to do it: "criticised the ministry over its decision to allow sales"."""
    if trigger < 3 or tokens[trigger - 1].lower != "to":
        return []
    if tokens[trigger - 2].lemma not in words("deciding"):
        return []
    return [p for p in inside if p.is_owner and 0 <= trigger - 2 - p.last <= 2]


def _is_act_of(tokens: Sequence[Token], p: Placed) -> bool:
    """Whether an act is told as somebody's: "a decision on Monday by the court blocked it"."""
    by = next(
        (i for i in range(p.first - 1, max(p.first - 4, 0), -1) if tokens[i].lower == "by"), 0
    )
    at = by - 1
    if at > 2 and tokens[at].lower in words("time"):
        at -= 2  # "on Monday"
    return at >= 0 and tokens[at].lemma in words("act")


def _is_maker(tokens: Sequence[Token], p: Placed, name: str) -> bool:
    """Whether what it owns is an act: "the Dutch curbs", "Trump's announcement of tariffs"."""
    if not p.is_owner or name not in _OWNING:
        return False
    for token in tokens[p.last : p.last + 5]:
        if token.lemma.rpartition("_")[2] in _acts():
            return True
        if token.lower in ENDS - {"'s", "’s"} or token.lower in words("preposition"):
            return False
    return False


def _is_author(tokens: Sequence[Token], p: Placed) -> bool:
    """Whether a measure came from it: "a rule proposed on Monday by the ministry would bar it".

    "The act, sponsored by Coons and Cotton, would require it" is theirs too.
    """
    for i in range(p.first - 1, max(p.first - 10, 0), -1):
        if tokens[i].form.endswith("ed") and tokens[i].lemma in _bringing() | words("tabling"):
            at = i - 2 if tokens[i - 1].lower == "," and i > 1 else i - 1
            return tokens[at].lemma.rpartition("_")[2] in _acts() | frames().classes["LAW"]
    return False


@cache
def _bringing() -> frozenset[str]:
    classes = frames().classes
    return classes["IMPOSE"] | classes["WEIGH"]


@cache
def _acts() -> frozenset[str]:
    classes = frames().classes
    measures = (
        word for name in ("MEASURE", "TARIFF", "PROBE", "LIST", "FINE") for word in classes[name]
    )
    return frozenset(measures) | words("act")


def _of_verb(p: Placed, trigger: int, first: str, second: str, *, passive: bool) -> str:
    if p.preposition:
        is_agent = passive and p.preposition == "by" and p.first > trigger
        return "agent" if is_agent else p.preposition  # "duties set by Trump were struck down"
    if p.is_owner:
        return "owner" if p.first > trigger else "subject_owner"
    if p.first < trigger:
        return first
    return "other" if passive else second


def _of_noun(p: Placed, trigger: int) -> str:
    if p.preposition == "by" or (p.is_owner and 0 <= trigger - p.last <= 3):
        return "agent"
    if p.preposition:
        return p.preposition
    if p.is_owner:
        return "agent" if p.first < trigger else "owner"
    return "agent" if p.first < trigger else "patient"
