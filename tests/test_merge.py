"""Which mentions are one event, and what the event says."""

import csv
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bench import merge as bench
from tests import gold_mentions as gold
from timeline import lineage, merge
from timeline.errors import SeedError
from timeline.interval import Interval
from timeline.merge import choose, cluster
from timeline.merge.settings import settings
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

CORPUS = Path(__file__).parent / "corpus" / "merge.csv"
ROWS = list(csv.DictReader(CORPUS.open(encoding="utf-8")))

_STATES = ("cn", "us", "nl", "jp", "tw", "gb", "de", "eu")
_BODIES = {
    "us-commerce": "us", "us-doj": "us", "us-supreme": "us", "us-appeals": "us",
    "us-congress": "us", "cac": "cn", "samr": "cn", "mofcom": "cn", "nl-trade": "nl",
    "de-interior": "de", "eu-commission": "eu",
}  # fmt: skip
_PEOPLE = {"lutnick": "us-commerce", "bessent": "us-treasury", "huang": "nvidia"}
_OUTLETS = ("bloomberg", "theinformation")
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
    role = Role.SPEAKER if kind in ("statement", "reaction") else Role.INITIATOR
    role = Role.REPORTER if kind == "media_report" else role
    people = [Participant(actor(one), role, words) for one in by.split(";") if one]
    people += [Participant(actor(one), Role.TARGET, words) for one in to.split(";") if one]
    things = tuple(replace(words, text=one) for one in objects.split(";") if one)
    claim = Claim(
        words.span,
        text,
        kind,
        Status(status),
        words,
        None,
        tuple(people),
        objects=things,
        numbers=tuple(numbers) or gold.numbers(text),
    )
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


def _row_mention(row: Mapping[str, str], side: str) -> Mention:
    document = "d" if row["together"] == "one" else f"d{side}"
    return mention(
        side,
        row[f"{side}_type"],
        told=row[f"{side}_told"],
        date_=row[f"{side}_date"],
        status=row[f"{side}_status"],
        by=row[f"{side}_by"],
        to=row[f"{side}_to"],
        objects=row[f"{side}_objects"],
        text=row[f"{side}_text"],
        document=document,
        start=0 if side == "a" else 200,
    )


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['a_text']} | {r['b_text']}" for r in ROWS])
def test_corpus(row: dict[str, str]) -> None:
    a, b = _row_mention(row, "a"), _row_mention(row, "b")
    together = row["together"] == "report"
    reports = [Report("r", "", ("da", "db"))] if together else reports_of([a, b])
    found = merge.merge([a, b], reports)
    why = [join.why for event in found for join in event.joins]
    assert ("same" if len(found) == 1 else "different") == row["expected"], (row["why"], why)


def test_the_corpus_is_large_and_balanced() -> None:
    same = sum(row["expected"] == "same" for row in ROWS)
    assert len(ROWS) >= 80
    assert 0.35 <= same / len(ROWS) <= 0.65


def test_every_mention_is_in_one_event_whatever_the_order() -> None:
    mentions, reports, _ = bench.stories(600)
    first = merge.merge(mentions, reports)
    assert sorted(name for event in first for name in event.mentions) == sorted(
        found.id for found in mentions
    )
    random.Random(3).shuffle(mentions)
    assert merge.merge(mentions, list(reversed(reports))) == first


def test_an_event_keeps_its_id_when_a_later_mention_joins() -> None:
    a = mention("a", date_="2024-03-04", text="a ban on chips")
    b = mention("b", told="2024-03-06", date_="2024-03-04", text="the ban on chips")
    (alone,), (joined,) = events([a]), events([a, b])
    assert alone.id == joined.id
    assert joined.id.startswith("e")
    assert len(joined.id) == 11
    assert joined.first == "a"


def test_the_word_of_a_person_beats_the_score() -> None:
    a = mention("a", date_="2024-03-04")
    b = mention("b", date_="2024-03-04")
    assert len(events([a, b])) == 1
    apart = Judgement("different", "a", "b", "", "", "two rules of one day", "editor")
    assert len(events([a, b], apart)) == 2
    far = mention("c", "product", told="2025-01-01", by="huawei", to="")
    together = Judgement("same", "a", "c", "", "", "so says the editor", "editor")
    (event,) = events([a, far], together)
    assert event.joins[0].why == "judged to be one event"
    assert event.joins[0].score == 1.0


def test_mentions_judged_different_are_not_joined_through_a_third() -> None:
    found = [mention(name, date_="2024-03-04") for name in "abc"]
    apart = Judgement("different", "a", "c", "", "", "two rules", "editor")
    groups = [set(event.mentions) for event in events(found, apart)]
    assert len(groups) == 2
    assert not any({"a", "c"} <= group for group in groups)


def test_judgements_that_contradict_each_other_stop_the_build() -> None:
    found = [mention(name) for name in "abc"]
    rows = [
        Judgement("same", "a", "b", "", "", "x", "me"),
        Judgement("same", "b", "c", "", "", "x", "me"),
        Judgement("different", "a", "c", "", "", "x", "me"),
    ]
    with pytest.raises(SeedError, match="judged the same and"):
        events(found, *rows)


def test_a_judgement_sets_a_field_of_a_mention_or_of_an_event() -> None:
    a = mention("a", date_="2024-03-04")
    row = Judgement("set", "a", "", "status", "rescinded", "court order", "editor")
    day = Judgement("set", "a", "", "date", "2024-03-01", "the gazette", "editor")
    (event,) = events([a], row, day)
    assert event.status is Status.RESCINDED
    assert event.when == When(Interval.parse("2024-03-01"), WhenBasis.JUDGEMENT)
    title = Judgement("set", event.id, "", "title", "The March rule", "shorter", "editor")
    (named,) = events([a], title)
    assert named.title == "The March rule"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("status", "done", "status 'done': expected enacted"),
        ("date", "2024-13", "2024-13"),
        ("colour", "red", "field 'colour': expected type, status, date"),
    ],
)
def test_a_wrong_judgement_says_what_is_expected(field: str, value: str, message: str) -> None:
    with pytest.raises(SeedError, match=message):
        events([mention("a")], Judgement("set", "a", "", field, value, "x", "me"))


def test_judgements_on_what_is_gone_are_told() -> None:
    a = mention("a")
    rows = [
        Judgement("same", "a", "gone", "", "", "x", "me"),
        Judgement("set", "egone", "", "title", "x", "x", "me"),
        Judgement("set", "a", "", "type", "statement", "x", "me"),
    ]
    assert merge.unknown(rows, [a], events([a])) == tuple(rows[:2])
    assert len(events([a], *rows)) == 1


def test_a_join_says_why() -> None:
    a = mention("a", date_="2024-03-04", by="cac", to="nvidia", objects="H20", text="an inquiry")
    b = mention("b", date_="2024-03-04", by="cac", to="nvidia", objects="H20", text="a probe")
    (join,) = events([a, b])[0].joins
    assert join.joined
    assert join.why == "one type; both by cac; both concern Nvidia; both name h20; dates agree"


def test_a_near_miss_is_told_with_what_speaks_against_it() -> None:
    kind, text = "regulatory_probe", "chips examined by a watchdog"
    a = mention("a", kind, date_="2024-03-04", by="cac", to="nvidia", text="memory probed")
    b = mention("b", kind, date_="2024-03-06", by="cac", to="nvidia", text=text)
    found = events([a, b])
    misses = [join for event in found for join in event.joins if not join.joined]
    assert len(found) == 2
    assert [miss.why.split(":")[0] for miss in misses] == ["not joined, too little in common"]
    assert "dates apart (2024-03-04 and 2024-03-06)" in misses[0].why
    assert cluster.THRESHOLD - merge.NEAR <= misses[0].score < cluster.THRESHOLD


def test_type_and_participants_go_by_majority() -> None:
    a = mention("a", "entity_listing", by="us", to="ymtc")
    b = mention("b", "export_control", by="us-commerce", to="ymtc")
    c = mention("c", "entity_listing", by="us", to="ymtc")
    wrong = mention("d", "entity_listing", by="ymtc", to="us")
    event = one(a, b, c, wrong)
    assert event.type == "entity_listing"
    roles = {(p.actor.id, p.role) for p in event.participants}
    assert roles == {("us", Role.INITIATOR), ("us-commerce", Role.INITIATOR), ("ymtc", Role.TARGET)}
    assert [p.role for p in event.participants] == sorted(
        (p.role for p in event.participants), key=list(Role).index
    )


def test_the_finest_date_with_words_of_its_own_wins() -> None:
    undated = mention("a")
    report = mention("b", date_="2024-03~ r")
    month = mention("c", date_="2024-03")
    day = mention("d", date_="2024-03-04")
    assert one(undated, report).when.interval == Interval.parse("2024-03~")
    assert one(undated, report, month).when.interval == Interval.parse("2024-03")
    assert one(undated, report, month, day).when.interval == Interval.parse("2024-03-04")


def test_of_two_days_the_official_one_wins_and_the_other_is_a_conflict() -> None:
    a = mention("a", date_="2024-03-04")
    b = mention("b", date_="2024-03-05", source=SourceKind.OFFICIAL)
    event = one(a, b)
    assert event.when.interval == Interval.parse("2024-03-05")
    (conflict,) = event.conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == (
        "date",
        "2024-03-05",
        "2024-03-04",
    )


def test_one_headline_of_a_ban_over_reports_of_advice_makes_no_ban() -> None:
    told = [mention(f"m{i}", "procurement_guidance", status="reported") for i in range(4)]
    loud = mention("n", "procurement_guidance", status="enacted")
    assert one(*told, loud).status is Status.REPORTED
    official = mention("o", "procurement_guidance", status="enacted", source=SourceKind.OFFICIAL)
    assert one(*told, official).status is Status.ENACTED


def test_what_is_rescinded_later_is_rescinded_and_the_ladder_keeps_every_step() -> None:
    steps = [
        ("a", "2024-01-10", "proposed", "2024-01-09"),
        ("b", "2024-02-11", "enacted", "2024-02-10"),
        ("c", "2024-05-02", "rescinded", "2024-05-01"),
    ]
    event = one(*(mention(n, told=t, status=s, date_=d) for n, t, s, d in steps))
    assert event.status is Status.RESCINDED
    assert [(rung.status.value, rung.when.edtf if rung.when else "") for rung in event.ladder] == [
        ("proposed", "2024-01-09"),
        ("enacted", "2024-02-10"),
        ("rescinded", "2024-05-01"),
    ]
    assert one(*(mention(n, told=t, status="enacted") for n, t, _, _ in steps)).ladder == ()


def test_sources_that_contradict_each_other_become_conflicts() -> None:
    a = mention("a", "trade_measure", date_="2024-03-04", text="a duty of 12%")
    b = mention(
        "b",
        "trade_measure",
        told="2024-03-06",
        date_="2024-03-04",
        text="a duty of 15%",
        status="proposed",
    )
    fields = {
        conflict.field: (conflict.a_says, conflict.b_says) for conflict in one(a, b).conflicts
    }
    assert fields == {"number": ("12%", "15%"), "status": ("enacted", "proposed")}
    other = mention("c", "trade_measure", by="eu", to="cn", date_="2024-03-04")
    (conflict,) = one(a, other).conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == ("actor", "US", "EU")


def test_independent_reports_are_counted_not_documents() -> None:
    found = [mention(name, date_="2024-03-04", document=f"d{name}") for name in "abc"]
    reports = [Report("r1", "Reuters", ("da", "db")), Report("r2", "AP", ("dc",))]
    (event,) = merge.merge(found, reports)
    assert event.documents == ("da", "db", "dc")
    assert event.reports == ("r1", "r2")


def test_the_parent_of_an_actor_may_come_from_the_world() -> None:
    """Two people of one firm are on its side although no mention names the firm."""
    boss = Actor("boss", "The Boss", ActorKind.PERSON, "", "works")
    works = Actor("works", "The Works", ActorKind.COMPANY, "", "holding")
    a = mention("a", "procurement", date_="2024-03-04", by="holding", to="nvidia", text="chips")
    b = mention("b", "procurement", date_="2024-03-04", by="", to="nvidia", text="chips")
    people = (*b.participants, Participant(boss, Role.INITIATOR, b.claim.trigger))
    b = replace(b, claim=replace(b.claim, participants=people))
    assert len(merge.merge([a, b], reports_of([a, b]))) == 2
    assert len(merge.merge([a, b], reports_of([a, b]), actors=[works])) == 1


def test_a_title_may_be_given() -> None:
    (event,) = merge.merge([mention("a")], [], title=lambda kind, *_: f"{kind}!")
    assert event.title == "export_control!"
    (plain,) = events([mention("a")])
    assert plain.title == "US: export control (CN)"


def test_nothing_gives_nothing() -> None:
    assert merge.merge([], []) == ()


def test_an_undated_document_does_not_stop_the_merge() -> None:
    found = replace(mention("a"), dct=None, when=When(None, WhenBasis.UNDATED))
    (event,) = merge.merge([found], [])
    assert event.reports == ()
    assert choose.exactness(event.when) == 0


def test_every_type_of_the_lexicon_is_known_to_merging() -> None:
    rules = settings()
    assert rules.window("statement", "reaction") == 7
    assert rules.fit("statement", "reaction") == rules.fit("reaction", "statement") > 0
    assert rules.fit("statement", "product") == 0


def test_merging_grows_with_the_mentions_and_finds_the_stories() -> None:
    rows = [bench.measure(600), bench.measure(2400)]
    assert all(score > 0.9 for _, _, score in rows)
    assert bench.exponent(rows) < 1.5  # a square would be 2; the machine is shared


needs_shared = pytest.mark.skipif(
    not gold.SHARED.exists(), reason="the hand-labelled articles (../shared) are not here"
)


@needs_shared
@pytest.mark.parametrize(("name", "floor"), [("seeds", 0.93), ("topic", 0.86), ("beside", 0.9)])
def test_labelled_mentions_are_merged_as_labelled(name: str, floor: float) -> None:
    articles = gold.seeds() if name == "seeds" else gold.dev(name)
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    found = merge.merge(articles.mentions, reports)
    system = {one: event.id for event in found for one in event.mentions}
    precision, recall, f1 = gold.b_cubed(articles.events, system)
    # the scoreboard of conventions.md is read on the console
    print(f"{name}: B-cubed {precision:.3f} {recall:.3f} {f1:.3f}")  # noqa: T201
    assert f1 >= floor


@needs_shared
def test_the_guidance_of_two_years_stays_two_events() -> None:
    articles = gold.seeds()
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    of = {m: event.id for event in merge.merge(articles.mentions, reports) for m in event.mentions}
    guidance = [m for m in articles.mentions if m.type == "procurement_guidance" and m.dct]
    years = {(m.dct.year, of[m.id]) for m in guidance if m.dct}
    assert len({year for year, _ in years}) == 2
    assert len({event for _, event in years}) == len(years)
