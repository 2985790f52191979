"""Role phrases: a head noun, what stands before and after it, and what that makes of it."""

from timeline.actors import offices
from timeline.actors.after import end_of, example
from timeline.actors.before import Before, emit_owner, scan, use_up
from timeline.actors.found import Found, Piece, Reading, head_of
from timeline.actors.groups import READERS, known
from timeline.actors.lexemes import Head
from timeline.actors.standing import stands_before_noun
from timeline.model import ActorKind, Use

_RULING = ("regulators", "authorities")
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
    """Whether the head comes after: "industry" in "industry experts"."""
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
    one = head.number == "singular" and head.group in ("officials", "source")
    if one and stands_before_noun(reading.words, piece.end):
        return  # "an official statement"
    end = end_of(reading, piece, head, before)
    if _is_apposed(reading, piece, head, before):
        return
    found = READERS[head.group](reading, head, before)
    if found is None:
        return
    found.first, found.end = before.first, end
    found.plural = head.number == "plural"
    found.whole = head.group in ("officials", "source")
    if found.ask is not None:
        found.ask.federal = before.is_federal
    if found.ask is not None and head.group in ("firms", "officials") and not found.ask.state:
        found.ask.state = example(reading, end)
        found.ask.bare = found.ask.bare or reading.low(end) == "from"
    if found.actor is not None and before.owner_piece is not None:
        emit_owner(reading, before)
    use_up(piece, before)
    reading.add(found)
    if before.nation and found.actor is not None:
        _coordinated(reading, head, before)


def _is_apposed(reading: Reading, piece: Piece, head: Head, before: Before) -> bool:
    """Whether it is no mention of its own: "chipmaker Nvidia", "Nvidia, a chipmaker"."""
    after = reading.starts.get(piece.end)
    named = after is not None and after.names and after.names[0].actor.kind in _NAMED
    titles = head.number == "singular" or (before.nation and not head.loose)
    authority = head.group == "officials" and head.number == "singular" and head.word in _RULING
    if authority and after is not None and after.names:
        named = named and after.names[0].actor.kind is ActorKind.BODY
    if (head.group in ("firms", "body") or authority) and after is not None and named and titles:
        after.first = before.first
        use_up(piece, before)
        return True
    if _describes(reading, head, before) or _names_itself(reading, piece, head, before):
        use_up(piece, before)
        return True
    return False


def _describes(reading: Reading, head: Head, before: Before) -> bool:
    """Whether it describes the name before the comma: "SMIC, China's largest foundry"."""
    if before.first < 2 or reading.low(before.first - 1) != ",":
        return False
    end = before.first - 1
    if reading.low(end - 1) == ")" and reading.low(end - 3) == "(":
        end -= 3  # "Semiconductor Manufacturing International Corp (SMIC), a foundry"
    named = reading.ends.get(end)
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
    """Whether the name after the comma is meant: "a Chinese designer, Sophgo"."""
    if head.number != "singular" or head.group != "firms" or before.determiner != "indefinite":
        return False
    after = reading.starts.get(piece.end + 1) if reading.low(piece.end) == "," else None
    if after is None or not after.names:
        return False
    return after.names[0].actor.kind is ActorKind.COMPANY


def _coordinated(reading: Reading, head: Head, before: Before) -> None:
    """Add the other half of "US and Chinese officials"."""
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
        group = known(reading, state, fields, head)
        if head.group == "state":
            group = Found(0, 0, "role_phrase", reading.gazetteer.actors[state], explicit=True)
        group.first, group.end, group.plural, group.use = piece.first, piece.end, True, Use.NOUN
        piece.used = True
        reading.add(group)
        at = piece.first - 1
