"""One line for an event, made of its type's template and its participants' names."""

import re
from collections.abc import Sequence

from timeline.claims.frames import frames
from timeline.model import ActorKind, Participant, Role, Status

_OPEN = frozenset({Status.PROPOSED, Status.FORECAST, Status.SPECULATION})
_PART = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z|]+)\}")
_MOST = {Role.INITIATOR: 1, Role.SPEAKER: 1}  # a line has room for one doer; of others two
_PLURAL = frozenset({ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.SOURCE})
_THIRD = re.compile(r"\((e?s)\)")


def title(
    type_id: str,
    status: Status,
    participants: Sequence[Participant],
    objects: Sequence[str] = (),
    numbers: Sequence[str] = (),
    date: str = "",
) -> str:
    """The title: "China steers Chinese AI startups away from Nvidia H20".

    Parts in [ ] are left out where a name in them is missing; a missing name elsewhere becomes
    "Unnamed".
    """
    type_ = frames().types[type_id]
    names = {role.value: _names(participants, role) for role in Role}
    names |= {"objects": _listed(objects, 2), "numbers": _listed(numbers, 2), "date": date}
    template = type_.title_open if status in _OPEN else type_.title
    line = _PART.sub(lambda m: _filled(m[1], names, ""), template)
    ending = "" if _is_plural(line, participants) else r"\1"
    line = _THIRD.sub(ending, _filled(line, names, "Unnamed"))
    return line[:1].upper() + line[1:]


def _filled(part: str, names: dict[str, str], missing: str) -> str:
    found = [next((names[n] for n in m.split("|") if names[n]), "") for m in _NAME.findall(part)]
    if not all(found) and not missing:
        return ""
    values = iter(found)
    return _NAME.sub(lambda _m: next(values) or missing, part)


def _names(participants: Sequence[Participant], role: Role) -> str:
    return _listed([p.actor.name for p in participants if p.role is role], _MOST.get(role, 2))


def _is_plural(template: str, participants: Sequence[Participant]) -> bool:
    """Whether the first name of the line takes a plural verb: "Chinese regulators steer"."""
    found = _NAME.search(template)
    roles = found[1].split("|") if found else []
    first = next((p.actor for r in roles for p in participants if p.role == r), None)
    return first is not None and first.kind in _PLURAL and first.name.endswith("s")


def _listed(names: Sequence[str], most: int) -> str:
    return " and ".join(list(dict.fromkeys(names))[:most])
