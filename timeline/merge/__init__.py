"""Which mentions are one event, each join with its reason.

The way: ``facts`` (a mention as it is compared) -> ``blocking`` (pairs worth scoring) ->
``score`` -> ``cluster`` -> ``choose`` and ``conflicts`` (what the event says) -> ``ladders``.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.merge import choose, corrected, judge
from timeline.merge.blocking import candidates
from timeline.merge.cluster import THRESHOLD, Grouped, Scored, group
from timeline.merge.conflicts import conflicts, reports_of
from timeline.merge.explain import explain
from timeline.merge.facts import Fact, read
from timeline.merge.judge import unknown
from timeline.merge.ladders import climb
from timeline.merge.score import signs, surety
from timeline.merge.settings import Settings, settings
from timeline.merge.who import parents_of
from timeline.model import (
    Actor,
    Event,
    Join,
    Judgement,
    Mention,
    Participant,
    Report,
    Role,
    Status,
)

__all__ = ["Title", "merge", "plain_title", "unknown"]

#: A pair so little below the threshold is a near miss, worth an editor's look.
NEAR = 0.15
#: Near misses kept an event.
MOST_MISSES = 3

#: Type, status, who takes part, products and measures, and the mentions of that type -> a line.
Title = Callable[[str, Status, Sequence[Participant], Sequence[str], Sequence[Mention]], str]


@dataclass(frozen=True, slots=True)
class _Story:
    """What every event is made from."""

    facts: Sequence[Fact]
    reports: Mapping[str, str]
    names: Mapping[str, str]
    rules: Settings
    title: Title


def plain_title(
    kind: str,
    _status: Status,
    participants: Sequence[Participant],
    _objects: Sequence[str],
    _mentions: Sequence[Mention],
) -> str:
    """Names and type: "Chinese regulators: procurement guidance (Nvidia)"."""
    acting = [p.actor.name for p in participants if p.role in (Role.INITIATOR, Role.SPEAKER)]
    others = [p.actor.name for p in participants if p.role in (Role.TARGET, Role.AFFECTED)]
    what = kind.replace("_", " ")
    head = f"{', '.join(acting[:2])}: {what}" if acting else what.capitalize()
    return f"{head} ({', '.join(others[:2])})" if others else head


def merge(
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    *,
    title: Title = plain_title,
    actors: Iterable[Actor] = (),
) -> tuple[Event, ...]:
    """Events in order of date, then id; every mention is in exactly one.

    An event's id is a digest of the id of its mention first published, so that it stays when
    later ones join.  ``actors`` are the world's, to find whom an office or a person belongs to;
    those of the mentions are known already.  A judgement beats the score: ``same`` and
    ``different`` bind, ``set`` changes a field of a mention or (by its id) of an event.  Raises
    SeedError where judgements contradict each other or name no such field.
    """
    story = _story(mentions, reports, judgements, title, actors)
    indexes = {fact.mention.id: fact.index for fact in story.facts}
    same = judge.pairs(judgements, judge.SAME, indexes)
    different = judge.pairs(judgements, judge.DIFFERENT, indexes)
    scored = _score(story.facts, story.rules)
    grouped = group(story.facts, scored, story.rules, same, different)
    events = _events(story, grouped, _joins(story, scored, grouped, same))

    def sure(a: str, b: str) -> float:
        found = signs(story.facts[indexes[a]], story.facts[indexes[b]], story.rules)
        return surety(found) if found else 0.0

    ordered = sorted(corrected.note(events, mentions, judgements, sure), key=_by_date)
    return climb(ordered, {fact.mention.id: fact for fact in story.facts}, story.rules)


def _story(
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    judgements: Sequence[Judgement],
    title: Title,
    actors: Iterable[Actor],
) -> _Story:
    """The mentions as they are compared, each ``set`` of a judgement done."""
    known = [p.actor for mention in mentions for p in mention.participants]
    by_document = {name: report.id for report in reports for name in report.documents}
    rules = settings()
    facts = read(
        judge.correct(mentions, judgements), by_document, parents_of([*known, *actors]), rules
    )
    return _Story(facts, by_document, {actor.id: actor.name for actor in known}, rules, title)


def _score(facts: Sequence[Fact], rules: Settings) -> list[Scored]:
    found: list[Scored] = []
    for i, j in candidates(facts, rules):
        pair = signs(facts[i], facts[j], rules)
        if pair is not None:
            found.append((surety(pair), i, j))
    return found


def _joins(
    story: _Story, scored: Sequence[Scored], grouped: Grouped, same: Sequence[tuple[int, int]]
) -> dict[int, list[Join]]:
    """Joins by the group of their first mention: judged, scored, refused and nearly made."""
    of = {i: number for number, members in enumerate(grouped.groups) for i in members}
    found: dict[int, list[Join]] = {}
    for a, b in same:
        ids = story.facts[a].mention.id, story.facts[b].mention.id
        found.setdefault(of[a], []).append(Join(*ids, True, 1.0, "judged to be one event"))
    judged = {(min(pair), max(pair)) for pair in same}
    for pair in grouped.joined:
        if pair[1:] not in judged:
            found.setdefault(of[pair[1]], []).append(_join(story, pair, ""))
    refused = {pair[1:]: why for pair, why in grouped.refused}
    misses: dict[int, int] = {}
    near = [pair for pair in scored if pair[0] >= THRESHOLD - NEAR and of[pair[1]] != of[pair[2]]]
    for pair in sorted(near, key=lambda pair: (-pair[0], pair[1], pair[2])):
        number = of[pair[1]]
        if misses.get(number, 0) < MOST_MISSES:
            misses[number] = misses.get(number, 0) + 1
            why = refused.get(pair[1:], "too little in common")
            found.setdefault(number, []).append(_join(story, pair, why))
    return found


def _join(story: _Story, pair: Scored, refused: str) -> Join:
    a, b = story.facts[pair[1]], story.facts[pair[2]]
    found = signs(a, b, story.rules)
    why = explain(a, b, found, story.names) if found else ""
    if refused:
        why = f"not joined, {refused}: {why}"
    return Join(a.mention.id, b.mention.id, not refused, round(pair[0], 3), why)


def _events(story: _Story, grouped: Grouped, joins: Mapping[int, Sequence[Join]]) -> list[Event]:
    return [
        _event(story, members, joins.get(number, ()))
        for number, members in enumerate(grouped.groups)
    ]


def _event(story: _Story, members: Sequence[int], joins: Sequence[Join]) -> Event:
    facts = [story.facts[i] for i in members]
    mentions = [fact.mention for fact in facts]
    kind, state = choose.type_of(mentions), choose.status(mentions)
    people, things = choose.participants(mentions), choose.objects(mentions)
    effects = {fact.mention.id for fact in facts if fact.time.effect}
    when, dated = choose.when(mentions, story.reports, effects)
    tellers = [m for m in mentions if m.type == kind]
    digest = hashlib.sha256(mentions[0].id.encode()).hexdigest()[:10]
    return Event(
        id=f"e{digest}",
        type=kind,
        title=story.title(kind, state, people, things, tellers),
        status=state,
        when=when,
        participants=people,
        mentions=tuple(mention.id for mention in mentions),
        documents=tuple(dict.fromkeys(mention.document for mention in mentions)),
        reports=reports_of(mentions, story.reports),
        first=mentions[0].id,
        objects=things,
        joins=tuple(joins),
        conflicts=conflicts(facts, dated),
    )


def _by_date(event: Event) -> tuple[str, str]:
    interval = event.when.interval
    start = interval.start or interval.end if interval else None
    return (start.isoformat() if start else "9999", event.id)
