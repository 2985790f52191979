"""One line for an event, made of its type's template and its participants' names."""

import re
from collections.abc import Sequence

from timeline.claims.folding import inflections
from timeline.claims.frames import Type, frames
from timeline.claims.slots import is_side
from timeline.model import ActorKind, Claim, Participant, Role, Status

_OPEN = frozenset({Status.PROPOSED, Status.FORECAST, Status.SPECULATION})
_PART = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z|]+)\}")
_THIRD = re.compile(r"\((e?s)\)")
_GROUPS = frozenset({ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.SOURCE})
_ACTING = (Role.INITIATOR, Role.SPEAKER)


def title(
    type_id: str,
    status: Status,
    participants: Sequence[Participant],
    objects: Sequence[str] = (),
    claim: Claim | None = None,
) -> str:
    """The title: "China steers Chinese AI startups away from H20".

    ``claim`` gives figures and the verb.  Parts in [ ] are left out where a name in them is
    missing; where nobody acts the type says what is done: "Opposition grows: Nvidia".
    """
    type_ = frames().types[type_id]
    names = _names(participants) | {
        "objects": _listed(objects),
        "numbers": _listed(claim.numbers if claim else ()),
    }
    template = _template(type_, status, claim, names)
    plural = _is_plural(template, participants)
    names["verb"] = _verb(claim, plural=plural)
    if not _first(template, names):
        template = type_.title_nobody
    line = _PART.sub(lambda m: _filled(m[1], names, ""), template)
    line = _THIRD.sub("" if plural else r"\1", _filled(line, names, "Unnamed"))
    return line[:1].upper() + line[1:]


def _template(type_: Type, status: Status, claim: Claim | None, names: dict[str, str]) -> str:
    """The open title, the one with the verb where it has something to govern, or the plain one."""
    if status in _OPEN:
        return type_.title_open
    governed = any(_filled(part, names, "") for part in _PART.findall(type_.title_verb))
    return type_.title_verb if governed and _lemma(claim) in type_.title_verbs else type_.title


def _lemma(claim: Claim | None) -> str:
    """The trigger's lemma, as its rule names it: "claims.product.delay" -> delay."""
    return claim.trigger.rule.rpartition(".")[2] if claim else ""


def _verb(claim: Claim | None, *, plural: bool) -> str:
    lemma = _lemma(claim)
    return lemma if plural or not lemma else list(inflections(lemma))[1]


def _first(template: str, names: dict[str, str]) -> str:
    """The name that opens the line, "" where the text gives none."""
    found = _NAME.search(template)
    return next((names[n] for n in found[1].split("|") if names[n]), "") if found else ""


def _filled(part: str, names: dict[str, str], missing: str) -> str:
    found = [next((names[n] for n in m.split("|") if names[n]), "") for m in _NAME.findall(part)]
    if not all(found) and not missing:
        return ""
    values = iter(found)
    return _NAME.sub(lambda _m: next(values) or missing, part)


def _names(participants: Sequence[Participant]) -> dict[str, str]:
    """Role -> names, and the others by side: firm, and state unless it is the agent's own.

    Of the firms, ``maker`` are those with a name, ``group`` those told by their country alone.
    """
    acting = [p.actor for p in participants if p.role in _ACTING]
    home = {a.country for a in acting if not is_side(a.kind, "firm")}
    others = [p.actor for p in participants if p.role not in (*_ACTING, Role.REPORTER)]
    firms = [a for a in others if a.kind in (ActorKind.COMPANY, ActorKind.FIRMS)]
    states = [a for a in others if a.kind is ActorKind.STATE and a.country not in home]
    names = {
        role.value: _listed([p.actor.name for p in participants if p.role is role][: _most(role)])
        for role in Role
    }
    return names | {
        "firm": _listed([a.name for a in firms[: 1 if firms and firms[0].kind in _GROUPS else 2]]),
        "maker": _listed([a.name for a in firms if a.kind is ActorKind.COMPANY]),
        "group": _listed([a.name for a in firms if a.kind is ActorKind.FIRMS and a.country][:1]),
        "state": _listed([a.name for a in states[:1]]),
    }


def _most(role: Role) -> int:
    return 2 if role is Role.REPORTER else 1


def _is_plural(template: str, participants: Sequence[Participant]) -> bool:
    """Whether the first name of the line takes a plural verb: "Chinese regulators steer"."""
    found = _NAME.search(template)
    roles = found[1].split("|") if found else []
    if roles == ["firm"]:
        return True  # "Nvidia shares fall"
    first = next((p.actor for r in roles for p in participants if p.role == r), None)
    return first is not None and first.kind in _GROUPS and first.name.endswith("s")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(list(dict.fromkeys(names))[:2])
