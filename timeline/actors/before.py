"""What stands before a head noun: "several", "China's", "senior", "AI chip"."""

from dataclasses import field

from timeline.actors.found import Found, Piece, Reading
from timeline.actors.lexemes import around
from timeline.model import Actor, ActorKind, Use
from timeline.values import dataclass

_MOST = 8  # words before the head that are looked at


@dataclass(slots=True)
class Before:
    """The modifiers of one head, gathered from right to left; ``first`` is the leftmost word."""

    first: int
    end: int = 0
    fields: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    determiner: str = ""
    is_counted: bool = False  # "601 entities"
    nation: str = ""
    owner: Actor | None = None
    owner_piece: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_local(self) -> bool:
        return "local" in self.modifiers

    @property
    def is_federal(self) -> bool:
        return "federal" in self.modifiers

    @property
    def elsewhere(self) -> str:
        """Where else they are from: "foreign" or "Western", where the words say so."""
        if "foreign" in self.modifiers:
            return "foreign"
        return "Western" if "western" in self.modifiers else ""


def scan(reading: Reading, at: int) -> Before:
    """The modifiers of the head whose first word is ``at``."""
    before = Before(at)
    for _ in range(_MOST):
        at = before.first
        piece = reading.ending(at)
        if piece is None or (piece.used and not piece.lexeme.head):
            if not _odd_word(reading, before, at):
                break
        elif not _take(reading, before, piece):
            break
    _determiner(reading, before)
    return before


def _take(reading: Reading, before: Before, piece: Piece) -> bool:
    """Take a known piece in; False where the phrase ends before it, or with it."""
    lexeme = piece.lexeme
    if piece.names or lexeme.nation:
        if not before.nation and before.owner is None:
            _whose(before, piece)
        return False
    if lexeme.head and lexeme.head.number != "plural" and lexeme.head.group != "office":
        before.heads.append(lexeme.head.word)
        before.fields.extend(lexeme.fields)
    elif lexeme.fields:
        before.fields.extend(reversed(lexeme.fields))
    elif lexeme.modifier:
        if before.determiner == "quantity" and reading.low(piece.end - 1).endswith("ed"):
            return False  # "blacklisted two banks"
        before.modifiers.append(lexeme.modifier)
    elif lexeme.determiner == "quantity":
        before.determiner = "quantity"
    else:
        return False
    before.first = piece.first
    before.pieces.append(piece)
    return True


def _odd_word(reading: Reading, before: Before, at: int) -> bool:
    """Take in what no list has: a number, "China-based", the 's of an owner, one plain word."""
    word = reading.low(at - 1)
    if word == "'s" or (word == "'" and reading.low(at - 2).endswith("s")):
        piece = reading.ending(at - 1)
        if piece is not None and (piece.names or piece.lexeme.nation):
            _whose(before, piece)
        elif piece is not None and piece.lexeme.place:
            before.first, before.determiner = piece.first, "place"
        return False
    if word.replace(",", "").isdigit():
        before.first, before.determiner, before.is_counted = at - 1, "quantity", True
        return True
    if word in around().compound and reading.low(at - 2) == "-":
        return _compound(reading, before, at - 2)
    return _plain_word(reading, before, at)


def _plain_word(reading: Reading, before: Before, at: int) -> bool:
    """One unknown word between a nation and the head: "Chinese lidar makers"."""
    piece, word = reading.ending(at - 1), reading.low(at - 1)
    if piece is None or not piece.lexeme.nation or not word.isalpha() or reading.ending(at):
        return False
    lists = around()
    if word.endswith(("s", "ed", "ing", "ly")) or word in lists.function:
        return False
    if word in lists.prepositions or word in lists.verbs or word in lists.either:
        return False
    before.fields.append(word)
    before.first = at - 1
    return True


def _compound(reading: Reading, before: Before, hyphen: int) -> bool:
    """Take in "China-based", which says the nation, or "Santa Clara-based", which does not."""
    piece = reading.ending(hyphen)
    if piece is not None and (piece.names or piece.lexeme.nation):
        if reading.low(hyphen + 1) in ("based", "headquartered", "registered"):
            _whose(before, piece)
        before.first = piece.first
        before.pieces.append(piece)
        return True
    if reading.words.raw[hyphen - 1][:1].isupper() or reading.low(hyphen - 1) in (
        "state",
        "government",
    ):
        before.first = hyphen - 1
        before.modifiers.append("rank")
        return True
    return False


def _whose(before: Before, piece: Piece) -> None:
    """The nation or the owner that a piece before the head says."""
    actor = piece.names[0].actor if piece.names else None
    before.first = piece.first
    before.pieces.append(piece)
    if piece.lexeme.nation:
        before.nation = piece.lexeme.nation
    elif actor is None:
        return
    elif actor.kind is ActorKind.STATE:
        before.nation = actor.id
    else:
        before.owner, before.owner_piece = actor, piece


def _determiner(reading: Reading, before: Before) -> None:
    """The article or number before all that, which belongs to the phrase."""
    for _ in range(3):
        piece = reading.ending(before.first)
        if piece is None or not piece.lexeme.determiner or piece.names:
            word = reading.low(before.first - 1)
            if not word.replace(",", "").isdigit() or before.nation == "":
                return
            before.first, before.determiner = before.first - 1, "quantity"
            continue
        if before.determiner != "quantity" or piece.lexeme.determiner == "definite":
            before.determiner = piece.lexeme.determiner
        before.first = piece.first
        before.pieces.append(piece)
        if piece.lexeme.determiner != "quantity":
            return


def emit_owner(reading: Reading, before: Before) -> None:
    """Add the owner that stands in a phrase as a mention of its own: "Nvidia" in "Nvidia's CEO"."""
    piece = before.owner_piece
    if piece is not None and before.owner is not None:
        use = Use.POSSESSIVE if reading.low(piece.end) in ("'s", "'") else Use.ATTRIBUTIVE
        reading.add(Found(piece.first, piece.end, "alias", before.owner, use=use))


def use_up(piece: Piece, before: Before) -> None:
    """Mark a phrase's pieces, so that nothing else is read in them."""
    piece.used = True
    for other in before.pieces:
        other.used = True
