"""What a head noun and what stands before it make: Chinese firms, the government, a source.

To add a group of heads, add its reader to ``READERS``.
"""

from collections.abc import Callable

from timeline.actors import compose
from timeline.actors.before import Before
from timeline.actors.found import Ask, Found, Reading
from timeline.actors.lexemes import Head, around
from timeline.model import Actor, ActorKind


def _firms(reading: Reading, head: Head, before: Before) -> Found | None:
    state = before.nation or before.elsewhere
    fields = tuple(field for field in reversed(before.fields) if field != "industry")
    if before.owner is not None:
        return _of_owner(head, before, fields)
    if head.number == "singular" and _points(head, before, fields):
        return _ask("company", head, state=before.nation)
    if _are_none(head, before):
        return None
    if state:
        return known(reading, state, fields, head)
    return _unplaced(reading, head, before, fields)


def _points(head: Head, before: Before, fields: tuple[str, ...]) -> bool:
    """Whether one firm is meant that was named before: "the chipmaker", not "the AI company"."""
    if head.word == "partners" or head.loose or before.determiner not in ("definite", "place"):
        return False
    return not fields or head.word != "companies"


def _are_none(head: Head, before: Before) -> bool:
    """Whether the words tell of nobody: "a company", "their China-based fabs" (plants)."""
    if before.determiner == "possessive" and (head.word == "foundries" or _is_one(head)):
        return True
    if _is_one(head) and (head.word == "partners" or not before.nation):
        return True  # "Huawei's Swedish unit" is Huawei
    placed = before.nation or before.elsewhere or before.is_local or before.determiner == "place"
    return (head.number == "mass" and not placed) or bool(
        head.needs and not _has(head.needs, before)
    )


def _is_one(head: Head) -> bool:
    return head.number == "singular"


def _unplaced(
    reading: Reading, head: Head, before: Before, fields: tuple[str, ...]
) -> Found | None:
    """Firms of which no word tells the country: "local chipmakers", "the two suppliers"."""
    again = before.determiner == "definite" and not fields and not before.is_local
    if not head.loose or before.is_local:
        found = _ask("group", head, fields, local=before.is_local, again=again)
        if found.ask is not None:
            found.ask.bare = before.is_counted and before.determiner != "definite"
        return found
    if before.determiner == "possessive":
        return None
    if again:
        return _ask("again", head, fields)
    return known(reading, "", fields, head)


def _officials(reading: Reading, head: Head, before: Before) -> Found | None:
    fields = tuple(reversed(before.fields))
    if before.owner is not None:
        return _of_owner(head, before, fields)
    if head.needs and not _has(head.needs, before):
        return None
    points = before.determiner == "definite" and not fields
    if head.number == "singular" and head.word == "regulators" and points:
        return _ask("body", head, state=before.nation)
    if head.number == "singular" and head.word == "regulators" and before.nation and fields:
        return _written(reading, before)
    if before.nation or before.elsewhere:
        return known(reading, before.nation or before.elsewhere, fields, head)
    if head.loose and not before.is_local:
        return None
    return _ask("group", head, fields, local=before.is_local)


def _written(reading: Reading, before: Before) -> Found:
    """A body that is called as the text calls it: "Italy's data watchdog"."""
    words = reading.words.low[_after_nation(before) : before.end]
    actor = compose.body(reading.gazetteer.actors[before.nation], " ".join(words))
    return Found(0, 0, "role_phrase", actor, explicit=True)


def _state(reading: Reading, head: Head, before: Before) -> Found | None:
    if before.owner is not None:
        if before.owner.kind is ActorKind.PERSON:  # "the Biden government"
            state = reading.gazetteer.actors.get(reading.gazetteer.state_of(before.owner))
            return Found(0, 0, "role_phrase", state) if state else None
        return None
    if before.nation:
        actor = reading.gazetteer.actors[before.nation]
        return Found(0, 0, "role_phrase", actor, explicit=True)
    if before.determiner in ("definite", "possessive", "place") or before.is_local:
        found = _ask("state", head, local=True)
        if found.ask is not None:
            found.ask.near = before.determiner == "possessive"
        return found
    return None


def _body(reading: Reading, head: Head, before: Before) -> Found | None:
    fields = tuple(reversed(before.fields))
    if before.owner is not None:
        return _of_person(reading, before)
    if head.word == "embassy" and before.nation and (where := _seat(reading, before)):
        actor = compose.body(reading.gazetteer.actors[before.nation], f"embassy in {where}")
        return Found(0, 0, "role_phrase", actor)
    if head.word == "court" and not fields and (city := _city(reading, before)):
        state = reading.gazetteer.actors[before.nation]
        key = compose.slug(f"{city} {head.word}")
        actor = Actor(f"{state.id}:{key}", f"{city} court", ActorKind.BODY, state.country, state.id)
        return Found(0, 0, "role_phrase", actor, explicit=True)
    definite = before.determiner in ("definite", "place", "possessive", "indefinite")
    if not fields:
        indefinite = before.determiner == "indefinite" and before.nation
        if (definite or before.heads) and not indefinite:
            return _ask("body", head, state=before.nation)
        if not (before.nation and head.needs in ("", "nation")):
            return None
    if head.needs == "nation" and not before.nation:
        return _ask("body", head) if definite else None
    if before.nation and fields:
        return _written(reading, before)
    if before.nation:
        return known(reading, before.nation, fields, head)
    return _ask("group", head, fields, local=True)


def _city(reading: Reading, before: Before) -> str:
    """The city a court sits in, as written: "a Seoul court"."""
    for piece in before.pieces:
        if piece.names and piece.names[0].metonym and reading.low(piece.end) != "'s":
            return " ".join(reading.words.raw[piece.first : piece.end])
    return ""


def _after_nation(before: Before) -> int:
    """Where the words begin that say what kind of body it is."""
    inside = [piece.first for piece in before.pieces if piece.lexeme.fields or piece.lexeme.head]
    return min(inside, default=before.end - 1)


def _seat(reading: Reading, before: Before) -> str:
    """The capital in which an embassy stands, as written: "Tokyo"."""
    place = next((p for p in before.pieces if p.first >= before.end), None)
    return "" if place is None else " ".join(reading.words.raw[place.first : place.end])


def _are_sources(reading: Reading, before: Before) -> bool:
    """Whether bare "sources" are people that speak: "trusted sources only" are none."""
    if reading.low(before.end - 1) != "sources" or before.owner is not None:
        return True
    lists, last, after = around(), reading.low(before.first - 1), reading.low(before.end)
    told = last == "to" and reading.low(before.first - 2) == "according"
    spoke = after in lists.said or after in ("have", "had", "familiar", "who", "with", ",")
    return told or spoke or last in lists.cited


def _of_person(reading: Reading, before: Before) -> Found | None:
    """The body that a person belongs to: "Faeser's ministry"."""
    parent = reading.gazetteer.actors.get(before.owner.parent) if before.owner else None
    if parent is None or parent.kind is not ActorKind.BODY:
        return None
    return Found(0, 0, "role_phrase", parent)


def _source(reading: Reading, head: Head, before: Before) -> Found | None:
    fields = tuple(field for field in reversed(before.fields) if field != "industry")
    if head.word.startswith("people") and not _are_sources(reading, before):
        return None
    if before.owner is not None and head.word.startswith("people"):
        return Found(0, 0, "role_phrase", compose.role("", "", (), head.word, head.group))
    if before.owner is not None:
        return _of_owner(head, before, fields)
    if head.word.startswith("people") and fields and set(fields) - {"chip", "AI", "tech", "trade"}:
        return None
    counted = before.determiner in ("indefinite", "quantity")
    if head.number == "singular" and not counted and not before.nation:
        return None
    return known(reading, before.nation, fields, head)


def known(reading: Reading, state: str, fields: tuple[str, ...], head: Head) -> Found:
    actor = reading.gazetteer.actors.get(state)
    country = actor.country if actor else ""
    return Found(
        0,
        0,
        "role_phrase",
        compose.role(state, country, fields, head.word, head.group),
        explicit=actor is not None and head.group != "source",
    )


def _of_owner(head: Head, before: Before, fields: tuple[str, ...]) -> Found | None:
    if before.owner is None or before.owner.kind is ActorKind.PRODUCT:
        return None
    if before.owner.kind is ActorKind.OUTLET and head.group != "source":
        return None
    if head.number == "singular" and before.determiner != "indefinite" and head.group == "firms":
        return None
    return Found(
        0, 0, "role_phrase", compose.belonging(before.owner, fields, head.word, head.group)
    )


def _ask(
    what: str,
    head: Head,
    fields: tuple[str, ...] = (),
    *,
    state: str = "",
    local: bool = False,
    again: bool = False,
) -> Found:
    ask = Ask(what, head.word, head.group, fields, state, local, again=again)
    return Found(0, 0, "definite" if what != "group" or again else "role_phrase", ask=ask)


def _has(needs: str, before: Before) -> bool:
    elsewhere = before.elsewhere and needs != "nation"
    whose = bool(before.nation or before.is_local or elsewhere)
    if needs == "field":
        return bool(before.fields)
    if needs == "nation-or-field":
        return whose or bool(before.fields)
    if needs == "nation-or-state":
        return whose or "government" in before.heads
    return whose


READERS: dict[str, Callable[[Reading, Head, Before], Found | None]] = {
    "firms": _firms,
    "officials": _officials,
    "state": _state,
    "body": _body,
    "source": _source,
}
