"""What a sentence holds: time expressions, actors, attributions."""

from collections.abc import Callable
from enum import StrEnum

from timeline.interval import Interval
from timeline.model.text import Evidence, Span
from timeline.values import dataclass


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


#: The actor of an id, where there is one: "h20" is the chip, whose parent is Nvidia.
ActorOf = Callable[[str], Actor | None]


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
