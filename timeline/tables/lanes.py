"""In whose lane an event is drawn: few and readable, so people and bodies fold into their own."""

from collections.abc import Mapping, Sequence

from timeline.model import Actor, ActorKind, Participant, Role

NOBODY = "Not named"
SOURCES = "Unnamed sources"
_ORDER = (Role.INITIATOR, Role.SPEAKER, Role.AFFECTED, Role.TARGET, Role.REPORTER)
_STOPS = (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.FIRMS)


class Homes:
    """The actors by id, and each country's state."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors = actors
        self.states = {
            one.country: one
            for _, one in sorted(actors.items(), reverse=True)
            if one.kind is ActorKind.STATE and one.country
        }


def lane(participants: Sequence[Participant], homes: Homes) -> str:
    """The lane's name: that of whoever does it, else says it, bears it, is aimed at, reports it.

    "China's cyberspace regulator" and "Chinese officials" go to China, Jensen Huang to Nvidia,
    "local startups" to "Companies (China)", "people familiar with the matter" to SOURCES.
    """
    for role in _ORDER:
        for one in participants:
            if one.role is role:
                return _name(root(one.actor, homes), homes)
    return NOBODY


def root(actor: Actor, homes: Homes) -> Actor:
    """The actor it belongs to in the end, as far as that is for readers.

    A ministry's is its state, a person's the company or state; a company's is a parent company
    but never a state, and an association or outlet stands for itself.
    """
    seen = {actor.id}
    while actor.kind not in _STOPS:
        parent = homes.actors.get(actor.parent)
        if parent is None and actor.kind in (ActorKind.BODY, ActorKind.OFFICIALS):
            parent = homes.states.get(actor.country)
        if parent is None or parent.id in seen:
            break
        if actor.kind is ActorKind.COMPANY and parent.kind is not ActorKind.COMPANY:
            break
        seen.add(parent.id)
        actor = parent
    return actor


def _name(actor: Actor, homes: Homes) -> str:
    if actor.kind is ActorKind.SOURCE:
        return SOURCES
    if actor.kind is not ActorKind.FIRMS:
        return actor.name
    home = homes.states.get(actor.country)
    return f"Companies ({home.name})" if home else "Companies"
