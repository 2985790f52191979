"""A small whole story in our own words, for tests that need tables: 32 events of the topic.

``sample_tables()`` makes them by the real builders.  In ``STORY`` a line is a sentence, and
``[i:nvidia|Nvidia]`` in it marks words: ``i t a s r`` are roles (initiator, target, affected,
speaker, reporter) with an actor's id, ``d`` a date as EDTF, ``y`` the trigger, ``x`` the words of
the status, ``o`` an object, ``n`` who is said to say it.  Before the bar stand the event's key,
its type and its status.
"""

import re
from collections.abc import Iterator
from functools import cache

from tests.sample_text import ACTORS, DOCUMENTS, OUTLETS, STORY
from timeline import tables
from timeline.interval import Interval
from timeline.model import (
    Actor,
    ActorKind,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Conflict,
    Correction,
    DateBasis,
    Document,
    Event,
    Evidence,
    Hop,
    Join,
    Link,
    Mention,
    Outlet,
    Participant,
    Problem,
    Published,
    Report,
    Role,
    Rung,
    SourceKind,
    Span,
    Status,
    When,
    WhenBasis,
    World,
)

_ROLES = {role.value[0]: role for role in Role}
_MARK = re.compile(r"\[(?P<mark>[a-z]):(?P<value>[^|\]]*)\|(?P<words>[^\]]+)\]")
Line = tuple[str, str, str, str]


def world() -> World:
    """The actors and outlets that the sample names."""
    actors = [Actor(key, name, ActorKind(kind), land, up) for key, name, kind, land, up in ACTORS]
    outlets = [
        Outlet(key, name, kind, land, zone, url) for key, name, kind, land, zone, url in OUTLETS
    ]
    return World(outlets=tuple(outlets), actors=tuple(actors))


def documents() -> list[Document]:
    """The documents: the sentences of each, one after another."""
    found = []
    for key, outlet, title, day, report in DOCUMENTS:
        text = f"{title}\n\n" + "\n".join(plain(line[3])[0] for line in STORY[key])
        when = Interval.parse(day)
        found.append(
            Document(
                id=key,
                text=text,
                blocks=(
                    Block(Span(0, len(title)), BlockKind.TITLE, "first_line"),
                    Block(Span(len(title) + 2, len(text)), BlockKind.BODY, "body"),
                ),
                published=Published(when, when.start, DateBasis.METADATA, "front matter"),
                outlet=outlet,
                title=title,
                url=f"https://example.org/{key}",
                rests_on="" if report.endswith(outlet) else report,
                is_note=True,
            )
        )
    return found


def plain(line: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """The sentence without its marks, and each mark with the place of its words."""
    text, marks, done = "", [], 0
    for found in _MARK.finditer(line):
        text += line[done : found.start()]
        marks.append((found["mark"], found["value"], Span(len(text), len(text + found["words"]))))
        text += found["words"]
        done = found.end()
    return text + line[done:], marks


def mentions() -> list[tuple[str, Mention]]:
    """Each mention with the key of its event."""
    people = {one.id: one for one in world().actors}
    found = []
    for document in documents():
        start = document.text.index("\n\n") + 2
        for number, line in enumerate(STORY[document.id]):
            found.append((line[0], _mention(document, start, line, number, people)))
            start += len(plain(line[3])[0]) + 1
    return found


def _mention(
    document: Document, start: int, line: Line, number: int, people: dict[str, Actor]
) -> Mention:
    _, kind, status, marked = line
    text, marks = plain(marked)
    at = {mark: _evidence(span, start, text, "sample") for mark, _, span in reversed(marks)}
    told = [(mark, who, _evidence(span, start, text, "alias")) for mark, who, span in marks]
    claim = Claim(
        span=Span(start, start + len(text)),
        text=text,
        type=kind,
        status=Status(status),
        trigger=at["y"],
        status_evidence=at.get("x"),
        participants=tuple(
            Participant(people[who], _ROLES[m], words) for m, who, words in told if m in _ROLES
        ),
        objects=tuple(words for m, _, words in told if m == "o"),
        numbers=tuple(re.findall(r"\d+(?:\.\d+)?%", text)),
    )
    return Mention(
        id=f"m-{document.id.replace('/', '-')}-{number}",
        document=document.id,
        outlet=document.outlet,
        sentence=claim.span,
        claim=claim,
        when=_when(marks, at.get("d"), document),
        attribution=_said(marks, at.get("n")),
        dct=document.dct,
    )


def _evidence(span: Span, start: int, text: str, rule: str) -> Evidence:
    return Evidence(Span(start + span.start, start + span.end), text[span.start : span.end], rule)


def _when(marks: list[tuple[str, str, Span]], words: Evidence | None, document: Document) -> When:
    edtf = next((value for mark, value, _ in marks if mark == "d"), None)
    if edtf is None:
        assert document.dct is not None
        return When(Interval.day(document.dct).about(), WhenBasis.REPORT)
    explicit = words is not None and bool(re.search(r"\d{4}", words.text))
    return When(Interval.parse(edtf), WhenBasis.EXPLICIT if explicit else WhenBasis.RELATIVE, words)


def _said(marks: list[tuple[str, str, Span]], words: Evidence | None) -> Attribution | None:
    name = next((value for mark, value, _ in marks if mark == "n"), None)
    if name is None or words is None:
        return None
    kind, _, who = name.partition("=")
    return Attribution(words.span, (Hop(SourceKind(kind), who, words),), words)


def reports() -> list[Report]:
    """One a distinct origin."""
    origins: dict[str, list[str]] = {}
    for key, _, _, _, origin in DOCUMENTS:
        origins.setdefault(origin, []).append(key)
    return [
        Report(
            f"r-{origin}",
            origin.capitalize(),
            tuple(own),
            tuple(
                Link(one, own[0], "rewrite", 0.8, "3 of 4 sentences in the same order")
                for one in own[1:]
            ),
        )
        for origin, own in origins.items()
    ]


def events() -> list[Event]:
    """One a distinct key, from its mentions in the order of STORY."""
    grouped: dict[str, list[Mention]] = {}
    for key, mention in mentions():
        grouped.setdefault(key, []).append(mention)
    return [_event(key, own) for key, own in grouped.items()]


def _event(key: str, own: list[Mention]) -> Event:
    best = own[0]
    who = {(p.actor.id, p.role): p for one in own for p in one.participants}
    sources = {one: report.id for report in reports() for one in report.documents}
    held = tuple(dict.fromkeys(one.document for one in own))
    pairs = [(one, best) for one in own[1:]]
    return Event(
        id=f"e-{key}",
        type=best.type,
        title=_title(best),
        status=best.status,
        when=best.when,
        participants=tuple(who.values()),
        mentions=tuple(one.id for one in own),
        documents=held,
        reports=tuple(sorted({sources[one] for one in held})),
        first=best.id,
        objects=tuple(dict.fromkeys(one.text for said in own for one in said.claim.objects)),
        joins=tuple(Join(a.id, b.id, True, 0.9, "same type, day and actor") for a, b in pairs),
        conflicts=tuple(_conflicts(pairs)),
        ladder=tuple(Rung(one.status, one.when.interval, one.id, one.dct) for one in own),
        corrections=tuple(
            Correction(a.id, b.id, "event", "two events (0.31)", "one event", "one act", "me")
            for a, b in pairs[:1]
        ),
        thread="h20" if "H20" in best.claim.text else "",
    )


def _conflicts(pairs: list[tuple[Mention, Mention]]) -> Iterator[Conflict]:
    for a, b in pairs:
        if a.status != b.status:
            yield Conflict("status", a.id, a.status.value, b.id, b.status.value)


def _title(best: Mention) -> str:
    words = best.claim.text.removesuffix(".").split()
    return " ".join(words[:12]) + ("" if len(words) <= 12 else " ...")


@cache
def sample_tables() -> tables.Tables:
    """The tables of the sample; do not change them in place."""
    problem = Problem("empty.txt", "an empty file", "some text", "leave it out")
    own = [mention for _, mention in mentions()]
    return tables.build(documents(), reports(), events(), own, world(), [problem])
