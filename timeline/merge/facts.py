"""A mention as merging sees it: who, to whom, what, how much, when, in which words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from timeline.interval import Granularity
from timeline.lexicon import words
from timeline.merge.settings import Settings
from timeline.model import Actor, ActorKind, Mention, Role, Status, WhenBasis

#: A claim without a time of its own is told while it is news: days before its publication.
FRESH = 7
#: A type whose window is a season goes on: what is "under way" and what comes "next month".
SEASON = 45
#: "around": days by which an approximate date may be off on each side.
ABOUT = 15
_STATE = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
_TOKEN = re.compile(r"[a-z]+")
_REPORTING = "media_report"
_GENERAL = (ActorKind.STATE, ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.SOURCE)
#: How far it has come about: what is done, what is planned for certain, what may be.
_REAL = {
    Status.ENACTED: 1.0, Status.IN_FORCE: 1.0, Status.OCCURRED: 1.0, Status.SUSPENDED: 1.0,
    Status.RESCINDED: 1.0, Status.FORECAST: -0.5, Status.SPECULATION: -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """When, in days since year 1: from ``start`` up to ``end``.

    ``hard``: the text dates the act itself; else the bounds are where it would be news.
    ``exact`` is 1 for a day, down to 0.4 for a year.  ``standing``: a measure without a time.
    """

    start: int
    end: int
    hard: bool
    exact: float
    standing: bool
    told: int


@dataclass(frozen=True, slots=True)
class Fact:
    """All that a pair is scored by.  ``order`` is (day of publication, document, offset)."""

    index: int
    mention: Mention
    order: tuple[int, str, int]
    type: str
    report: str
    agents: frozenset[str]
    agent_roots: frozenset[str]
    named: frozenset[str]
    patients: frozenset[str]
    patient_roots: frozenset[str]
    vague: bool
    objects: frozenset[str]
    numbers: frozenset[str]
    words: Mapping[str, float]
    norm: float
    time: Time
    real: float
    back: bool
    apart: bool
    direction: int

    @property
    def sides(self) -> frozenset[str]:
        """All whom it names, by side, in whatever role."""
        return self.agent_roots | self.patient_roots


def read(
    mentions: Sequence[Mention],
    reports: Mapping[str, str],
    parents: Mapping[str, str],
    settings: Settings,
) -> list[Fact]:
    """One Fact a mention, sorted by order; ``reports`` maps a document to its report."""
    ordered = sorted(mentions, key=order)
    bags = [words.find(mention.claim.text) for mention in ordered]
    has = Counter(stem for bag in bags for stem in {word.stem for word in bag})
    return [
        _fact(
            i,
            mention,
            reports.get(mention.document, mention.document),
            parents,
            _weigh(bag, has, len(bags)),
            settings,
        )
        for i, (mention, bag) in enumerate(zip(ordered, bags, strict=True))
    ]


def order(mention: Mention) -> tuple[int, str, int]:
    """Earliest published first, then by document and place in it."""
    told = mention.dct.toordinal() if mention.dct else date.max.toordinal()
    return (told, mention.document, mention.claim.span.start)


def _weigh(bag: Iterable[words.Word], has: Mapping[str, int], count: int) -> dict[str, float]:
    return {word.stem: math.log(1 + count / has[word.stem]) for word in bag}


def _fact(
    index: int,
    mention: Mention,
    report: str,
    parents: Mapping[str, str],
    bag: Mapping[str, float],
    settings: Settings,
) -> Fact:
    agents = _agents(mention)
    low = mention.claim.text.lower()
    tokens = frozenset(_TOKEN.findall(low))
    sides = frozenset(root(actor, parents) for actor in agents)
    patients = [
        p.actor
        for p in mention.participants
        if p.role in (Role.TARGET, Role.AFFECTED) and root(p.actor, parents) not in sides
    ]
    return Fact(
        index,
        mention,
        order(mention),
        mention.type,
        report,
        frozenset(actor.id for actor in agents),
        sides,
        frozenset(name for actor in agents for name in _named(actor)),
        frozenset(actor.id for actor in patients),
        frozenset(root(actor, parents) for actor in patients),
        all(actor.kind in _GENERAL for actor in patients),
        frozenset(_object(item.text) for item in mention.claim.objects),
        frozenset(number(text) for text in mention.claim.numbers),
        bag,
        math.sqrt(sum(value * value for value in bag.values())),
        _time(mention, settings),
        _REAL.get(mention.status, 0.0),
        settings.back.stands(low, tokens),
        settings.apart.stands(low, tokens),
        _direction(mention, low, tokens, settings),
    )


def _agents(mention: Mention) -> list[Actor]:
    """Whose act it is: its initiators; else whose words; else who bears it; else who reports."""
    roles = [Role.INITIATOR, Role.SPEAKER, Role.AFFECTED]
    for role in [*roles, Role.REPORTER] if mention.type == _REPORTING else roles:
        found = [
            p.actor
            for p in mention.participants
            if p.role is role and p.actor.kind is not ActorKind.SOURCE
        ]
        if found:
            return found
    return []


def _named(actor: Actor) -> tuple[str, ...]:
    """Itself and whom it belongs to, where it is one office or person; a side as a whole is not."""
    if actor.kind in _GENERAL:
        return ()
    return (actor.id, actor.parent) if actor.parent else (actor.id,)


def _object(text: str) -> str:
    """What a product is known by: "Ascend 910C" and "910C" are one; "Entity List" is itself."""
    coded = [word for word in text.casefold().split() if any(map(str.isdigit, word))]
    return " ".join(coded) or text.casefold()


@cache
def number(text: str) -> str:
    """A figure by its value: "$3.7 billion", "3.7e9 USD" and "US$3.7bn" are one."""
    written = re.match(r"[\d.]+e[+]?\d+", text)
    if written:
        return f"{float(written.group()):.6g}"
    return next((word.stem for word in words.find(text)), text)


def _direction(mention: Mention, low: str, tokens: frozenset[str], settings: Settings) -> int:
    """1 where a measure tightens, -1 where one is eased, 0 where both are said or nothing is."""
    tighter, eased = settings.tighten.stands(low, tokens), settings.ease.stands(low, tokens)
    if mention.status in (Status.RESCINDED, Status.SUSPENDED) or (eased and not tighter):
        return -1
    return int(tighter or mention.type in settings.tightens) if not eased else 0


def root(actor: Actor, parents: Mapping[str, str]) -> str:
    """Whose side an actor is of: a state for its bodies, officials and ministers, a company for
    its people; firms without a name by their country.  "CAC", "Beijing", "regulators" -> cn.
    """
    if actor.kind in _STATE and actor.country:
        return actor.country.casefold()
    if actor.kind is ActorKind.FIRMS:
        return f"firms:{actor.country.casefold()}"
    top, steps = actor.id, 0
    while parents.get(top) and steps < 8:
        top, steps = parents[top], steps + 1
    return top


def parents_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Who belongs to whom; a body of a state straight to its country's id, as in "us"."""
    found: dict[str, str] = {}
    for actor in actors:
        if actor.kind in (ActorKind.BODY, ActorKind.OFFICIALS) and actor.country:
            found[actor.id] = actor.country.casefold()
        elif actor.parent and actor.parent != actor.id:
            found[actor.id] = actor.parent
    return {child: parent for child, parent in found.items() if child != parent}


_EXACT = {Granularity.DAY: 1.0, Granularity.WEEK: 0.9, Granularity.MONTH: 0.7}


def _time(mention: Mention, settings: Settings) -> Time:
    interval, basis = mention.when.interval, mention.when.basis
    told = (mention.dct or date.max - timedelta(days=400)).toordinal()
    window = settings.window(mention.type, mention.type)
    fresh = settings.fresh.get(mention.type, window + FRESH)
    ahead = told + FRESH + (window // 2 if window >= SEASON else 0)
    if interval is None:
        first = 1 if mention.status is Status.IN_FORCE else told - fresh
        return Time(first, ahead, False, 0.0, True, told)
    start = interval.start.toordinal() if interval.start else None
    end = interval.end.toordinal() if interval.end else None
    dated = basis in (WhenBasis.EXPLICIT, WhenBasis.RELATIVE, WhenBasis.JUDGEMENT)
    if start is None or end is None or not dated:
        last = max(end, ahead) if end is not None else ahead
        first = min(start, last - fresh) if start is not None else told - fresh
        return Time(first, max(last, first + 1), False, 0.0, basis is WhenBasis.UNDATED, told)
    slack = ABOUT if interval.approximate else 0
    exact = 0.6 if slack else _EXACT.get(interval.granularity, 0.5)
    if end - start > 40:
        exact = min(exact, 0.4)
    return Time(start - slack, end + slack, True, exact, False, told)
