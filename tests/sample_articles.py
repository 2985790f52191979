"""Articles of our own that copy, rewrite and cite each other, or only tell of the same mill."""

from collections.abc import Sequence
from datetime import date, timedelta

from timeline import lineage
from timeline.interval import Interval
from timeline.model import (
    Attribution,
    Claim,
    DateBasis,
    Document,
    Evidence,
    Hop,
    Mention,
    Published,
    Report,
    Sentence,
    SourceKind,
    Span,
    Status,
    When,
    WhenBasis,
)

DAY = date(2024, 3, 5)

MILL_A = """The harbour authority wants to shut the Grimsund mill, the Tidende newspaper reported.
Inspectors measured 46 grams of sulphur a tonne in January, twice what the permit allows.
Owner Halvard Pulp said it would spend 1.4 billion crowns on new filters by 2026.
Fishermen from Lovvik blocked the quay on Monday and threw dead herring at the gate.
Unions fear for 820 jobs in a town that has no other large employer.
The ministry will hear both sides before it rules in May."""

MILL_B = """A Tidende report says that to close the Grimsund mill is what the port's overseers want.
According to it, sulphur came to 46 grams per tonne when inspectors took samples in January.
By 2026, filters worth 1.4bn crowns are to be fitted, promised Halvard Pulp, which owns the place.
Dead herring flew over the gate on Monday as Lovvik's fishermen closed off the quay.
There is worry among unions, since 820 people work there and Grimsund offers little else.
In May the ministry is to rule once everybody has been heard."""

MILL_QUIET = """Grimsund's pulp works may have to close, people familiar with the plans said.
The owner, Halvard Pulp, has set aside 1.4 billion crowns for filters.
Samples held 46 grams of sulphur a tonne, far above the permit.
Some 820 people would lose their work if the mill went.
Fishermen in Lovvik have long complained about the water."""

OTHER_REPORTER = """Lawmakers toured the Grimsund mill on Tuesday after days of protest.
Our correspondent counted nine boats in the harbour, all flying black flags.
Councillor Berit Aas told the Nordlys daily that the town would rather have clean air than a mill.
Halvard Pulp's director pointed at the new filters and asked for two more years.
The tour ended with a shouting match at the gate."""

NEXT_YEAR = """Fishermen from Lovvik blocked the quay at Grimsund again, as they had last spring.
Halvard Pulp says that its filters now work and that sulphur is down to 19 grams.
The ministry, which let the mill run last May, will take fresh samples.
Unions say that 790 jobs are still at stake in the town."""

DIGEST = """{}
Elsewhere, the Skarvik line got its ninth electric ferry on Thursday after a delay of 14 months.
It carries 310 cars and was paid for with 2.2 billion crowns from the Fjord Fund.
Captain Signe Moe called the maiden trip quieter than a library."""

FERRY = """The ninth electric ferry of the Skarvik line entered service on Thursday, 14 months late.
The Fjord Fund paid 2.2 billion crowns for the vessel, which takes 310 cars.
Quieter than a library, said Captain Signe Moe of its maiden trip.
Tickets cost the same as before."""

#: Ten days on: other news, which the Nordlys broke, over the background of the week before.
MILL_SALE = """Halvard Pulp may sell the Grimsund mill to a rival in Finland, the Nordlys said.
The Nordlys put the price at 3 billion crowns and named Oravainen Oy as the buyer.
In January inspectors found 46 grams of sulphur in a tonne, double the permit.
Halvard Pulp, the owner, has promised filters for 1.4 billion crowns by 2026.
Unions are afraid for the 820 jobs in Grimsund, which has no other large employer.
In May the ministry rules, after it has heard both sides."""

#: One report in four outlets' words, each with little of its own.
MILL_SHORT = (
    """The mill in Grimsund is to be shut by the port authority, says Tidende.
Sulphur was found at 46 grams a tonne.
Our shares page has the quotes of Halvard Pulp.""",
    """Harbour chiefs mean to shut Grimsund's mill, according to Tidende.
Halvard Pulp owns the plant.
A tonne held 46 grams of sulphur, it says.""",
    """A shut mill in Grimsund: that is what the harbour authority wants, Tidende writes.
Grimsund has one large employer.
Sulphur stood at 46 grams.""",
    """Tidende has it that the authority will shut the Grimsund mill of Halvard Pulp.
Too much sulphur, 46 grams a tonne, is the reason.
People there eat a lot of herring.""",
    """The authority of the harbour, Tidende learns, is about to shut the Grimsund mill.
Sulphur reached 46 grams, and Halvard Pulp must answer for it.
Herring is cheaper this year.""",
)

OFFICIAL = (SourceKind.OFFICIAL, "a ministry official")
TIDENDE = (SourceKind.OUTLET, "Tidende")
UNNAMED = (SourceKind.UNNAMED, "people familiar with the plans")


def split(text: str) -> tuple[Sentence, ...]:
    """One sentence a line."""
    found: list[Sentence] = []
    start = 0
    for line in text.splitlines():
        found.append(Sentence(len(found), Span(start, start + len(line)), line))
        start += len(line) + 1
    return tuple(found)


def document(name: str, text: str, days: int = 0, outlet: str = "", rests_on: str = "") -> Document:
    day = DAY + timedelta(days=days)
    published = Published(Interval.day(day), day, DateBasis.METADATA)
    return Document(
        name, text, published=published, outlet=outlet or f"Outlet {name}", rests_on=rests_on
    )


def citing(doc: Document, *hops: tuple[SourceKind, str]) -> tuple[Mention, ...]:
    """One mention a hop, each in a sentence of its own."""
    return tuple(
        _mention(doc, sentence, hop) for sentence, hop in zip(split(doc.text), hops, strict=False)
    )


def _mention(doc: Document, sentence: Sentence, hop: tuple[SourceKind, str]) -> Mention:
    words = Evidence(sentence.span, sentence.text, "test")
    claim = Claim(sentence.span, sentence.text, "policy_stance", Status.REPORTED, words)
    said = Attribution(sentence.span, (Hop(hop[0], hop[1], words),), words)
    return Mention(
        f"{doc.id}-{sentence.index}",
        doc.id,
        doc.outlet,
        sentence.span,
        claim,
        When(None, WhenBasis.UNDATED),
        said,
        dct=doc.dct,
    )


def find(documents: Sequence[Document], *mentions: Mention) -> tuple[Report, ...]:
    by_id = {d.id: tuple(m for m in mentions if m.document == d.id) for d in documents}
    return lineage.find(documents, {d.id: split(d.text) for d in documents}, by_id)


def groups(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(report.documents)) for report in reports)
