"""What is asserted: claims, and mentions with their provenance."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from timeline.interval import Interval
from timeline.model.found import Actor, Attribution, Timex
from timeline.model.text import Evidence, Span
from timeline.values import dataclass


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
    adverbial, complement, coordinate, participle; predicate: a coordinate one without a subject).
    ``objects`` are products and measures by name (H20, Entity List), ``numbers`` figures with
    their scale ("12%", "$3.7 billion").
    ``is_same``: it tells of a measure told before, of whatever type: "the measure takes effect".
    ``is_guess``: only the words that stand in it tell its type, and no verb or noun of an act.
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
    is_same: bool = False
    is_guess: bool = False


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
