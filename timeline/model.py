"""The nouns of the timeline, as frozen values.  No behaviour beyond themselves.

The way of the data: Document -> Sentences -> Timexes, ActorMentions, Attributions, Claims ->
Mentions -> Reports, Events.  Nothing is overwritten on the way: a value keeps the words it came
from and the rule that read them (``Evidence``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from timeline.interval import Interval


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


# ---------------------------------------------------------------- documents


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


# ---------------------------------------------------------------- what sentences hold


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: where it stands, what it says, what it means.

    ``value`` and ``mod`` are TIMEX3's ("2024-Q3", "P3D", "PAST_REF"; "APPROX", "START");
    ``interval`` is None where the words name no stretch of the calendar (durations, sets,
    vague or unanchored ones).  ``relative`` says that the value needed the publication date (or
    another timex), ``other`` is a second reading as EDTF, where there is one.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    interval: Interval | None
    rule: str
    mod: str = ""
    relative: bool = False
    other: str = ""


class ActorKind(StrEnum):
    STATE = "state"  # a country or bloc and its government as a whole: China, the EU
    BODY = "body"  # a ministry, agency, legislature, court
    COMPANY = "company"
    PERSON = "person"
    OUTLET = "outlet"
    ORGANISATION = "organisation"  # association, think tank, international body
    OFFICIALS = "officials"  # a role phrase of the state's side: "Chinese regulators"
    FIRMS = "firms"  # a role phrase of the firms' side: "local AI startups"
    SOURCE = "source"  # unnamed sources, analysts, experts
    PRODUCT = "product"  # an object of claims, never an actor of its own; parent = its maker


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, or some group, that acts or is acted on; products ride along as objects.

    ``name`` is what readers see.  ``country`` is ISO 3166 alpha-2, or EU, UN, "".  ``parent`` is
    the id of the actor it belongs to (CAC -> cn; H20 -> nvidia; "Chinese regulators" -> cn).
    """

    id: str
    name: str
    kind: ActorKind
    country: str = ""
    parent: str = ""
    wikidata: str = ""


class Use(StrEnum):
    """How a mention stands in its noun phrase."""

    NOUN = "noun"  # "Nvidia said"
    POSSESSIVE = "possessive"  # "Nvidia's shares", "the removal of Huawei": owner
    ATTRIBUTIVE = "attributive"  # "US sanctions", "Nvidia chips": stands before a noun


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a sentence.  ``span`` takes in titles and possessors that belong to the
    name ("US Commerce Secretary Howard Lutnick", "China's Cyberspace Administration"), never a
    trailing 's.  ``rule`` is one of: alias, metonym, role_phrase, dated_role, form (an unknown
    name found by its form), definite ("the company"), pronoun.
    """

    span: Span
    text: str
    actor: Actor
    rule: str
    use: Use = Use.NOUN


class SourceKind(StrEnum):
    """Who is said to say it."""

    OUTLET = "outlet"
    OFFICIAL = "official"
    COMPANY = "company"
    PERSON = "person"
    UNNAMED = "unnamed"
    SELF = "self"  # the outlet's own earlier report: "we recently reported"
    HEARSAY = "hearsay"  # "reportedly", "it is said": nobody named


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of who says it, with the words."""

    kind: SourceKind
    name: str
    evidence: Evidence
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say what stands in ``scope``; ``hops`` from the nearest teller outwards
    to the origin: outlet first, then its official or unnamed source.

    ``cue`` is the verb or phrase of saying ("according to"); ``is_speech`` says that the saying
    is itself an act of a named speaker ("Nvidia said") rather than a report ("Reuters reported").
    ``subject`` is the span of the speaker's words.
    """

    scope: Span
    hops: tuple[Hop, ...]
    cue: Evidence
    is_speech: bool = False
    subject: Span | None = None

    @property
    def source(self) -> Hop:
        """The nearest teller."""
        return self.hops[0]


# ---------------------------------------------------------------- claims and mentions


class Status(StrEnum):
    """How real it is, as told."""

    ENACTED = "enacted"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    RESCINDED = "rescinded"
    REPORTED = "reported"
    PROPOSED = "proposed"
    ALLEGED = "alleged"
    FORECAST = "forecast"
    SPECULATION = "speculation"
    OCCURRED = "occurred"


class Role(StrEnum):
    INITIATOR = "initiator"
    TARGET = "target"
    AFFECTED = "affected"
    SPEAKER = "speaker"
    REPORTER = "reporter"


class WhenBasis(StrEnum):
    """How the date of a claim is known."""

    EXPLICIT = "explicit"
    RELATIVE = "relative_to_publication"
    REPORT = "inferred_from_report"
    UNDATED = "undated"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event, as lexicon/event_types.toml describes it for readers and figures."""

    id: str
    label: str
    family: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role, with the words that say so."""

    actor: Actor
    role: Role
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause asserts.  ``span`` is the clause, ``trigger`` the word that told the type.

    ``timex`` is the one that goes with this clause, None if none does.  ``tense`` is past,
    perfect, present, future or none (a noun phrase); ``clause`` its kind (main, relative,
    adverbial, complement, coordinate, participle).  ``objects`` are products and measures by
    name (H20, Entity List), ``numbers`` figures with their scale ("12%", "$3.7 billion").
    """

    span: Span
    text: str
    type: str
    status: Status
    trigger: Evidence
    status_evidence: Evidence | None = None
    participants: tuple[Participant, ...] = ()
    timex: Timex | None = None
    tense: str = ""
    clause: str = "main"
    objects: tuple[Evidence, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """The date of a mention or an event, how it is known, and the words it rests on.

    ``interval`` is None for a standing measure without a time.
    """

    interval: Interval | None
    basis: WhenBasis
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim with its provenance: which document says it, where, on whose word, and when.

    ``evidence`` maps each non-empty field (type, status, date, source) to its words; those of
    actors ride on the participants.  ``sentence`` is the span of the whole sentence.
    """

    id: str
    document: str
    outlet: str
    sentence: Span
    claim: Claim
    when: When
    attribution: Attribution | None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    dct: date | None = None

    @property
    def type(self) -> str:
        return self.claim.type

    @property
    def status(self) -> Status:
        return self.claim.status

    @property
    def participants(self) -> tuple[Participant, ...]:
        return self.claim.participants


# ---------------------------------------------------------------- reports and events


@dataclass(frozen=True, slots=True)
class Link:
    """Why document ``a`` is held to rest on the same original as ``b``.

    ``kind`` is copy, rewrite, same_source or declared; ``score`` lies between 0 and 1; ``why``
    is for people: "9 of 14 sentences in the same order; shares 12 %, $3.7bn".
    """

    a: str
    b: str
    kind: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One original report and the documents that rest on it."""

    id: str
    origin: str
    documents: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are held to be (``joined``) or not to be one event."""

    a: str
    b: str
    joined: bool
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two mentions of one event that contradict each other in a field."""

    field: str
    a: str
    a_says: str
    b: str
    b_says: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a measure's status ladder."""

    status: Status
    when: Interval | None
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several mentions are judged to be about: a view over them, nothing typed in.

    ``first`` is the mention of the document published first; ``reports`` are the ids of the
    original reports behind it: their number is that of independent sources.
    """

    id: str
    type: str
    title: str
    status: Status
    when: When
    participants: tuple[Participant, ...]
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    reports: tuple[str, ...]
    first: str
    objects: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ladder: tuple[Rung, ...] = ()
    thread: str = ""


# ---------------------------------------------------------------- the world


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes.  ``timezone`` is IANA's: without it "yesterday" has no meaning."""

    id: str
    name: str
    kind: str  # news, agency, official, company, blog, aggregator
    country: str
    timezone: str
    url: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor.  ``flags``: ``case`` (only as written), ``context`` (needs a word of
    business near), ``metonym`` (Beijing for China's government); ``title`` marks an office ("US
    Commerce Secretary") whose holder is ``actor`` between ``start`` and ``end``.
    """

    text: str
    actor: str
    language: str = "en"
    flags: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """A company's fiscal years.

    ``names`` are the words that call the company in text; the fiscal year ``n`` ends in ``month``
    of calendar year ``n + offset``, on ``rule``: "month_end" or "last_sunday", "last_saturday".
    """

    actor: str
    names: tuple[str, ...]
    month: int
    offset: int
    rule: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict, which beats any score.

    ``verdict`` is same, different (of mentions ``a`` and ``b``), or set (``a``'s ``field`` is
    ``value``); ``reason`` and ``by`` are required.
    """

    verdict: str
    a: str
    b: str
    field: str
    value: str
    reason: str
    by: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something met on the way that did not stop the build: where, found, expected, what to do."""

    where: str
    found: str
    expected: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """All that seeds/ says, but for the documents."""

    outlets: tuple[Outlet, ...] = ()
    actors: tuple[Actor, ...] = ()
    aliases: tuple[Alias, ...] = ()
    calendars: tuple[FiscalCalendar, ...] = ()
    judgements: tuple[Judgement, ...] = ()
