"""What is read in one sentence before the rest of the document is known."""

from collections.abc import Callable
from dataclasses import field
from itertools import compress

from timeline.actors.gazetteer import Gazetteer, is_written
from timeline.actors.lexemes import Head, Lexeme, Name
from timeline.actors.words import Words
from timeline.model import Actor, Use
from timeline.tokens import padded
from timeline.values import dataclass


@dataclass(slots=True)
class Piece:
    """A run of words that the trie knows."""

    first: int
    end: int
    lexeme: Lexeme
    names: tuple[Name, ...] = ()
    used: bool = False
    form: bool = False  # known by its form alone


@dataclass(slots=True)
class Ask:
    """What the document has to answer before a mention has an actor.

    ``what`` is group (a role phrase without a country), company, body, state, person ("the
    minister"), familiar ("one of the people"), surname, owned ("the commerce ministry"), context
    (an ambiguous name), they, it, he.
    """

    what: str
    word: str = ""
    group: str = ""
    fields: tuple[str, ...] = ()
    state: str = ""
    local: bool = False
    names: tuple[Name, ...] = ()
    near: bool = False  # a word of business stands near
    again: bool = False  # "these firms": the group spoken of
    pair: bool = False  # "the two companies"
    bare: bool = False  # "601 entities": no country may be supplied
    federal: bool = False  # "federal agencies": of a federation


@dataclass(slots=True)
class Found:
    """A mention in the making: its words, and its actor or what must be asked for it."""

    first: int
    end: int
    rule: str
    actor: Actor | None = None
    ask: Ask | None = None
    use: Use | None = None
    plural: bool = False
    whole: bool = False  # stands before no noun ("a US official")
    adjective: bool = False
    subject: bool = False
    office: str = ""
    stands: bool = False  # whether use and subject have been told
    explicit: bool = False  # a role phrase that names its country itself
    short: str = ""  # the short form that follows in brackets: "Fair Trade Commission (FTC)"


@dataclass(slots=True)
class Reading:
    """A sentence while it is read: its words, the pieces of the trie, the mentions so far.

    ``low`` gives a word in small letters; "" outside the sentence.
    """

    text: str
    words: Words
    gazetteer: Gazetteer
    low: Callable[[int], str]
    pieces: list[Piece] = field(default_factory=list)
    starts: dict[int, Piece] = field(default_factory=dict)
    ends: dict[int, Piece] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)

    def add(self, found: Found) -> Found:
        self.found.append(found)
        return found

    def ending(self, at: int) -> Piece | None:
        """The piece before word ``at``, be it only a "the" or a "senior"."""
        piece = self.ends.get(at)
        if piece is not None or at < 1 or self.words.low[at - 1] not in self.gazetteer.quiet_ends:
            return piece
        low, root = self.words.low, self.gazetteer.root
        for first in range(at - 1, max(-1, at - 4), -1):
            if low[first] not in root:
                continue
            match = self.gazetteer.match(self.words, first)
            if match is not None and match[0] == at and match[1].quiet:
                piece = self.ends[at] = Piece(first, at, match[1])
        return piece

    def starting(self, at: int) -> Piece | None:
        """The piece that begins with word ``at``, be it only a "the" or a "senior"."""
        piece = self.starts.get(at)
        if piece is None and at < len(self.words.low):
            match = self.gazetteer.match(self.words, at)
            if match is not None and match[1].quiet:
                piece = Piece(at, match[0], match[1])
        return piece


def read(text: str, words: Words, gazetteer: Gazetteer) -> Reading:
    """The pieces of a sentence, longest match first, left to right; quiet ones only on demand."""
    reading = Reading(text, words, gazetteer, padded(words.low))
    at, low, root = 0, [*words.low, ""], gazetteer.root
    for place in compress(range(len(words)), map(root.__contains__, words.low)):
        if place < at:
            continue
        node = root[low[place]]
        if node.quiet and low[place + 1] not in node.after:
            continue
        match = gazetteer.match(words, place)
        if match is None:
            continue
        if low[place] == "the" and _is_longer(gazetteer, words, place + 1, match[0]):
            continue
        at, lexeme = match
        if not lexeme.quiet:
            _piece(reading, place, at, lexeme)
    return reading


def _is_longer(gazetteer: Gazetteer, words: Words, place: int, end: int) -> bool:
    """Whether the name after "the" reaches further: "the House Select Committee"."""
    match = gazetteer.match(words, place) if place < len(words) else None
    return match is not None and match[0] > end


def _piece(reading: Reading, first: int, end: int, lexeme: Lexeme) -> None:
    names = lexeme.names
    if lexeme.cased:
        words = reading.words
        names = tuple(name for name in names if is_written(name, words, first, end))
    piece = Piece(first, end, lexeme, names, lexeme.stop)
    reading.pieces.append(piece)
    reading.starts[first] = reading.ends[end] = piece


def head_of(piece: Piece) -> Head | None:
    """The head noun a piece is, unless it is a name."""
    return None if piece.names or piece.used else piece.lexeme.head
