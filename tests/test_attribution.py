import csv
import json
import re
from pathlib import Path

import pytest

from timeline import attribution, documents, sentences
from timeline.model import (
    Actor,
    ActorKind,
    ActorMention,
    Attribution,
    Document,
    Sentence,
    SourceKind,
    Span,
    Use,
)

CORPUS = Path(__file__).parent / "corpus" / "attribution.csv"
SHARED = Path(__file__).resolve().parents[1].parent / "shared"

ACTORS = {
    "Nvidia": ("Nvidia", ActorKind.COMPANY),
    "Huawei": ("Huawei", ActorKind.COMPANY),
    "Jefferies": ("Jefferies", ActorKind.COMPANY),
    "Jensen Huang": ("Jensen Huang", ActorKind.PERSON),
    "Gina Raimondo": ("Gina Raimondo", ActorKind.PERSON),
    "Mao Ning": ("Mao Ning", ActorKind.PERSON),
    "Reuters": ("Reuters", ActorKind.OUTLET),
    "Bloomberg News": ("Bloomberg", ActorKind.OUTLET),
    "Bloomberg": ("Bloomberg", ActorKind.OUTLET),
    "CNN": ("CNN", ActorKind.OUTLET),
    "BBC": ("BBC", ActorKind.OUTLET),
    "Commerce Department": ("US Commerce Department", ActorKind.BODY),
    "China's commerce ministry": ("Chinese Ministry of Commerce", ActorKind.BODY),
    "China's foreign ministry": ("Chinese Ministry of Foreign Affairs", ActorKind.BODY),
    "Supreme Court": ("Supreme Court", ActorKind.BODY),
    "US officials": ("US officials", ActorKind.OFFICIALS),
    "A US official": ("US officials", ActorKind.OFFICIALS),
    "government of the Netherlands": ("Netherlands", ActorKind.STATE),
    "United States": ("United States", ActorKind.STATE),
    "The US": ("United States", ActorKind.STATE),
    "Washington": ("United States", ActorKind.STATE),
    "Beijing": ("China", ActorKind.STATE),
    "China": ("China", ActorKind.STATE),
    "NATO": ("NATO", ActorKind.ORGANISATION),
    "H20": ("H20", ActorKind.PRODUCT),
}
_NAMES = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted(ACTORS, key=len, reverse=True))
)


def mentions(sentence: Sentence) -> tuple[ActorMention, ...]:
    """The actors of a sentence as the table above knows them."""
    found = []
    for match in _NAMES.finditer(sentence.text):
        name, kind = ACTORS[match.group()]
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        is_owner = sentence.text[match.end() : match.end() + 2] in ("'s", "’s")
        use = Use.POSSESSIVE if is_owner else Use.NOUN
        actor = Actor(name.lower().replace(" ", "-"), name, kind)
        found.append(ActorMention(span, match.group(), actor, "alias", use))
    return tuple(found)


def read(text: str) -> tuple[str, tuple[tuple[Attribution, ...], ...]]:
    document = documents.parse(text, name="a.txt")
    found = sentences.split(document)
    return document.text, attribution.find(found, [mentions(one) for one in found])


def shown(one: Attribution) -> str:
    return " / ".join("hearsay" if hop.kind is SourceKind.HEARSAY else hop.name for hop in one.hops)


def rows() -> list[tuple[str, str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["expected"], row["scope"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("text,expected,scope", rows(), ids=[row[0] for row in rows()])
def test_the_corpus_is_read_as_it_says(text: str, expected: str, scope: str) -> None:
    whole, found = read(text)
    told = found[-1]
    assert "; ".join(map(shown, told)) == expected
    if scope:
        assert whole[told[0].scope.start : told[0].scope.end] == scope


def test_the_corpus_is_large_and_a_third_of_it_finds_nothing() -> None:
    nothing = [text for text, expected, _ in rows() if not expected]
    assert len(rows()) >= 150
    assert len(nothing) * 5 >= len(rows())
