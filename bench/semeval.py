"""Timelines of SemEval-2015 Task 4: who took part in what, and when, across documents.

    python bench/semeval.py --track A|B DIR ENTITIES OUT

DIR holds documents as TimeML: sentences, publication date and, for track B, the events.  ENTITIES
names an entity a line; OUT gets a timeline file for each.  Sentences come as given, times by
``timeline.timex``; verbs, subjects and names are read by form, so no entity need be known.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it may be run as a script

from bench import semeval_when, semeval_who
from bench.semeval_who import Entity, Named
from bench.semeval_words import Verb, objects, subject, verbs, words

LEAST = 2  # the least score by which somebody takes part


@dataclass(frozen=True)
class Line:
    """A sentence as given: its number, its words, and the words that are events (track B)."""

    id: str
    tokens: tuple[str, ...]
    events: tuple[range, ...]


@dataclass(frozen=True)
class Text:
    """A document as given."""

    id: str
    dct: date
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Told:
    """An event of a document: a word or some, and its day, month or year ("" if undated)."""

    text: Text
    line: int
    at: range
    when: str = ""

    @property
    def id(self) -> str:
        line = self.text.lines[self.line]
        return f"{self.text.id}-{line.id}-{'_'.join(line.tokens[i] for i in self.at)}"


def read(path: Path) -> Text:
    """The document of a TimeML file whose sentences are <s>."""
    root = ElementTree.parse(path).getroot()
    dct = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if dct is None or body is None:
        raise SystemExit(f"{path}: found no DCT or no TEXT; expected both, as TimeML has them")
    lines = tuple(_line(sentence) for sentence in body.iter("s"))
    name = (root.findtext("DOCID") or re.split(r"[-_]", path.stem)[0]).strip()
    return Text(name, date.fromisoformat(dct.attrib["value"][:10]), lines)


def _line(sentence: ElementTree.Element) -> Line:
    tokens: list[str] = (sentence.text or "").split()
    events: list[range] = []
    for part in sentence:
        start = len(tokens)
        tokens += "".join(part.itertext()).split()
        if part.tag == "EVENT":
            events.append(range(start, len(tokens)))
        tokens += (part.tail or "").split()
    return Line(sentence.attrib["id"], tuple(tokens), tuple(events))


def found(text: Text) -> list[Told]:
    """The events of a document's raw text; its headline tells none."""
    body = [(n, line.tokens) for n, line in enumerate(text.lines) if line.id != "0"]
    return [
        Told(text, n, _whole(tokens, range(at, at + 1)))
        for n, tokens in body
        for at in _heads(tokens)
    ]


def _whole(tokens: Sequence[str], at: range) -> range:
    """An event with the particle of its verb: "stepped down"."""
    is_verb = at.stop - at.start == 1 and any(verb.head == at.start for verb in verbs(tokens))
    follows = " ".join(tokens[at.stop : at.stop + 1]).lower() in words("verb", "particle")
    return range(at.start, at.stop + 1) if is_verb and follows else at


def _heads(tokens: Sequence[str]) -> list[int]:
    """Where an event is told: by a verb, as a fact, or by a noun such as "resignation"."""
    groups = verbs(tokens)
    facts = [v.head for v in groups if not (v.modal or v.quoted or v.form == "bare")]
    heads = {verb.head for verb in groups}
    nouns = [i for i, word in enumerate(tokens) if word in words("noun", "eventive")]
    return sorted({*facts, *(i for i in nouns if i not in heads)})


def given(text: Text) -> list[Told]:
    """The events that a document's markup gives."""
    return [
        Told(text, n, _whole(line.tokens, at))
        for n, line in enumerate(text.lines)
        for at in line.events
    ]


def share(told: Told, named: Sequence[Named]) -> float:
    """How surely somebody named in the sentence takes part in an event of it."""
    tokens = told.text.lines[told.line].tokens
    groups = verbs(tokens)
    n = next((i for i, verb in enumerate(groups) if verb.head in told.at), None)
    if n is None:
        return max((_by_noun(tokens, groups, told.at, one) for one in named), default=0)
    return max((_by_verb(tokens, groups, n, one) for one in named), default=0)


def _by_verb(tokens: Sequence[str], groups: Sequence[Verb], n: int, one: Named) -> float:
    acting, suffering = subject(tokens, groups, n), objects(tokens, groups, n)
    if one.how != "owner" and one.start in acting and one.end >= acting.stop:
        return 4
    if one.start in suffering and not _is_owner(tokens, one):
        between = tokens[suffering.start : one.start]
        if not words("clause", "preposition") & set(between) or between[-1] in ("by", "of"):
            return 3
        return 1.5
    return 1 / (1 + abs(groups[n].head - one.start) / 10)


def _by_noun(tokens: Sequence[str], groups: Sequence[Verb], at: range, one: Named) -> float:
    """Of a noun: its owner ("Smith's resignation", "the sale of X"), or its verb's subject."""
    gap = at.start - one.end
    if (one.how == "owner" or _is_owner(tokens, one)) and 0 <= gap < 5:
        return 3
    if 0 <= gap < 2 or (0 < one.start - at.stop < 4 and tokens[at.stop] in ("of", "by")):
        return 2.5
    for n, verb in enumerate(groups):
        acting = subject(tokens, groups, n)
        takes = at.start in objects(tokens, groups, n) or at.start in acting
        if verb.head != at.start and takes and one.start in acting and one.end >= acting.stop:
            return 2
    return 1 / (1 + abs(gap) / 10)


def _is_owner(tokens: Sequence[str], one: Named) -> bool:
    return one.how == "owner" or tokens[one.end : one.end + 1] in (("'s",), ("'",), ("’s",))


def take_part(texts: Sequence[Text], who: Sequence[Entity], track: str) -> Iterator[list[Told]]:
    """For each entity the events in which it takes part; a given event is always somebody's."""
    parts: list[list[Told]] = [[] for _ in who]
    for text in texts:
        lines = [line.tokens for line in text.lines]
        named = [semeval_who.find(one, lines) for one in who]
        told = given(text) if track == "B" else found(text)
        days = semeval_when.days(text.dct, lines, [(one.line, one.at.start) for one in told])
        for one, day in zip(told, days, strict=True):
            for n in _whose(one, named, track):
                parts[n].append(Told(one.text, one.line, one.at, day))
    yield from parts


def _whose(one: Told, named: Sequence[Sequence[Sequence[Named]]], track: str) -> list[int]:
    """The entities that take part in an event; one that is given is of the likeliest, at least."""
    scores = [share(one, by[one.line]) for by in named]
    best = max(scores, default=0)
    if track == "B" and not best:
        earlier = [n for n in range(one.line) if any(by[n] for by in named)]
        return [n for n, by in enumerate(named) if earlier and by[earlier[-1]]]
    least = min(LEAST, best) if track == "B" else LEAST
    return [n for n, score in enumerate(scores) if score >= least]


def timeline(name: str, told: Sequence[Told]) -> str:
    """The file of an entity: events in the order of their dates, the undated first with 0."""
    dates = sorted({one.when for one in told if one.when})
    orders = {day: n for n, day in enumerate(dates, 1)}
    rows = sorted((orders.get(one.when, 0), one.when or "XXXX-XX-XX", one.id) for one in told)
    return "\n".join([name, *(f"{order}\t{day}\t{id}" for order, day, id in rows)]) + "\n"


def main() -> None:
    """Write the timelines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--track", choices=("A", "B"), required=True)
    parser.add_argument("dir", type=Path, help="documents, *.tml")
    parser.add_argument("entities", type=Path, help="an entity a line")
    parser.add_argument("out", type=Path, help="a folder for the timelines")
    args = parser.parse_args()
    texts = [read(path) for path in sorted(args.dir.glob("*.tml"))]
    names = [line.strip() for line in args.entities.read_text().splitlines() if line.strip()]
    lines = [line.tokens for text in texts for line in text.lines]
    who = [semeval_who.entity(name, lines) for name in names]
    args.out.mkdir(parents=True, exist_ok=True)
    for name, told in zip(names, take_part(texts, who, args.track), strict=True):
        path = args.out / f"{name.lower().replace(' ', '_')}.txt"
        path.write_text(timeline(name, told), encoding="utf-8")


if __name__ == "__main__":
    main()
