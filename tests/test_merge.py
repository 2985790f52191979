"""Which mentions are one event."""

import csv
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bench import merge as bench
from tests.counting import calls
from tests.sample_mentions import actor, events, mention, reports_of
from timeline import merge
from timeline.merge import choose, cluster
from timeline.merge.settings import settings
from timeline.model import (
    Actor,
    ActorKind,
    Event,
    Mention,
    Participant,
    Report,
    Role,
    When,
    WhenBasis,
)

CORPUS = Path(__file__).parent / "corpus" / "merge.csv"
ROWS = list(csv.DictReader(CORPUS.open(encoding="utf-8")))


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


def test_a_join_says_why() -> None:
    a = mention("a", date_="2024-03-04", by="cac", to="nvidia", objects="H20", text="an inquiry")
    b = mention("b", date_="2024-03-04", by="cac", to="nvidia", objects="H20", text="a probe")
    (join,) = events([a, b])[0].joins
    assert join.joined
    assert join.why == "one type; both by cac; both concern Nvidia; both name h20; dates agree"


def test_a_join_says_that_one_of_two_names_nobody_who_acts() -> None:
    a = mention("a", date_="2024-03-04", by="cac", to="nvidia", objects="H20", text="an inquiry")
    b = mention("b", date_="2024-03-04", by="", to="nvidia", objects="H20", text="an inquiry")
    (join,) = events([a, b])[0].joins
    assert join.why.startswith("one type; who acts is said by one only (cac); both concern Nvidia")


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


def test_what_names_no_target_does_not_bridge_two_of_others() -> None:
    """Two awards of one week, and a sentence that might tell of either."""
    kind, text = "industrial_policy", "an award for a new chip plant"
    a = mention("a", kind, date_="2024-03-04", to="intel", text=text)
    b = mention("b", kind, told="2024-03-06", date_="2024-03-04", to="micron", text=text)
    c = mention("c", kind, told="2024-03-07", date_="2024-03-04", to="", text=text)
    found = events([a, b, c])
    assert sorted(len(event.mentions) for event in found) == [1, 2]
    why = [join.why for event in found for join in event.joins if not join.joined]
    assert any(line.startswith("not joined, their groups hit others") for line in why)


def test_what_does_not_say_who_acts_does_not_bridge_two_acts_of_others() -> None:
    kind, text = "licence_decision", "sales of the H200 to China, decided this week"
    a = mention("a", kind, told="2025-12-09", date_="2025-12-08", by="us", to="nvidia", text=text)
    b = mention("b", kind, told="2025-12-10", date_="2025-12~ r", by="cn", to="nvidia", text=text)
    c = mention("c", kind, told="2025-12-10", date_="2025-12~ r", by="", to="nvidia", text=text)
    found = events([a, b, c])
    assert sorted(len(event.mentions) for event in found) == [1, 2]
    why = [join.why for event in found for join in event.joins if not join.joined]
    assert any(line.startswith("not joined, their groups are by others") for line in why)


def test_a_filing_is_not_made_by_whom_it_names() -> None:
    """The maker is not said in "singles out the Chinese group", and is not that group."""
    kind = "company_disclosure"
    a = mention(
        "a", kind, date_="2024-03-04", by="nvidia", to="huawei", text="Huawei named a rival"
    )
    b = mention("b", kind, date_="2024-03-04", by="", to="", text="Huawei is named in the filing")
    people = (Participant(actor("huawei"), Role.AFFECTED, b.claim.trigger),)
    b = replace(b, claim=replace(b.claim, participants=people))
    assert len(events([a, b])) == 1


def test_a_firm_and_its_owner_are_hit_as_one() -> None:
    """The app's appeal is its owner's: "turned down TikTok", "turned down ByteDance"."""
    kind, text = "litigation", "the court turned down the appeal against the ban of the app"
    app = Actor("app", "The App", ActorKind.COMPANY, "", "owner")
    a = mention("a", kind, date_="2025-01-17", by="us-supreme", to="", text=text)
    b = mention("b", kind, date_="2025-01-17", by="us-supreme", to="owner", text=text)
    people = (*a.participants, Participant(app, Role.TARGET, a.claim.trigger))
    a = replace(a, claim=replace(a.claim, participants=people))
    assert len(events([a, b])) == 1


def test_a_year_does_not_bridge_an_act_of_its_summer_and_the_news_of_the_next_january() -> None:
    kind, text = "licence_decision", "the licence of ASML for its machines"
    a = mention("a", kind, told="2023-07-01", date_="2023-06-30", by="nl", to="asml", text=text)
    b = mention("b", kind, told="2024-01-02", date_="2023", by="nl", to="asml", text=text)
    c = mention("c", kind, told="2024-01-02", date_="2024-01~ r", by="nl", to="asml", text=text)
    assert sorted(len(event.mentions) for event in events([a, b, c])) == [1, 2]


def test_two_acts_that_one_author_dates_apart_are_not_bridged_by_another() -> None:
    """The waivers of two makers on a Friday, that of a third on the Tuesday after."""
    kind, told = "licence_decision", "2025-09-03"
    a = mention("a", kind, told=told, date_="2025-08-29", to="samsung", text="waivers revoked",
                document="d")  # fmt: skip
    b = mention("b", kind, told=told, date_="2025-09-02", to="tsmc", text="its waiver revoked",
                document="d", start=900)  # fmt: skip
    c = mention("c", kind, told=told, date_="2025-09-02", to="tsmc;samsung", text="waivers revoked")
    found = events([a, b, c])
    assert sorted(len(event.mentions) for event in found) == [1, 2]
    why = [join.why for event in found for join in event.joins if not join.joined]
    assert any(line.startswith("not joined, one author dates them apart") for line in why)


def test_an_administration_acts_for_its_ministries_and_courts_are_apart() -> None:
    administration = Actor("us-new-admin", "New administration", ActorKind.BODY, "US", "us")
    a = mention("a", date_="2024-03-04", by="us-commerce", to="", text="curbs on chip tools sold")
    text = "limits on tools for makers of chips"
    b = mention("b", told="2024-03-06", date_="2024-03~ r", by="us-congress", to="", text=text)
    assert len(events([a, b])) == 2
    people = (Participant(administration, Role.INITIATOR, b.claim.trigger),)
    b = replace(b, claim=replace(b.claim, participants=people))
    assert len(events([a, b])) == 1


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


def merged(number: int) -> tuple[int, float]:
    """Calls that merging so many mentions takes, and how well it finds their stories (B-cubed)."""
    mentions, reports, truth = bench.stories(number)
    found: list[Event] = []
    work = calls(lambda: found.extend(merge.merge(mentions, reports)))
    system = {name: event.id for event in found for name in event.mentions}
    return work, bench.b_cubed(truth, system)[2]


def test_merging_grows_with_the_mentions_and_finds_the_stories() -> None:
    (few, score), (many, wide_score) = merged(500), merged(2000)
    assert min(score, wide_score) > 0.9
    assert many < 5 * few  # of four times the mentions; a square would be 16 times
