"""Who acts in a mention and who bears it, and on whose side they are."""

from collections.abc import Iterable, Mapping, Sequence

from timeline.merge.settings import Settings
from timeline.model import Actor, ActorKind, Mention, Role
from timeline.values import dataclass

_STATE = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
_GENERAL = (ActorKind.STATE, ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.SOURCE)
_REPORTING = "media_report"
_VAGUE = (ActorKind.SOURCE, ActorKind.OFFICIALS)
_ACTS: tuple[Role, ...] = (Role.INITIATOR, Role.SPEAKER)
_BEARS = (Role.TARGET, Role.AFFECTED)


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of a mention by id, and the sides (roots) they are of.

    ``agent_firms`` are the firms of a country as a whole, of which one is among the agents;
    ``named`` are single offices and people among the agents, and whom they belong to; ``whole``:
    one of them acts for the state as a whole ("the White House"); ``vague``: those who bear it are
    known by their side only.
    """

    agents: frozenset[str]
    agent_roots: frozenset[str]
    agent_firms: frozenset[str]
    named: frozenset[str]
    whole: bool
    patients: frozenset[str]
    patient_roots: frozenset[str]
    vague: bool

    @property
    def sides(self) -> frozenset[str]:
        """All whom it names, by side, in whatever role."""
        return self.agent_roots | self.patient_roots


def read(mention: Mention, parents: Mapping[str, str], settings: Settings) -> Who:
    """Who acts and who bears it; nobody bears an act of their own side."""
    agents = _agents(mention, settings)
    sides = frozenset([root(actor, parents) for actor in agents])
    borne = [p.actor for p in mention.participants if p.role in _BEARS]
    patients = [(actor, side) for actor in borne if (side := root(actor, parents)) not in sides]
    firms = [f"firms:{a.country.casefold()}" for a in agents if a.kind is ActorKind.COMPANY]
    return Who(
        frozenset([actor.id for actor in agents]),
        sides,
        frozenset(firms),
        frozenset([name for actor in agents for name in _named(actor)]),
        any(_is_whole(actor, settings) for actor in agents),
        frozenset([actor.id for actor, _ in patients]),
        frozenset([side for _, side in patients]),
        all(actor.kind in _GENERAL for actor, _ in patients),
    )


def _agents(mention: Mention, settings: Settings) -> Sequence[Actor]:
    """Whose act it is: its initiators; else whose words; else, where shares or sales move, whose
    they are; else who reports.
    """
    roles = _ACTS
    if mention.type in settings.borne:
        roles = (*roles, Role.AFFECTED)
    if mention.type == _REPORTING:
        roles = (*roles, Role.REPORTER)
    known = [p for p in mention.participants if _is_known(p.actor)]
    for role in roles:
        found = [p.actor for p in known if p.role is role]
        if found:
            return found
    return ()


def _is_known(actor: Actor) -> bool:
    """Whether one can say whose side it is on: not "sources", nor "officials" of some state."""
    return actor.kind not in _VAGUE or (actor.kind is ActorKind.OFFICIALS and actor.country != "")


def _named(actor: Actor) -> tuple[str, ...]:
    """Itself and whom it belongs to, where it is one office or person; a side as a whole is not."""
    if actor.kind in _GENERAL:
        return ()
    return (actor.id, actor.parent) if actor.parent else (actor.id,)


def _is_whole(actor: Actor, settings: Settings) -> bool:
    """Whether it acts for its whole state: a head of state, "the Biden administration"."""
    if not actor.country or actor.parent != actor.country.casefold():
        return False
    if actor.kind is ActorKind.PERSON:
        return True
    return actor.kind is ActorKind.BODY and actor.name.casefold().endswith(settings.whole)


def root(actor: Actor, parents: Mapping[str, str]) -> str:
    """Whose side an actor is of: a state for its bodies, officials and ministers, a company for
    its people; firms without a name by their country.  "CAC", "Beijing", "regulators" -> cn.
    """
    if actor.kind in _STATE and actor.country:
        return actor.country.casefold()
    if actor.kind is ActorKind.FIRMS:
        return f"firms:{actor.country.casefold()}"
    top, steps = actor.id, 0
    while parents.get(top) and steps < 8:
        top, steps = parents[top], steps + 1
    return top


def parents_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Who belongs to whom; a body of a state straight to its country's id, as in "us"."""
    found: dict[str, str] = {}
    for actor in actors:
        if actor.kind in (ActorKind.BODY, ActorKind.OFFICIALS) and actor.country:
            found[actor.id] = actor.country.casefold()
        elif actor.parent and actor.parent != actor.id:
            found[actor.id] = actor.parent
    return {child: parent for child, parent in found.items() if child != parent}
