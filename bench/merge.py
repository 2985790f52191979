"""CPU seconds, growth and B-cubed of merging synthetic stories with hard negatives.

    python bench/merge.py [--sizes 1000 3000 10000 30000]

A story is an act of one actor on another, told by several documents of a few reports within days,
in other words each time.  Its hard negatives: the same campaign a year earlier, the same act on
another target the same week, another type by the same actor the same day, and the lifting of the
measure a month later.  The exponent is that of seconds over mentions between the smallest and the
largest size: 1 is linear.
"""

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline import merge
from timeline.interval import Interval
from timeline.model import (
    Actor,
    ActorKind,
    Claim,
    Evidence,
    Mention,
    Participant,
    Report,
    Role,
    Span,
    Status,
    When,
    WhenBasis,
)

START = date(2015, 1, 5)
LANDS = ("cn", "us", "nl", "jp", "gb", "de", "kr", "tw", "fr", "in", "ca", "ru")
TYPES = (
    "export_control", "entity_listing", "procurement_guidance", "regulatory_probe", "statement",
    "product", "company_results", "trade_measure", "investment", "litigation", "procurement",
    "industry_supply",
)  # fmt: skip
SOUNDS = [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "ol")]


@dataclass(frozen=True, slots=True)
class Act:
    """One true event, as the stories tell it."""

    key: str
    kind: str
    agent: Actor
    target: Actor
    day: date
    thing: str
    words: tuple[str, ...]
    status: Status = Status.ENACTED


def stories(count: int, seed: int = 7) -> tuple[list[Mention], list[Report], dict[str, str]]:
    """About ``count`` mentions, the reports of their documents, and the event of each mention."""
    draw = random.Random(seed)
    mentions: list[Mention] = []
    truth: dict[str, str] = {}
    documents: dict[str, list[str]] = {}
    number = 0
    while len(mentions) < count:
        day = START + timedelta(days=draw.randrange(10 + count // 12))
        for act in _family(draw, number, day):
            for mention, report in _told(draw, act):
                mentions.append(mention)
                truth[mention.id] = act.key
                documents.setdefault(report, []).append(mention.document)
        number += 1
    reports = [
        Report(name, "", tuple(sorted(set(found)))) for name, found in sorted(documents.items())
    ]
    draw.shuffle(mentions)
    return mentions, reports, truth


def _family(draw: random.Random, number: int, day: date) -> Iterator[Act]:
    """An act, and those that are easily taken for it."""
    land = draw.choice(LANDS)
    kind = draw.choice(TYPES)
    agent = Actor(land, land.upper(), ActorKind.STATE, land.upper())
    if kind in ("statement", "product", "company_results", "industry_supply"):
        agent = _firm(draw)
    target = _firm(draw)
    thing = f"{_name(draw)}{draw.randrange(10, 990)}"
    words = tuple(_name(draw) for _ in range(14))
    yield Act(f"{number}", kind, agent, target, day, thing, words)
    yield _twin(draw, number, Act(f"{number}", kind, agent, target, day, thing, words))


def _twin(draw: random.Random, number: int, act: Act) -> Act:
    """A hard negative of an act, one of four kinds."""
    kind, thing, words, target = act.kind, act.thing, act.words, act.target
    twin = draw.randrange(4)
    if twin == 0:  # the same campaign a year before
        return replace(act, key=f"{number}y", day=act.day - timedelta(days=365))
    if twin == 1:  # the same act on another, the same week
        some = (*words[:7], *(_name(draw) for _ in range(7)))
        other, day = _firm(draw), act.day + timedelta(days=3)
        return Act(f"{number}o", kind, act.agent, other, day, _name(draw), some)
    if twin == 2:  # another act of the same actor, the same day
        kinds = [name for name in TYPES if name != kind]
        more = tuple(_name(draw) for _ in range(14))
        return Act(f"{number}t", draw.choice(kinds), act.agent, target, act.day, thing, more)
    lifted = (*words[:6], "lifted", *(_name(draw) for _ in range(6)))  # lifted a month later
    later = act.day + timedelta(days=30)
    return replace(act, key=f"{number}l", day=later, words=lifted, status=Status.RESCINDED)


def _told(draw: random.Random, act: Act) -> Iterator[tuple[Mention, str]]:
    """The act in one to three reports of one to three documents, once or twice in each."""
    for r in range(draw.randrange(1, 4)):
        report = f"r{act.key}-{r}"
        for d in range(draw.randrange(1, 4)):
            told = act.day + timedelta(days=draw.randrange(4))
            document = f"{report}-{d}"
            for m in range(draw.randrange(1, 3)):
                yield _mention(draw, act, document, told, m), report


def _mention(draw: random.Random, act: Act, document: str, told: date, place: int) -> Mention:
    words = " ".join(draw.sample(act.words, min(8, len(act.words))))
    text = f"{words} {act.thing if draw.random() < 0.6 else _name(draw)}"
    if act.status is Status.RESCINDED:
        text += " lifted"
    span = Span(place * 240, place * 240 + len(text))
    evidence = Evidence(span, text, "bench")
    agent = act.agent
    if agent.kind is ActorKind.STATE and draw.random() < 0.5:
        agent = Actor(
            f"{agent.id}:regulators", "regulators", ActorKind.OFFICIALS, agent.country, agent.id
        )
    role = Role.SPEAKER if act.kind == "statement" else Role.INITIATOR
    people = [Participant(agent, role, evidence)]
    if draw.random() < 0.85:
        people.append(Participant(act.target, Role.TARGET, evidence))
    things = (Evidence(span, act.thing, "bench"),) if act.thing in text else ()
    claim = Claim(span, text, act.kind, act.status, evidence, None, tuple(people), objects=things)
    return Mention(
        f"m{document}-{place}",
        document,
        "bench",
        span,
        claim,
        _when(draw, act, told),
        None,
        dct=told,
    )


def _when(draw: random.Random, act: Act, told: date) -> When:
    """The day, the month, or nothing but that it was before publication."""
    way = draw.random()
    if way < 0.55:
        return When(Interval.day(act.day), WhenBasis.RELATIVE)
    if way < 0.7:
        return When(Interval.of(act.day.year, act.day.month), WhenBasis.EXPLICIT)
    if way < 0.85:
        return When(Interval.of(told.year, told.month).about(), WhenBasis.REPORT)
    return When(Interval(None, told + timedelta(days=1)), WhenBasis.UNDATED)


def _firm(draw: random.Random) -> Actor:
    name = _name(draw)
    return Actor(name, name.capitalize(), ActorKind.COMPANY)


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(SOUNDS) for _ in range(3))


def b_cubed(gold: Mapping[str, str], system: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering, each mention of ``gold`` counting once."""
    rows = sorted(gold)
    alike = Counter((gold[row], system[row]) for row in rows)
    truth = Counter(gold[row] for row in rows)
    found = Counter(system[row] for row in rows)
    precision = sum(n * n / found[ours] for (_, ours), n in alike.items()) / len(rows)
    recall = sum(n * n / truth[theirs] for (theirs, _), n in alike.items()) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(count: int) -> tuple[int, float, float]:
    """Mentions made, CPU seconds taken to merge them, B-cubed F1."""
    mentions, reports, truth = stories(count)
    start = time.process_time()
    events = merge.merge(mentions, reports)
    seconds = time.process_time() - start
    system = {name: event.id for event in events for name in event.mentions}
    return len(mentions), seconds, b_cubed(truth, system)[2]


def exponent(rows: Sequence[tuple[int, float, float]]) -> float:
    """How seconds grow with mentions, from the first row to the last."""
    (few, quick, _), (many, slow, _) = rows[0], rows[-1]
    return math.log(slow / quick) / math.log(many / few)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000, 30000])
    args = parser.parse_args()
    rows = []
    print(f"{'mentions':>9} {'cpu_s':>8} {'b_cubed':>8}")
    for size in args.sizes:
        rows.append(measure(size))
        print(f"{rows[-1][0]:9} {rows[-1][1]:8.2f} {rows[-1][2]:8.4f}", flush=True)
    if len(rows) > 1:
        print(f"exponent {exponent(rows):.3f}")


if __name__ == "__main__":
    main()
