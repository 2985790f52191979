"""Hand-labelled mentions of ``../shared/gold`` as the library's own values.

What an extractor would give if it made no mistake: type, status, actors, date and source as
labelled; objects and numbers by crude patterns.  Lineage and merge are measured on them apart
from extraction.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest

from timeline.interval import Interval
from timeline.model import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    DateBasis,
    Document,
    Evidence,
    Hop,
    Mention,
    Participant,
    Published,
    Role,
    Sentence,
    SourceKind,
    Span,
    Status,
    When,
    WhenBasis,
)

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the hand-labelled articles (../shared) are not here"
)
#: The articles that may be tuned on; of the others only scores are looked at.
TUNED = frozenset(f"{letter}{n:02}" for letter in "AB" for n in range(1, 9))

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Row = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Gold:
    """Documents with crude sentences, mentions, and the event each mention belongs to."""

    documents: tuple[Document, ...]
    sentences: Mapping[str, tuple[Sentence, ...]]
    mentions: tuple[Mention, ...]
    events: Mapping[str, str]

    @property
    def by_document(self) -> dict[str, tuple[Mention, ...]]:
        return {
            document.id: tuple(m for m in self.mentions if m.document == document.id)
            for document in self.documents
        }


def seeds() -> Gold:
    """The five articles."""
    return _load(SHARED / "gold" / "seeds_gold.json", SHARED / "seeds", None)


def dev(name: str, *, tuned: bool = True) -> Gold:
    """``topic`` or ``beside``: the articles that may be tuned on, or the others."""
    folder = SHARED / "gold" / "dev"
    return _load(folder / f"{name}_gold.json", folder / "articles", tuned)


def both(a: Gold, b: Gold) -> Gold:
    """Two sets as one collection."""
    return Gold(
        a.documents + b.documents,
        {**a.sentences, **b.sentences},
        a.mentions + b.mentions,
        {**a.events, **b.events},
    )


def _load(gold: Path, folder: Path, tuned: bool | None) -> Gold:
    found = json.loads(gold.read_text(encoding="utf-8"))
    wanted = [d for d in found["documents"] if tuned is None or (d["doc"] in TUNED) is tuned]
    documents = tuple(_document(row, folder) for row in wanted)
    by_id = {document.id: document for document in documents}
    rows = [row for row in found["mentions"] if row["doc"] in by_id and row["expected"] != "noise"]
    mentions = tuple(_mention(row, by_id[row["doc"]]) for row in rows)
    events = {
        m.id: row["gold_event_id"]
        for m, row in zip(mentions, rows, strict=True)
        if row["gold_event_id"]
    }
    return Gold(documents, {d.id: _split(d.text) for d in documents}, mentions, events)


def _document(row: Row, folder: Path) -> Document:
    text = (folder / str(row["file"])).read_text(encoding="utf-8")
    noise = row.get("noise")
    for span in noise if isinstance(noise, list) else []:
        if isinstance(span, dict):
            start, end = int(str(span["char_start"])), int(str(span["char_end"]))
            text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
    body = row.get("body_end_char")
    text = text[:body] if isinstance(body, int) else text
    day = date.fromisoformat(str(row["dct_for_parser"]))
    published = Published(Interval.day(day), day, DateBasis.METADATA)
    return Document(str(row["doc"]), text, published=published, outlet=str(row["publisher"]))


def _split(text: str) -> tuple[Sentence, ...]:
    """Lines, cut after full stops; good enough to align by."""
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in [*re.finditer(r"[.!?][”\"’]?\s+(?=[\"“‘A-Z])", line.group()), None]:
            end = line.start() + stop.end() if stop else line.end()
            if len(text[start:end].split()) > 3:
                spans.append(Span(start, end))
            start = end
    return tuple(Sentence(i, span, text[span.start : span.end]) for i, span in enumerate(spans))


_BASIS = {
    "explicit": WhenBasis.EXPLICIT,
    "relative_to_publication": WhenBasis.RELATIVE,
    "inferred_from_report": WhenBasis.REPORT,
}


def _mention(row: Row, document: Document) -> Mention:
    span = Span(int(str(row["char_start"])), int(str(row["char_end"])))
    text = document.text[span.start : span.end]
    words = Evidence(span, text, "gold")
    claim = Claim(
        span,
        text,
        str(row["event_type"]),
        Status(str(row["status"])),
        words,
        participants=tuple(_participants(row, words)),
        objects=tuple(_objects(span, text)),
        numbers=numbers(text),
    )
    digest = sha256(f"{document.id}/{row['mention_id']}".encode()).hexdigest()[:12]
    return Mention(
        f"{row['mention_id']}-{digest}",
        document.id,
        document.outlet,
        span,
        claim,
        _when(row),
        _attribution(row, words),
        dct=document.dct,
    )


def _participants(row: Row, words: Evidence) -> Iterator[Participant]:
    actors = row["actors"] if isinstance(row["actors"], list) else []
    for one in actors:
        if isinstance(one, dict):
            yield Participant(actor(str(one["name"])), Role(str(one["role"])), words)


def _when(row: Row) -> When:
    edtf = row["date_from_text"]
    basis = _BASIS.get(str(row["date_basis"]), WhenBasis.UNDATED)
    return When(Interval.parse(str(edtf)) if edtf else None, basis)


_SOURCES = {
    "media": SourceKind.OUTLET,
    "official": SourceKind.OFFICIAL,
    "company": SourceKind.COMPANY,
    "unnamed": SourceKind.UNNAMED,
    "anonymous": SourceKind.UNNAMED,
    "hearsay": SourceKind.HEARSAY,
    "anonymous via media": SourceKind.OUTLET,
}


def _attribution(row: Row, words: Evidence) -> Attribution | None:
    said = row.get("attributed_source")
    if not isinstance(said, dict) or str(said.get("kind")) not in _SOURCES:
        return None
    kind, name = _SOURCES[str(said["kind"])], str(said["org"] or "")
    if name == "self":
        kind = SourceKind.SELF
    hops = [Hop(kind, name.removesuffix(" sources"), words)]
    actors = row["actors"] if isinstance(row["actors"], list) else []
    if kind is not SourceKind.UNNAMED and "people familiar" in json.dumps(actors):
        hops.append(Hop(SourceKind.UNNAMED, "people familiar with the matter", words))
    return Attribution(words.span, tuple(hops), words)


_OBJECT = re.compile(r"\b(?:[A-Z]{1,3}\d{1,4}[A-Z]?|\d{3}[A-Z]|Entity List|entity list|DUV|EUV)\b")
_NUMBER = re.compile(
    r"(?P<sign>[$€£])?(?P<value>\d[\d,]{0,12}(?:\.\d{1,3})?)\s?"
    r"(?P<unit>%|billion|million|bn|m\b)?"
)


def _objects(span: Span, text: str) -> Iterator[Evidence]:
    for found in _OBJECT.finditer(text):
        where = Span(span.start + found.start(), span.start + found.end())
        yield Evidence(where, found.group().lower(), "gold")


def numbers(text: str) -> tuple[str, ...]:
    """Percentages and amounts, normalised: "$3.7 billion" -> "3.7e9 USD"."""
    found: list[str] = []
    for match in _NUMBER.finditer(text):
        value, unit = match["value"].replace(",", ""), match["unit"]
        if unit == "%":
            found.append(f"{value}%")
        elif unit:
            found.append(f"{value}e{9 if unit[0] == 'b' else 6}{' USD' if match['sign'] else ''}")
    return tuple(found)


_PEOPLE = {
    "Howard Lutnick": "us",
    "Joe Biden": "us",
    "Donald Trump": "us",
    "Janet Yellen": "us",
    "Gina Raimondo": "us",
    "Xi Jinping": "cn",
    "Mao Ning": "cn",
    "Shu Jueting": "cn",
    "Jensen Huang": "nvidia",
    "Bill Dally": "nvidia",
    "Toni Versluijs": "nexperia",
    "Grant Shapps": "gb",
    "Kwasi Kwarteng": "gb",
    "Liesje Schreinemacher": "nl",
    "Nancy Faeser": "de",
    "Mark Rutte": "nl",
    "Fumio Kishida": "jp",
    "Shou Zi Chew": "tiktok",
}
_LANDS = (
    ("cn", r"\b(?:China|Chinese|Beijing|CAC|MOFCOM|SAMR|Ministry of Industry|Cyberspace)"),
    ("us", r"\b(?:US|Congress|Pentagon|Supreme Court|federal|SEC)\b|\bBiden"),
    ("nl", r"\bDutch"),
    ("jp", r"\bJapan"),
    ("gb", r"\b(?:UK|Commons)"),
    ("de", r"\bGerman"),
    ("tw", r"\bTaiwan"),
    ("kr", r"\bSouth Korea"),
    ("se", r"\bSwedish"),
)
_STATE = re.compile(
    r"\b(?:government|authorit|regulator|official|minist|policymaker|lawmaker|leader|admin|agenc|"
    r"Commerce|Congress|Pentagon|Court|court|CAC|MOFCOM|SAMR|Committee|embassy)",
    re.IGNORECASE,
)
_FIRMS = re.compile(
    r"\b(?:compan|firm|start-?up|developer|big tech|industry|customer|maker|client|"
    r"supplier|entities|operators|stores)",
    re.IGNORECASE,
)
_OUTLETS = re.compile(
    r"^(?:Bloomberg|Financial Times|Reuters|Wall Street Journal|CNN|Global Times)$"
)
_UNNAMED = re.compile(r"people familiar|experts|analysts")


def actor(name: str) -> Actor:
    """An Actor such as actors.csv would hold, by the form of the name."""
    key = re.sub(r"\W+", "-", name.lower()).strip("-")
    if name in _PEOPLE:
        return Actor(key, name, ActorKind.PERSON, "", _PEOPLE[name])
    if _OUTLETS.search(name):
        return Actor(key, name, ActorKind.OUTLET)
    if _UNNAMED.search(name):
        return Actor(key, name, ActorKind.SOURCE)
    land = next((land for land, pattern in _LANDS if re.search(pattern, name)), "")
    if land and name.lower() in ("china", "taiwan"):
        return Actor(land, name, ActorKind.STATE, land.upper())
    if _FIRMS.search(name) and "authorit" not in name:
        return Actor(key, name, ActorKind.FIRMS, land.upper(), "")
    if land and _STATE.search(name):
        kind = ActorKind.OFFICIALS if "overnment" not in name else ActorKind.STATE
        return Actor(key, name, kind, land.upper(), land)
    if "'s " in name:
        return Actor(key, name, ActorKind.PERSON, "", name.split("'s ")[0].lower())
    return Actor(key, name, ActorKind.COMPANY)
