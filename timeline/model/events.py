"""What is made of mentions: reports and events."""

from datetime import date

from timeline.interval import Interval
from timeline.model.claims import Participant, Status, When
from timeline.values import dataclass


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
class Correction:
    """A person's judgement beside what the rules had read.

    ``a`` is a mention or an event, ``b`` the other mention of a verdict on two; ``field`` is one
    of theirs, or "event" for whether two are one; ``machine`` is the rules' value, ``value`` the
    person's: "two events (0.31)" and "one event".
    """

    a: str
    b: str
    field: str
    machine: str
    value: str
    reason: str
    by: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a measure's status ladder: "proposed" on 8 March.

    ``said``: the day it was first said; ``event``: the one that ``mention`` tells, which for a
    plan or a lifting may be another than the measure's.
    """

    status: Status
    when: Interval | None
    mention: str
    said: date | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What several mentions are judged to be about: a view over them, nothing typed in.

    ``first`` is the mention of the document published first; ``reports`` are the ids of the
    original reports behind it: their number is that of independent sources.  ``ladder`` is that of
    a measure, empty where the event is none, or a step of another's.
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
    corrections: tuple[Correction, ...] = ()
    thread: str = ""
