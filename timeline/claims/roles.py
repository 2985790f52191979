"""Slots to participants: which actor has which role in a claim of this type."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from timeline.claims.frames import Type
from timeline.claims.placing import INSTEAD
from timeline.claims.slots import Slot, is_side
from timeline.model import Actor, ActorKind, ActorMention, ActorOf, Evidence, Participant, Role, Use
from timeline.values import replace

_PLACES = frozenset({"in", "from", "across", "within", "at", "through", "near", "around", "amid"})
_AT = _PLACES - {"from"}  # "at the White House"
_TOWARDS = frozenset({"to", "on", "against", "over", "of"})
_ABROAD = frozenset({"regulatory_probe", "trade_measure", "export_control"})
_CASE = "litigation"
_UNDER = frozenset({"under", "during"})
_DUTIES = frozenset({"trade_measure", "regulatory_probe"})
_GIVEN = frozenset({"industrial_policy", "licence_decision"})
_RULERS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS})
_PRODUCT, _PERSON, _STATE = ActorKind.PRODUCT, ActorKind.PERSON, ActorKind.STATE
_TELLERS = (ActorKind.OUTLET, ActorKind.SOURCE)
_INITIATOR, _TARGET, _AFFECTED = Role.INITIATOR, Role.TARGET, Role.AFFECTED
_KEYS = {
    ActorKind.STATE: "state",
    ActorKind.BODY: "state",
    ActorKind.OFFICIALS: "state",
    ActorKind.COMPANY: "company",
    ActorKind.FIRMS: "firms",
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "state",
    ActorKind.PRODUCT: "company",
}


class Casting(Protocol):
    """What a frame says of roles: another one for its agent or its patient, "" for the type's."""

    @property
    def agent(self) -> str: ...

    @property
    def patient(self) -> str: ...


def participants(
    type_: Type, frame: Casting, slots: Sequence[Slot], actor_of: ActorOf
) -> tuple[tuple[Participant, ...], tuple[Evidence, ...]]:
    """Participants (one role an actor, the first told wins) and the products named.

    A product stands for its maker where the maker is not named itself: "a ban of the H20" is
    aimed at Nvidia.  A frame may give its agent or patient another role than its type does.
    """
    cast: dict[str, Participant] = {}
    objects: dict[str, Evidence] = {}
    for slot in sorted(slots, key=_rank):
        mention = slot.placed.mention
        actor: Actor | None = mention.actor
        if mention.actor.kind is _PRODUCT:
            objects.setdefault(mention.actor.name, _evidence(mention))
            actor = actor_of(mention.actor.parent)
        role = _beside(_role(type_, frame, slot), type_, slot, cast)
        if actor is not None and role is not None and actor.id not in cast:
            cast[actor.id] = Participant(actor, role, _evidence(mention))
    ordered = sorted(
        cast.values(),
        key=lambda p: (_ORDER[p.role], not is_side(p.actor.kind, type_.agents), p.evidence.span),
    )
    kept = _without_own(type_, _promoted(type_, _sifted(type_, ordered)))
    return tuple(kept), tuple(objects[name] for name in sorted(objects))


def _beside(
    role: Role | None, type_: Type, slot: Slot, cast: Mapping[str, Participant]
) -> Role | None:
    """The role that is left beside those who take part already."""
    if role is _INITIATOR and slot.name == "maker" and _has(cast, role):
        return _TARGET if type_.id == _CASE else None  # "the court blocked Trump's orders"
    if role is not _TARGET:
        return role
    if _is_own_firm(type_, slot, cast):
        return None
    is_maker = slot.placed.mention.actor.kind is _PRODUCT
    return _AFFECTED if is_maker and _has(cast, role) else role  # "its purchases of the H20"


def _has(cast: Mapping[str, Participant], role: Role) -> bool:
    return any(p.role is role for p in cast.values())


def _is_own_firm(type_: Type, slot: Slot, cast: Mapping[str, Participant]) -> bool:
    """Whether it is the initiator's own industry behind a preposition: "a probe of US curbs on its
    chip sector" is not aimed at that.
    """
    actor = slot.placed.mention.actor
    if type_.id not in _ABROAD or actor.kind is not ActorKind.FIRMS or slot.name == "patient":
        return False
    homes = {p.actor.country for p in cast.values() if p.role is _INITIATOR}
    return bool(actor.country) and actor.country in homes


_ORDER = {role: n for n, role in enumerate(Role)}
_ROLES = {role.value: role for role in Role}


def _rank(slot: Slot) -> int:
    product = slot.placed.mention.actor.kind is _PRODUCT
    return 3 if product else {"agent": 0, "patient": 1}.get(slot.name, 2)


def _role(type_: Type, frame: Casting, slot: Slot) -> Role | None:
    kind = slot.placed.mention.actor.kind
    at = slot.name in _AT and kind in (ActorKind.BODY, ActorKind.ORGANISATION)
    if at or kind in _TELLERS:
        return None
    if slot.name == INSTEAD and is_side(kind, "firm"):
        return _AFFECTED  # "use domestic chips instead of Nvidia's"
    maker = slot.name == "maker" and type_.agents in ("state", "any") and type_.family != "words"
    if maker and type_.id == _CASE and slot.placed.preposition == "by":
        return _TARGET  # "duties set by Trump were struck down"
    if maker and is_side(kind, "state"):
        return _ROLES[frame.agent or type_.roles["agent"]]
    if slot.name == "agent" and kind is not _PRODUCT and is_side(kind, type_.agents):
        return _ROLES[frame.agent or type_.roles["agent"]]
    if slot.name in _UNDER and kind in _RULERS and type_.agents == "state":
        return _ROLES[type_.roles["agent"]]  # "introduced under the Biden administration"
    if slot.name == "from" and _gives(type_, frame, kind):
        return _ROLES[type_.roles["agent"]]  # "drew a rebuke from Beijing"
    if kind is _STATE and not _is_party(type_, slot):
        return None
    if type_.id == _CASE and kind is ActorKind.ORGANISATION and _is_forum(slot):
        return None  # "took it to the WTO", "opened a WTO dispute"
    if slot.name == "patient" and kind is not _PRODUCT:
        return _ROLES[frame.patient or type_.roles["patient"]]
    if slot.name == "with" and frame.patient and kind is not _PRODUCT:
        return _ROLES[frame.patient]  # "met with the minister"
    told = type_.roles.get(_KEYS[kind])
    if told == "initiator" and type_.family == "industry" and slot.name in _TOWARDS:
        told = "affected"  # "halted shipments to China"
    return _ROLES[told] if told else None


def _gives(type_: Type, frame: Casting, kind: ActorKind) -> bool:
    """Whether who stands behind "from" acts: "won a licence from the Commerce Department"."""
    if frame.agent == "target":
        return kind is not _PRODUCT
    return type_.id in _GIVEN and kind is ActorKind.BODY


def _is_forum(slot: Slot) -> bool:
    """Whether a case is brought there, and not against it."""
    used = slot.placed.mention.use is Use.ATTRIBUTIVE
    return used or slot.placed.is_owner or slot.name not in ("patient", "against")


def _is_party(type_: Type, slot: Slot) -> bool:
    """Whether a state is somebody here, and no mere place ("in China") or adjective."""
    if slot.name == "from" and type_.id in _DUTIES and not slot.placed.is_owner:
        return True  # "duties on steel from Mexico"
    if slot.name in _PLACES:
        return False
    if not slot.placed.is_owner:
        return slot.name in ("patient", "agent", "to", "on", "against", "with", "of", "over", "by")
    return slot.name == "subject_owner" and type_.agents == "state"


def _sifted(type_: Type, cast: Sequence[Participant]) -> list[Participant]:
    """Without those who are but a part, or the home, of somebody who takes part.

    No state aims a control at its own bodies; where ministers meet, their states are not named.
    """
    names = {p.actor.name for p in cast if p.role is _INITIATOR}
    cast = [p for p in cast if p.actor.kind is not _PERSON or _own_office(p.actor) not in names]
    doers = [p.actor for p in cast if p.role is _INITIATOR]
    if type_.family in ("controls", "words"):
        if type_.family == "words":
            doers += [p.actor for p in cast if p.role is Role.SPEAKER]
        rulers = (*_RULERS, _PERSON) if type_.family == "words" else _RULERS
        homes = {actor.country for actor in doers if actor.kind in rulers and actor.country}
        return [
            p
            for p in cast
            if p.role in (_INITIATOR, Role.SPEAKER)
            or p.actor.kind not in _RULERS
            or p.actor.country not in homes
        ]
    if type_.id == "trade_talks":
        homes = {actor.country for actor in doers if actor.kind is _PERSON}
        return [p for p in cast if p.actor.kind is not _STATE or p.actor.country not in homes]
    return list(cast)


def _own_office(person: Actor) -> str:
    """The government called by a person's name: "President Trump's administration"."""
    return f"{person.name.rpartition(' ')[2]} administration"


def _without_own(type_: Type, cast: Sequence[Participant]) -> list[Participant]:
    """Without firms of its own that a state would list: "imposed sanctions on companies"."""
    homes = {p.actor.country for p in cast if p.role is _INITIATOR and p.actor.kind in _RULERS}
    if type_.id != "entity_listing" or not homes:
        return list(cast)
    firms = ActorKind.FIRMS
    return [p for p in cast if p.actor.kind is not firms or p.actor.country not in homes]


def _promoted(type_: Type, cast: Sequence[Participant]) -> list[Participant]:
    """Where nobody is the target of a control, the state it hits is."""
    if any(p.role is _TARGET for p in cast) or type_.family != "controls":
        return list(cast)
    return [replace(p, role=_TARGET) if p.role is _AFFECTED else p for p in cast]


def _evidence(mention: ActorMention) -> Evidence:
    return Evidence(mention.span, mention.text, f"actors.{mention.rule}")
