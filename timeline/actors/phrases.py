"""Role phrases: a head noun, what stands before it, and what that makes of it.

To add a group of heads, add its reader to ``_READERS``.
"""

from collections.abc import Callable

from timeline.actors import compose, offices
from timeline.actors.before import Before, emit_owner, scan, use_up
from timeline.actors.found import Ask, Found, Piece, Reading, head_of
from timeline.actors.lexemes import Head, around
from timeline.actors.standing import stands_before_noun
from timeline.model import ActorKind, Use

_SPEAK = frozenset(
    (
        "said",
        "say",
        "told",
        "added",
        "explained",
        "claimed",
        "confirmed",
        "revealed",
        "have",
        "had",
        "familiar",
        "who",
        ",",
        "with",
    )
)
_NAMED = (ActorKind.COMPANY, ActorKind.BODY, ActorKind.ORGANISATION)


def find(reading: Reading) -> None:
    """Add every role phrase of the sentence to ``reading.found`` and mark its pieces as used."""
    for piece in reading.pieces:
        lexeme = piece.lexeme
        if piece.used:
            continue
        if lexeme.owned and offices.find_owned(reading, piece):
            continue
        head = head_of(piece)
        if head is None or _is_modifier(reading, piece, head):
            continue
        before = scan(reading, piece.first)
        before.end = piece.end
        if head.group == "office":
            offices.find(reading, piece, head, before)
        else:
            _phrase(reading, piece, head, before)


def _is_modifier(reading: Reading, piece: Piece, head: Head) -> bool:
    """ "industry" in "industry experts": the head comes after."""
    if head.number == "plural":
        return False
    after = reading.starting(piece.end)
    if after is None or after.names:
        return False
    if after.lexeme.head is not None or after.lexeme.owned:
        return True
    more = reading.starting(after.end) if after.lexeme.fields else None
    return more is not None and more.lexeme.head is not None and not more.names


def _phrase(reading: Reading, piece: Piece, head: Head, before: Before) -> None:
    if head.number == "singular" and head.group in ("officials", "source"):
        if stands_before_noun(reading.words, piece.end):
            return  # "an official statement"
    end = _after(reading, piece, head, before)
    if _is_apposed(reading, piece, head, before):
        return
    found = _READERS[head.group](reading, head, before)
    if found is None:
        return
    found.first, found.end = before.first, end
    found.plural = head.number == "plural"
    found.whole = head.group in ("officials", "source")
    if found.ask is not None and head.group in ("firms", "officials") and not found.ask.state:
        found.ask.state = _example(reading, end)
        found.ask.bare = found.ask.bare or reading.low(end) == "from"
    if found.actor is not None and before.owner_piece is not None:
        emit_owner(reading, before)
    use_up(piece, before)
    reading.add(found)
    if before.nation and found.actor is not None:
        _coordinated(reading, head, before)


def _firms(reading: Reading, head: Head, before: Before) -> Found | None:
    state = before.nation or before.elsewhere
    fields = tuple(field for field in reversed(before.fields) if field != "industry")
    if before.owner is not None:
        return _of_owner(head, before, fields)
    if head.number == "singular":
        points = before.determiner in ("definite", "place") and not head.loose
        if points and (not fields or head.word != "companies"):
            return _ask("company", head, state=before.nation)
        if not before.nation or before.determiner == "possessive":
            return None
    if head.number == "mass" and not (state or before.is_local or before.determiner == "place"):
        return None
    if head.needs and not _has(head.needs, before):
        return None
    if state:
        return _known(reading, state, fields, head)
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
    return _known(reading, "", fields, head)


def _officials(reading: Reading, head: Head, before: Before) -> Found | None:
    fields = tuple(reversed(before.fields))
    if before.owner is not None:
        return _of_owner(head, before, fields)
    if head.word == "leaders" and (before.heads or not before.nation):
        if not before.nation:
            return None
    if head.needs and not _has(head.needs, before):
        return None
    if head.number == "singular" and head.word == "regulators":
        if before.determiner == "definite" and not fields:
            return _ask("body", head, state=before.nation)
    if before.nation or before.elsewhere:
        return _known(reading, before.nation or before.elsewhere, fields, head)
    if head.loose and not before.is_local:
        return None
    return _ask("group", head, fields, local=before.is_local)


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
    definite = before.determiner in ("definite", "place", "possessive", "indefinite")
    if not fields:
        indefinite = before.determiner == "indefinite" and before.nation
        if (definite or before.heads) and not indefinite:
            return _ask("body", head, state=before.nation)
        if not (before.nation and head.needs in ("", "nation")):
            return None
    if head.needs == "nation" and not before.nation:
        return _ask("body", head) if definite else None
    if before.nation:
        return _known(reading, before.nation, fields, head)
    return _ask("group", head, fields, local=True)


def _are_sources(reading: Reading, before: Before) -> bool:
    """Whether bare "sources" are people that speak: "trusted sources only" are none."""
    if reading.low(before.end - 1) != "sources" or before.owner is not None:
        return True
    cited = reading.low(before.first - 1) in ("citing", "cited", "quoting", "cites", "quoted")
    cited = cited or (
        reading.low(before.first - 1) == "to" and reading.low(before.first - 2) == "according"
    )
    return cited or reading.low(before.end) in _SPEAK


def _of_person(reading: Reading, before: Before) -> Found | None:
    """ "Faeser's ministry" is the one that Faeser belongs to."""
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
    if head.number == "singular" and before.determiner not in ("indefinite", "quantity"):
        if not before.nation:
            return None
    return _known(reading, before.nation, fields, head)


_READERS: dict[str, Callable[[Reading, Head, Before], Found | None]] = {
    "firms": _firms,
    "officials": _officials,
    "state": _state,
    "body": _body,
    "source": _source,
}


def _known(reading: Reading, state: str, fields: tuple[str, ...], head: Head) -> Found:
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


def _is_apposed(reading: Reading, piece: Piece, head: Head, before: Before) -> bool:
    """ "chipmaker Nvidia" is Nvidia, and so is "Nvidia, a chipmaker": no mention of its own."""
    after = reading.starts.get(piece.end)
    named = after is not None and after.names and after.names[0].actor.kind in _NAMED
    if head.group in ("firms", "body") and after is not None and named:
        if head.number == "singular" or (before.nation and not head.loose):
            after.first = before.first
            use_up(piece, before)
            return True
    if _describes(reading, head, before) or _names_itself(reading, piece, head, before):
        use_up(piece, before)
        return True
    return False


def _describes(reading: Reading, head: Head, before: Before) -> bool:
    """ "SMIC, China's largest foundry", "Huawei and Hikvision, two tech giants"."""
    if before.first < 2 or reading.low(before.first - 1) != ",":
        return False
    named = reading.ends.get(before.first - 1)
    if named is None or not named.names:
        return False
    kind, first = named.names[0].actor.kind, reading.low(before.first)
    if head.group in ("officials", "source"):
        return head.number == "singular" and kind is ActorKind.PERSON
    if head.group != "firms" or kind not in _NAMED:
        return False
    if head.number == "singular":
        return before.determiner != "" or before.nation != ""
    return first in ("two", "three", "both", "one")


def _names_itself(reading: Reading, piece: Piece, head: Head, before: Before) -> bool:
    """ "a Chinese designer, Sophgo": the name that follows the comma is meant."""
    if head.number != "singular" or head.group != "firms" or before.determiner != "indefinite":
        return False
    after = reading.starts.get(piece.end + 1) if reading.low(piece.end) == "," else None
    if after is None or not after.names:
        return False
    return after.names[0].actor.kind is ActorKind.COMPANY


def _after(reading: Reading, piece: Piece, head: Head, before: Before) -> int:
    """Where the phrase ends: "familiar with the matter", "in China", "of AI systems" belong to it."""
    end = piece.end
    if head.group == "source" and head.word.startswith("people"):
        if reading.low(end - 1) in ("sources", "insiders", "insider"):
            return end
        ends = around().source_ends
        return next((at + 1 for at in range(end, end + 7) if reading.low(at) in ends), end)
    if head.group == "firms" and reading.low(end) == "of":
        end = _of_fields(reading, end, before)
    if not before.nation and before.owner is None and head.group != "source":
        end = _in_state(reading, end, before)
    return end


def _of_fields(reading: Reading, end: int, before: Before) -> int:
    at, taken = end + 1, list[str]()
    while (piece := reading.starting(at)) and piece.lexeme.fields and not piece.names:
        taken.extend(piece.lexeme.fields)
        at = piece.end
    if not taken:
        return end
    before.fields.extend(reversed(taken))
    return at + (reading.low(at) in ("systems", "models", "tools", "products", "equipment"))


def _in_state(reading: Reading, end: int, before: Before) -> int:
    if reading.low(end) not in ("in", "from", "of"):
        return end
    at = end + 1 + (reading.low(end + 1) == "the")
    piece = reading.starts.get(at)
    if piece is None or not piece.names or reading.low(piece.end) in ("'s", "-"):
        return end
    actor = piece.names[0].actor
    if actor.kind is not ActorKind.STATE or before.elsewhere:
        return end
    before.nation, piece.used = actor.id, True
    return piece.end


def _example(reading: Reading, end: int) -> str:
    """The state of the firm named as an example: "companies such as Huawei"."""
    at = end + (reading.low(end) == ",")
    if reading.low(at) not in ("such", "like", "including") and reading.low(at) != "--":
        return ""
    for place in range(at + 1, at + 4):
        piece = reading.starts.get(place)
        if piece and piece.names and piece.names[0].actor.kind in _NAMED:
            return reading.gazetteer.state_of(piece.names[0].actor)
    return ""


def _coordinated(reading: Reading, head: Head, before: Before) -> None:
    """ "US" in "US and Chinese officials" is a phrase too."""
    at = before.first - 1
    while reading.low(at) in ("and", "or", ","):
        piece = reading.ending(at)
        if piece is None or piece.used:
            return
        names = piece.names
        state = piece.lexeme.nation or (
            names[0].actor.id if names and names[0].actor.kind is ActorKind.STATE else ""
        )
        if not state or (names and reading.low(at) == ","):
            return
        fields = tuple(reversed(before.fields))
        group = _known(reading, state, fields, head)
        if head.group == "state":
            group = Found(0, 0, "role_phrase", reading.gazetteer.actors[state], explicit=True)
        group.first, group.end, group.plural, group.use = piece.first, piece.end, True, Use.NOUN
        piece.used = True
        reading.add(group)
        at = piece.first - 1
