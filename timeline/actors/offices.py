"""Offices and bodies that somebody owns: "Nvidia's finance chief", "the commerce ministry"."""

from timeline.actors import compose
from timeline.actors.before import Before, emit_owner, scan, use_up
from timeline.actors.found import Ask, Found, Piece, Reading
from timeline.actors.lexemes import Head, Name
from timeline.model import Actor, ActorKind

_PERSONAL = ("scholar", "honorific")


def find_owned(reading: Reading, piece: Piece) -> bool:
    """Read "commerce ministry", "CEO"; False where the words before say something else."""
    if piece.names:
        return _is_of_another(reading, piece)
    person = _person_after(reading, piece.end)
    lesser = reading.low(piece.first - 1) in ("assistant", "deputy", "associate", "former", "ex")
    if lesser and person is None and piece.lexeme.owned[0].title:
        return True
    before = scan(reading, piece.first)
    if person is not None and piece.lexeme.owned[0].title:
        _titled(reading, piece, before, person)
        return True
    if piece.lexeme.owned[0].title and _is_apposed(reading, before):
        piece.used = True
        return True
    owner = before.owner or reading.gazetteer.actors.get(before.nation or _seat(reading, piece))
    names = _of(piece.lexeme.owned, owner) if owner else piece.lexeme.owned
    if owner is not None and names:
        rule = "dated_role" if names[0].title else "alias"
        _emit(
            reading, piece, before, Found(0, 0, rule, ask=Ask("owned", names=names, state=owner.id))
        )
        return True
    if owner is not None or before.elsewhere:
        return _is_like_office(reading, piece, before)
    if piece.end - piece.first == 1:
        return False
    ask = Ask("owned", " ".join(reading.words.low[piece.first : piece.end]), names=names)
    _emit(reading, piece, before, Found(0, 0, "alias", ask=ask))
    return True


def _is_like_office(reading: Reading, piece: Piece, before: Before) -> bool:
    """Whether some other state has its like: "France's industry minister", "India's tax bureau"."""
    lexeme, nation = piece.lexeme, reading.gazetteer.actors.get(before.nation)
    if nation is None or _is_apposed(reading, before):
        return False
    if lexeme.head is not None and (lexeme.owned[0].title or lexeme.head.group == "state"):
        return False
    words = " ".join(reading.words.low[piece.first : piece.end])
    fields = tuple(reversed(before.fields))
    if lexeme.owned[0].title:
        actor = compose.role(nation.id, nation.country, fields, words, "office")
    elif piece.end - piece.first > 1 or fields:
        actor = compose.body(nation, " ".join((*fields, words)))
    else:
        return False
    _emit(reading, piece, before, Found(0, 0, "role_phrase", actor))
    return True


def _seat(reading: Reading, piece: Piece) -> str:
    """The state in whose capital it sits: "the commerce ministry in Beijing"."""
    seat = reading.starts.get(piece.end + 1) if reading.low(piece.end) == "in" else None
    if seat is None or not seat.names or seat.names[0].actor.kind is not ActorKind.STATE:
        return ""
    return seat.names[0].actor.id


def find(reading: Reading, piece: Piece, head: Head, before: Before) -> None:
    """An office: with a person's name it is part of that; else it is somebody's, or nobody's."""
    person = _person_after(reading, piece.end)
    if person is not None:
        _titled(reading, piece, before, person)
    elif head.office == "spokesperson":
        _spokesperson(reading, piece, before)
    elif head.office not in _PERSONAL and not _apposed(reading, piece, before):
        _alone(reading, piece, head, before)


def _alone(reading: Reading, piece: Piece, head: Head, before: Before) -> None:
    fields = tuple(reversed(before.fields))
    actors = reading.gazetteer.actors
    if before.owner is not None and before.owner.kind in (
        ActorKind.COMPANY,
        ActorKind.ORGANISATION,
    ):
        if head.office == "firm" or fields:
            actor = compose.belonging(before.owner, fields, head.word, "office")
            _emit(reading, piece, before, Found(0, 0, "role_phrase", actor))
    elif before.nation and head.office == "state":
        country = actors[before.nation].country
        actor = compose.role(before.nation, country, fields, head.word, "office")
        _emit(reading, piece, before, Found(0, 0, "role_phrase", actor))
    elif before.determiner == "definite" and (head.office == "state" or head.office == "firm"):
        ask = Ask("person", head.word)
        _emit(reading, piece, before, Found(0, 0, "definite", ask=ask))


def _spokesperson(reading: Reading, piece: Piece, before: Before) -> None:
    """Read "a Commerce Department spokesperson" as Commerce, "a spokesperson" as who was named."""
    if reading.low(piece.end) in ("for", "of", "at"):
        _speaks_for(reading, piece, before)
        return
    if before.owner is not None:
        found = Found(0, 0, "alias", before.owner)
        before.owner_piece = None
    elif before.heads:
        found = Found(0, 0, "definite", ask=Ask("body", before.heads[0], state=before.nation))
        if before.heads[0] == "companies":
            found.ask = Ask("company", "companies")
    elif before.determiner in ("indefinite", "definite", "possessive") and not before.nation:
        found = Found(0, 0, "definite", ask=Ask("body", "spokesperson"))
    elif before.nation and before.nation in reading.gazetteer.actors:
        found = Found(0, 0, "role_phrase", reading.gazetteer.actors[before.nation])
    else:
        return
    _emit(reading, piece, before, found)


def _speaks_for(reading: Reading, piece: Piece, before: Before) -> None:
    """Read "a spokesperson for Commerce" as Commerce, unless a person is so described."""
    use_up(piece, before)
    at = piece.end + 1
    named = reading.starts.get(at + (reading.low(at) == "the"))
    if named is None or not named.names or reading.low(before.first - 1) == ",":
        return
    if named.names[0].actor.kind is not ActorKind.STATE and reading.low(named.end) != "'s":
        named.first = before.first


def _titled(reading: Reading, piece: Piece, before: Before, person: Piece) -> None:
    """Make "Nvidia founder Jensen Huang" one mention of Huang; Nvidia rides along."""
    emit_owner(reading, before)
    use_up(piece, before)
    comma = reading.low(person.first - 1) == ","
    if comma and before.determiner not in ("definite", "place", "possessive") and not before.owner:
        return
    person.first = min(person.first, before.first)


def _apposed(reading: Reading, piece: Piece, before: Before) -> bool:
    """Whether it describes who is named before the comma; then it is used up with its owner."""
    if not _is_apposed(reading, before):
        return False
    emit_owner(reading, before)
    use_up(piece, before)
    return True


def _is_apposed(reading: Reading, before: Before) -> bool:
    """Whether a name and a comma stand before it: "Jensen Huang, its CEO"."""
    if reading.low(before.first - 1) != ",":
        return False
    named = reading.ending(before.first - 1)
    if named is None:
        return reading.words.raw[before.first - 2][:1].isupper()
    return bool(named.names) and named.names[0].actor.kind is ActorKind.PERSON


def _is_of_another(reading: Reading, piece: Piece) -> bool:
    """Whether another state owns it: "China's" before "Commerce Department"."""
    before = scan(reading, piece.first)
    owner = reading.gazetteer.actors.get(before.nation)
    if owner is None or any(name.owner == "" and _under(name.actor, owner) for name in piece.names):
        return False
    names = _of(piece.lexeme.owned, owner)
    if not names:
        return False
    _emit(
        reading, piece, before, Found(0, 0, "alias", ask=Ask("owned", names=names, state=owner.id))
    )
    return True


def _under(actor: Actor, owner: Actor) -> bool:
    return owner.id in (actor.parent, actor.country.lower())


def _of(names: tuple[Name, ...], owner: Actor) -> tuple[Name, ...]:
    return tuple(name for name in names if name.owner == owner.id)


def _person_after(reading: Reading, at: int) -> Piece | None:
    """The person named right after an office, or after its comma."""
    comma = reading.low(at) == ","
    piece = reading.starts.get(at + comma)
    if piece is None or not piece.names or piece.names[0].actor.kind is not ActorKind.PERSON:
        return None
    closed = reading.low(piece.end) in (",", ".", "", ";", ")") or not comma
    return piece if closed else None


def _emit(reading: Reading, piece: Piece, before: Before, found: Found) -> None:
    found.first, found.end = before.first, piece.end
    if before.owner_piece is not None:
        emit_owner(reading, before)
    use_up(piece, before)
    reading.add(found)
