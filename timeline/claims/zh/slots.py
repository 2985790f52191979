"""Who stands where around a trigger in a Chinese clause, as slots that ``claims.roles`` casts."""

from collections.abc import Iterator

from timeline.claims.frames import Type
from timeline.claims.placing import Placed
from timeline.claims.slots import Slot
from timeline.claims.zh.frames import aside, lexicon
from timeline.claims.zh.view import Clause, Token, View
from timeline.model import ActorKind, Use

_PASSIVE = ("被", "遭", "遭到", "受到", "获", "由", "受", "经", "获得")
_ON = (
    "对", "针对", "将", "把", "给", "就", "令", "让", "使", "约谈", "致函", "去函", "命令", "要求",
    "下令", "通知", "允许", "禁止", "阻止", "批准", "敦促", "告知", "指示", "限制", "呼吁", "促使",
    "迫使", "起诉", "逮捕", "游说", "准许", "责令", "警告", "鼓励", "建议", "切断",
)  # fmt: skip
_TO = ("向", "往", "输", "至", "到", "销", "售", "赴", "运往", "销往", "予")
_IN = ("在", "从", "自", "于", "驻", "来", "境")
_WITH = ("与", "和", "同", "跟", "及", "、")
_PREPOSITIONS = {
    **dict.fromkeys(_PASSIVE, "by"), **dict.fromkeys(_ON, "on"), **dict.fromkeys(_TO, "to"),
    **dict.fromkeys(_IN, "in"), **dict.fromkeys(_WITH, "with"),
}  # fmt: skip
_LONGEST = 2
_WILLING = ("对", "向", "会", "继续")
_REACH = 3  # clauses back to where a subject may stand
_WORDS = ("根据", "据", "依据", "按照", "因", "涉及", "包括", "例如", "关于", "比")
_OF_FIRMS = frozenset({"entity_listing", "regulatory_probe", "licence_decision", "enforcement"})
_NEVER = (ActorKind.OUTLET, ActorKind.SOURCE)


def preposition(view: View, token: Token) -> str:
    """What governs a name: by, on, to, in, with, of (another relation), "" where nothing does."""
    before = view.plain[max(0, token.start - 3) : token.start]
    for length in range(_LONGEST, 0, -1):
        if before[-length:] in _PREPOSITIONS and len(before) >= length:
            return _PREPOSITIONS[before[-length:]]
    return "of" if before.endswith(_WORDS) else ""


def agent_of(view: View, n: int, i: int) -> Token | None:
    """Who acts: behind "被", else the first free name before the trigger.

    A clause without one goes on with the subject of a clause before it.
    """
    clause = view.clauses[n]
    if _is_bare_passive(view, i):
        return None
    named = [t for t in view.tokens[clause.first : i] if _may_act(t)]
    passive = next((t for t in named if preposition(view, t) == "by"), None)
    if passive is not None:
        return passive
    limit = _object_start(view, clause, i)
    free = [t for t in named if _is_free(view, t) and t.start < limit]
    if free:
        return free[0]
    return _earlier_subject(view, n)


def _earlier_subject(view: View, n: int) -> Token | None:
    """The subject of the clauses before, in which this one goes on."""
    for back in range(n - 1, max(-1, n - 1 - _REACH), -1):
        earlier = view.clauses[back]
        if view.plain[earlier.end - 1] in "；。":
            return None
        subject = _subject(view, earlier)
        if subject is not None:
            return subject
    return None


def _subject(view: View, clause: Clause) -> Token | None:
    """The subject of a clause: the first free name, where no verb of an act stands before it."""
    if view.plain[clause.start : clause.end].lstrip("，；： ").startswith(aside("opens")):
        return None
    for token in view.tokens[clause.first : clause.last]:
        if token.text in lexicon().frames:
            return None
        if _may_act(token) and _is_free(view, token):
            return token
    return None


def _object_start(view: View, clause: Clause, i: int) -> int:
    """Where "将" or "把" brings what the verb hits before it: "将TechInsights等实体列入"."""
    end = view.tokens[i].start
    for mark in ("将", "把"):
        at = view.plain.find(mark, clause.start, end)
        after = next((t for t in view.tokens if t.start > at), None) if at >= 0 else None
        opens = at >= 0 and not view.plain[clause.start : at].strip("，；： ")
        near = after is not None and after.start == at + 1 and after.text not in _WILLING
        if near and (
            opens or after is None or after.mention is not None or "@number" in after.marks
        ):
            return at
        if opens and mark == "把":
            return at
    return end


def _is_bare_passive(view: View, i: int) -> bool:
    """Whether "被" stands right before the verb, and nobody behind it: "被禁止进口"."""
    before = view.plain[max(0, view.tokens[i].start - 2) : view.tokens[i].start]
    return before.endswith(("被", "遭", "遭到", "受到"))


def _may_act(token: Token) -> bool:
    mention = token.mention
    return mention is not None and mention.actor.kind not in (ActorKind.PRODUCT, *_NEVER)


def _is_free(view: View, token: Token) -> bool:
    return (
        token.mention is not None
        and token.mention.use is Use.NOUN
        and preposition(view, token) == ""
    )


def around(view: View, clause: int, trigger: int, type_: Type) -> list[Slot]:
    """The slots of a claim: its agent, whom the verb hits, and all others of its clause."""
    agent = agent_of(view, clause, trigger)
    slots = [] if agent is None else [_slot(agent, "agent")]
    if agent is not None:
        slots += [_slot(t, "agent") for t in _joined(view, agent)]
    taken = {slot.placed.first for slot in slots}
    passive = agent is not None and preposition(view, agent) == "by"
    passive = passive or _is_bare_passive(view, trigger)
    here = view.clauses[clause]
    limit = _object_start(view, here, trigger)
    for index in range(here.first, here.last):
        token = view.tokens[index]
        if token.mention is None or token.start in taken or token.mention.actor.kind in _NEVER:
            continue
        name = _name(view, token, index, trigger, type_, passive=passive)
        if limit < token.start < view.tokens[trigger].start and name == "of":
            name = "patient"
        if name == "patient" and index > trigger and any(s.name == "patient" for s in slots):
            name = "of" if not _follows(view, slots, token) else "patient"
        slots.append(_slot(token, name))
    if passive and not any(s.name == "patient" for s in slots):
        subject = _earlier_subject(view, clause)
        slots += [] if subject is None else [_slot(subject, "patient")]
    if not any(s.placed.mention.actor.kind is ActorKind.COMPANY for s in slots):
        slots += _borrowed(view, clause, agent)
    return slots


def _borrowed(view: View, clause: int, agent: Token | None) -> list[Slot]:
    """The firm that the clause before was aimed at: "致函台积电，要求停止出货"."""
    if clause == 0 or view.plain[view.clauses[clause - 1].end - 1] != "，":
        return []
    earlier = view.clauses[clause - 1]
    if agent is None or not earlier.start <= agent.start < earlier.end:
        return []
    firms = [
        token
        for token in view.tokens[earlier.first : earlier.last]
        if token.mention is not None
        and token.start > agent.start
        and token.mention.actor.kind is ActorKind.COMPANY
        and token.mention.use is Use.NOUN
    ]
    return [_slot(firms[-1], "patient")] if firms else []


def _slot(token: Token, name: str) -> Slot:
    assert token.mention is not None
    is_owner = token.mention.use is not Use.NOUN and name != "with"
    return Slot(name, Placed(token.mention, token.start, token.end, name, is_owner))


def _joined(view: View, agent: Token) -> Iterator[Token]:
    """Those who act together with the first: "商务部、海关总署", "字节跳动和腾讯"."""
    end = agent.end
    for token in view.tokens:
        if token.start <= agent.start or token.mention is None:
            continue
        if view.plain[end : token.start] not in ("、", "和", "与", "及", "以及"):
            return
        yield token
        end = token.end


def _follows(view: View, slots: list[Slot], token: Token) -> bool:
    """Whether a name is joined to the last one that the verb hits: "字节跳动、阿里巴巴"."""
    last = slots[-1]
    return last.name == "patient" and view.plain[last.placed.last : token.start] in (
        "、",
        "和",
        "与",
        "及",
    )


def _name(view: View, token: Token, index: int, trigger: int, type_: Type, *, passive: bool) -> str:
    told = preposition(view, token)
    kind = token.mention.actor.kind if token.mention else ActorKind.SOURCE
    if type_.id == "trade_talks" and kind in (ActorKind.STATE, ActorKind.PERSON, ActorKind.BODY):
        return "in" if told == "in" else "with"
    if told == "on" and kind is ActorKind.STATE and type_.id in _OF_FIRMS:
        return "owner"  # "将美国某公司列入清单"
    if told == "on" and kind is not ActorKind.PRODUCT:
        return "patient"
    if told in ("to", "in"):
        return told
    if token.mention and token.mention.use is not Use.NOUN:
        return "owner"
    if index > trigger:
        return "patient" if told in ("", "with") else told
    return "patient" if passive and told == "" else "of"
