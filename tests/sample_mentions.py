"""Mentions with only what matters to a test of merging, and the events made of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tests.gold_mentions import numbers as numbers_in
from timeline import merge
from timeline.interval import Interval
from timeline.model import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Event,
    Evidence,
    Hop,
    Judgement,
    Mention,
    Participant,
    Report,
    Role,
    SourceKind,
    Span,
    Status,
    When,
    WhenBasis,
)

_STATES = ("cn", "us", "nl", "jp", "tw", "gb", "de", "eu")
_BODIES = {
    "us-commerce": "us", "us-doj": "us", "us-supreme": "us", "us-appeals": "us",
    "us-congress": "us", "cac": "cn", "samr": "cn", "mofcom": "cn", "nl-trade": "nl",
    "de-interior": "de", "eu-commission": "eu",
}  # fmt: skip
_PEOPLE = {"lutnick": "us-commerce", "bessent": "us-treasury", "huang": "nvidia"}
_OUTLETS = ("bloomberg", "theinformation")
_ROLES = {
    "statement": Role.SPEAKER, "reaction": Role.SPEAKER, "media_report": Role.REPORTER,
}  # fmt: skip
_OFFICIALS = ("regulators", "officials", "ministries")


def actor(name: str) -> Actor:
    """An actor by a short name: ``cn`` a state, ``cn:regulators`` and ``cn:firms`` its sides."""
    if name in _STATES:
        return Actor(name, name.upper(), ActorKind.STATE, name.upper())
    if name in _BODIES:
        land = _BODIES[name]
        return Actor(name, name, ActorKind.BODY, land.upper(), land)
    if name in _PEOPLE:
        return Actor(name, name.capitalize(), ActorKind.PERSON, "", _PEOPLE[name])
    if name in _OUTLETS:
        return Actor(name, name.capitalize(), ActorKind.OUTLET)
    land, _, side = name.partition(":")
    if side in _OFFICIALS:
        return Actor(name, f"{land} {side}", ActorKind.OFFICIALS, land.upper(), land)
    if side:
        return Actor(name, f"{land} {side}", ActorKind.FIRMS, land.upper())
    return Actor(name, name.capitalize(), ActorKind.COMPANY)


def when(text: str, told: date) -> When:
    """``2024-09`` explicit, ``2024-09~ r`` by the report, "" on or before, ``none`` no time."""
    if text == "none":
        return When(None, WhenBasis.UNDATED)
    if not text:
        return When(Interval(None, told + timedelta(days=1)), WhenBasis.UNDATED)
    edtf, _, basis = text.partition(" ")
    return When(Interval.parse(edtf), WhenBasis.REPORT if basis else WhenBasis.EXPLICIT)


def mention(
    name: str = "m",
    kind: str = "export_control",
    *,
    told: str = "2024-03-05",
    date_: str = "",
    status: str = "enacted",
    by: str = "us",
    to: str = "cn",
    objects: str = "",
    numbers: Sequence[str] = (),
    text: str = "a rule on chips",
    document: str = "",
    start: int = 0,
    source: SourceKind | None = None,
) -> Mention:
    """A mention with only what matters to the test; lists are parted by ";"."""
    day = date.fromisoformat(told)
    words = Evidence(Span(start, start + len(text)), text, "test")
    role = _ROLES.get(kind, Role.INITIATOR)
    cast = [(one, role) for one in by.split(";")] + [(one, Role.TARGET) for one in to.split(";")]
    people = tuple(Participant(actor(one), role, words) for one, role in cast if one)
    things = tuple(replace(words, text=one) for one in objects.split(";") if one)
    figures = tuple(numbers) or numbers_in(text)
    claim = Claim(words.span, text, kind, Status(status), words, None, people)
    claim = replace(claim, objects=things, numbers=figures)
    said = Attribution(words.span, (Hop(source, "somebody", words),), words) if source else None
    return Mention(
        name, document or f"d-{name}", "outlet", words.span, claim, when(date_, day), said, dct=day
    )


def reports_of(mentions: Sequence[Mention]) -> list[Report]:
    """Each document a report of its own."""
    return [Report(f"r-{name}", "", (name,)) for name in sorted({m.document for m in mentions})]


def events(mentions: Sequence[Mention], *judgements: Judgement) -> tuple[Event, ...]:
    return merge.merge(mentions, reports_of(mentions), judgements)


def one(*mentions: Mention) -> Event:
    """The event of mentions that a person judges to be one."""
    same = [Judgement("same", a.id, b.id, "", "", "test", "me") for a, b in pairwise(mentions)]
    (event,) = events(mentions, *same)
    return event
