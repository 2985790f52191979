"""One line for an event, made of its type's template and its participants' names."""

import re
from collections.abc import Sequence

from timeline.claims.frames import frames
from timeline.model import Participant, Role, Status

_OPEN = frozenset({Status.PROPOSED, Status.FORECAST, Status.SPECULATION})
_PART = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z|]+)\}")
_MOST = 2


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
    names |= {"objects": _listed(objects), "numbers": _listed(numbers), "date": date}
    template = type_.title_open if status in _OPEN else type_.title
    line = _PART.sub(lambda m: _filled(m[1], names, ""), template)
    line = _filled(line, names, "Unnamed")
    return line[:1].upper() + line[1:]


def _filled(part: str, names: dict[str, str], missing: str) -> str:
    found = [next((names[n] for n in m.split("|") if names[n]), "") for m in _NAME.findall(part)]
    if not all(found) and not missing:
        return ""
    values = iter(found)
    return _NAME.sub(lambda _m: next(values) or missing, part)


def _names(participants: Sequence[Participant], role: Role) -> str:
    return _listed([p.actor.name for p in participants if p.role is role])


def _listed(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) > _MOST:
        return f"{', '.join(unique[:_MOST])} and {len(unique) - _MOST} more"
    return " and ".join(unique)
