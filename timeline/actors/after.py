"""What stands after a head noun and belongs to it: "in China", "of AI systems"."""

from timeline.actors.before import Before
from timeline.actors.found import Piece, Reading
from timeline.actors.lexemes import Head, around
from timeline.model import ActorKind

_NAMED = (ActorKind.COMPANY, ActorKind.BODY, ActorKind.ORGANISATION)


def end_of(reading: Reading, piece: Piece, head: Head, before: Before) -> int:
    """Where the phrase ends: "with the matter", "in China", "of AI systems" belong to it."""
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
    if head.word == "embassy" and before.nation:
        end = _in_capital(reading, end, before)
    return end


def _in_capital(reading: Reading, end: int, before: Before) -> int:
    """Take in where an embassy stands: "in Tokyo", "to the Netherlands"."""
    at = end + 1 + (reading.low(end + 1) == "the")
    place = reading.starts.get(at) if reading.low(end) in ("in", "to") else None
    if place is None or not place.names or place.names[0].actor.kind is not ActorKind.STATE:
        return end
    place.used = True
    before.pieces.append(place)
    return place.end


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


def example(reading: Reading, end: int) -> str:
    """The state of the firm named as an example: "companies such as Huawei"."""
    at = end + (reading.low(end) == ",")
    if reading.low(at) not in ("such", "like", "including") and reading.low(at) != "--":
        return ""
    for place in range(at + 1, at + 4):
        piece = reading.starts.get(place)
        if piece and piece.names and piece.names[0].actor.kind in _NAMED:
            return reading.gazetteer.state_of(piece.names[0].actor)
    return ""
