"""Names as they stand: aliases, metonyms, dated offices, adjectives of nations, unknown names."""

from datetime import date

from timeline.actors import compose
from timeline.actors.before import scan, use_up
from timeline.actors.found import Ask, Found, Piece, Reading
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.lexemes import Name, adjective, around
from timeline.model import Actor, ActorKind, Use

_NATIONAL = (
    ActorKind.BODY,
    ActorKind.ORGANISATION,
    ActorKind.COMPANY,
    ActorKind.PERSON,
    ActorKind.OUTLET,
)
_COMPANY, _PERSON = ActorKind.COMPANY, ActorKind.PERSON
_LESSER = frozenset(("assistant", "deputy", "associate", "former", "ex", "under", "late"))
_NEAR = 8  # words around an ambiguous name in which a word of business counts


def find(reading: Reading, on: date | None) -> None:
    """Add every name that is part of no role phrase."""
    for piece in reading.pieces:
        if piece.used or not (piece.names or piece.lexeme.nation):
            continue
        if piece.names:
            _named(reading, piece, on)
        elif reading.low(piece.first - 1) != "non":
            actor = reading.gazetteer.actors[piece.lexeme.nation]
            reading.add(Found(piece.first, piece.end, "alias", actor, adjective=True))


def _named(reading: Reading, piece: Piece, on: date | None) -> None:
    if reading.low(piece.end) == "-" and reading.low(piece.end + 1) == "era":
        return  # "a Biden-era rule"
    name = choose(piece.names, on)
    if name is None:
        _vacant(reading, piece)
        return
    if name.title and reading.low(piece.first - 1) in _LESSER:
        return  # "Assistant Attorney General"
    if name.title:
        _emit_employer(reading, piece)
    if name.title and _stands_before_person(reading, piece):
        return
    if name.metonym and _is_place(reading, piece):
        return
    if not _absorb(reading, piece, name.actor):
        _of_another_state(reading, piece)
        return
    if _is_judge_named(reading, piece):
        return
    rule = "form" if piece.form else "metonym" if name.metonym else "alias"
    rule = "dated_role" if name.title else rule
    found = Found(piece.first, piece.end, rule, name.actor)
    if name.context and not _is_of_employer(reading, piece, name.actor):
        near = _is_business(reading, piece, name.actor.kind)
        found.ask, found.actor = Ask("context", names=(name,), near=near), None
    if name.common or (piece.form and piece.lexeme.owned):
        _ask_whose(reading, piece, name, found)
    reading.add(found)


def _is_judge_named(reading: Reading, piece: Piece) -> bool:
    """Whether the court's judge is named next: "US District Judge Amit Mehta" is Mehta."""
    after = reading.starts.get(piece.end) if reading.low(piece.end - 1) == "judge" else None
    return after is not None and bool(after.names) and after.names[0].actor.kind is _PERSON


def _ask_whose(reading: Reading, piece: Piece, name: Name, found: Found) -> None:
    """Ask which state's it is, unless the words say: "the Supreme Court of India"."""
    if piece.form:
        found.ask, found.actor = Ask("either", names=(*piece.lexeme.owned, name)), None
        return
    seat = _seat(reading, piece.end)
    if seat is None:
        words = " ".join(reading.words.raw[piece.first : piece.end])
        found.ask, found.actor = Ask("common", words, names=(name,)), None
        return
    state = reading.gazetteer.actors[reading.gazetteer.state_of(seat.names[0].actor)]
    if state.id == reading.gazetteer.state_of(name.actor):
        return
    known = next((one.actor for one in piece.lexeme.owned if one.owner == state.id), None)
    found.rule, found.actor = "role_phrase", known or compose.body(state, " ".join(name.written))
    found.end, seat.used = seat.end, True


def _seat(reading: Reading, at: int) -> Piece | None:
    """The state named behind a body, or its capital: "of India", "in New Delhi"."""
    if reading.low(at) not in ("of", "in"):
        return None
    seat = reading.starts.get(at + 1 + (reading.low(at + 1) == "the"))
    if seat is None or not seat.names or reading.low(seat.end) == "'s":
        return None
    return seat if seat.names[0].actor.kind is ActorKind.STATE else None


def _is_of_employer(reading: Reading, piece: Piece, actor: Actor) -> bool:
    """Whether whose they are stands before an ambiguous surname: "Nvidia's Huang"."""
    if actor.kind is not ActorKind.PERSON or reading.low(piece.first - 1) != "'s":
        return False
    owner = reading.ending(piece.first - 1)
    return bool(owner and owner.names and owner.names[0].actor.id == actor.parent)


def _vacant(reading: Reading, piece: Piece) -> None:
    """Add an office that nobody is known to hold: "the French economy minister"."""
    if _stands_before_person(reading, piece):
        return
    name = piece.names[0]
    state = reading.gazetteer.actors.get(reading.gazetteer.state_of(name.actor))
    if state is None or not is_governed(reading.gazetteer, name.actor):
        return
    words = " ".join(name.written)
    office = words.removeprefix(adjective(state.id)).strip()
    actor = compose.role(state.id, state.country, (), office, "office")
    reading.add(Found(piece.first, piece.end, "role_phrase", actor))


def _of_another_state(reading: Reading, piece: Piece) -> None:
    """Add the like of a known body that another state has: "India's Supreme Court"."""
    glued = reading.low(piece.first - 1) == "'s"
    before = reading.ending(piece.first - glued)
    if before is None:
        return
    state = before.lexeme.nation or before.names[0].actor.id
    before.used = True
    words = " ".join(reading.words.raw[piece.first : piece.end])
    actor = compose.body(reading.gazetteer.actors[state], words)
    reading.found[:] = [found for found in reading.found if found.end != before.end]
    reading.add(Found(before.first, piece.end, "role_phrase", actor))


def is_governed(gazetteer: Gazetteer, actor: Actor) -> bool:
    """Whether a person's office is of a state, not of a firm."""
    parent = gazetteer.actors.get(actor.parent)
    return parent is not None and parent.kind in (ActorKind.STATE, ActorKind.BODY)


def _emit_employer(reading: Reading, piece: Piece) -> None:
    owner = reading.gazetteer.owner_within(reading.words, piece.first, piece.end)
    if owner is not None:
        use = Use.ATTRIBUTIVE
        reading.add(Found(piece.first, owner[0], "alias", owner[1], use=use))


def choose(names: tuple[Name, ...], on: date | None) -> Name | None:
    """The name that holds on that day; a plain one before an ambiguous one."""
    if len(names) == 1 and not names[0].title:
        return names[0]
    titles = [name for name in names if name.title]
    if titles and len(titles) == len(names):
        return holder(names, on)
    plain = [name for name in names if not name.title]
    return next((name for name in plain if not name.context), plain[0])


def holder(names: tuple[Name, ...], on: date | None) -> Name | None:
    """Who holds the office on that day, as far as the seeds know."""
    return next((name for name in names if name.holds(on)), None)


def _stands_before_person(reading: Reading, piece: Piece) -> bool:
    """Whether the holder follows by name: "US Commerce Secretary Howard Lutnick"."""
    comma = reading.low(piece.end) == ","
    person = reading.starts.get(piece.end + comma)
    if person is None or not person.names or person.names[0].actor.kind is not ActorKind.PERSON:
        return False
    if not comma:
        person.first = piece.first
    return True


def _is_place(reading: Reading, piece: Piece) -> bool:
    """Whether the city is meant: "in Beijing"."""
    if reading.low(piece.end) in ("'s", "-"):
        return False
    return reading.low(piece.first - 1) in around().places


def _absorb(reading: Reading, piece: Piece, actor: Actor) -> bool:
    """Widen the name by what belongs to it: "China-based Sophgo", "Taiwan's TSMC", "Nvidia Corp".

    False where what stands before says that another is meant: "India's Supreme Court".
    """
    if actor.kind is _COMPANY:
        while reading.low(piece.end) in _tails() and reading.words.raw[piece.end][0].isupper():
            piece.end += 1
        _absorb_branch(reading, piece)
    if actor.kind is _PERSON and not piece.form:
        return True
    at = piece.first
    if reading.low(at - 1) in around().compound and reading.low(at - 2) == "-":
        nation = reading.ending(at - 2)
        if nation is not None and not nation.used and nation.first < at:
            nation.used, piece.first = True, nation.first
        return True
    before = reading.ending(at - (reading.low(at - 1) == "'s"))
    if before is None or before.used or actor.kind not in _NATIONAL:
        return True
    state = before.lexeme.nation
    if not state and before.names and before.names[0].actor.kind is ActorKind.STATE:
        state = before.names[0].actor.id
    if state and state == reading.gazetteer.state_of(actor):
        whole = scan(reading, at)
        use_up(before, whole)
        piece.first = min(piece.first, before.first)
        reading.found[:] = [found for found in reading.found if found.end != before.end]
        return True
    return not state or actor.kind is not ActorKind.BODY


def _absorb_branch(reading: Reading, piece: Piece) -> None:
    """Widen a firm's name by the country of its branch that speaks: "Google Japan said"."""
    branch = reading.starting(piece.end)
    if branch is None or not branch.names or reading.low(branch.end) not in around().said:
        return
    if branch.names[0].actor.kind is ActorKind.STATE:
        branch.used, piece.end = True, branch.end


def _tails() -> frozenset[str]:
    return around().low_tail


def _is_business(reading: Reading, piece: Piece, kind: ActorKind) -> bool:
    words = around().context.get(kind.value, frozenset())
    low = reading.words.low
    if kind is ActorKind.COMPANY and reading.low(piece.end) in around().said:
        return True
    near = low[max(0, piece.first - _NEAR) : piece.first] + low[piece.end : piece.end + _NEAR]
    return not words.isdisjoint(near)
