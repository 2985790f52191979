"""Documents, their blocks and sentences, and where words stand in them."""

from datetime import date
from enum import StrEnum

from timeline.interval import Interval
from timeline.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a value rests on, where they stand, and the rule that read them.

    ``document.text[span.start:span.end] == text`` always; the build checks it.
    """

    span: Span
    text: str
    rule: str


class BlockKind(StrEnum):
    """What a stretch of a document is; only the first four are read for claims."""

    TITLE = "title"
    DECK = "deck"
    HEADING = "heading"
    BODY = "body"
    FRONT_MATTER = "front_matter"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"
    SIDEBAR = "sidebar"
    COMMENTS = "comments"

    @property
    def is_read(self) -> bool:
        return self in (BlockKind.TITLE, BlockKind.DECK, BlockKind.HEADING, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document of one kind, and the rule that told the kind."""

    span: Span
    kind: BlockKind
    rule: str


class DateBasis(StrEnum):
    """How a publication date is known, best first."""

    METADATA = "metadata"  # front matter, --dct, or the page's own metadata
    ADDRESS = "address"  # a date in the URL
    DATELINE = "dateline"  # a date line at the head or foot of the text itself
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how that is known.

    ``dct`` is the day that relative expressions count from; None where it is unknown, and then
    it is asked for, never guessed.  ``reason`` is for people: "the address holds 2024/09/28".
    """

    when: Interval | None
    dct: date | None
    basis: DateBasis
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article or official text.

    ``text`` is the file decoded and nothing else, so that spans are offsets into the file as
    given; unsafe characters are replaced one for one.  ``outlet`` is an id of outlets.csv or the
    publisher's name as given.  ``rests_on`` is what an editor declares of its origin.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    published: Published = Published(None, None, DateBasis.UNKNOWN)
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    rests_on: str = ""
    retrieved: str = ""
    is_note: bool = False

    @property
    def dct(self) -> date | None:
        return self.published.dct


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or headline) of the read blocks; ``text`` is what stands at ``span``."""

    index: int
    span: Span
    text: str
    kind: BlockKind = BlockKind.BODY
    paragraph: int = 0
