"""The scorer's figures on the labelled articles beside the project, held at what was promised.

The articles are others' copyright and not in this repository: without them this says so.
"""

import json
import sys
from functools import cache

import pytest

from bench import score
from timeline.build import Build

pytestmark = pytest.mark.skipif(
    not score.GOLD.is_dir(), reason=f"{score.GOLD} is not there: no figures on labelled articles"
)

PROMISED = {
    "core_recall": 0.8,
    "f1": 0.7,
    "status": 0.8,
    "date": 0.8,
    "actors": 0.75,
    "record": 0.55,
    "merge_f1": 0.85,
}


@cache
def figures(name: str) -> score.Score:
    gold, _ = score.SETS[name]
    return score.scorer()(json.loads(gold.read_text()), score.extract(name), False)


@cache
def articles() -> Build:
    """The build of the five articles, with what is known of them."""
    from timeline import build, seeds, story
    from timeline.cli.read import known_of

    gold, folder = score.SETS["seeds"]
    paths = sorted(folder.glob("*.txt"))
    world = seeds.load(score.HOME / "seeds")
    found, problems = story.read(paths, known_of(paths, gold, None, ""))
    return build.build(found.values(), world, problems)


@pytest.mark.parametrize("figure, least", PROMISED.items())
def test_the_five_articles_reach_the_promised_figure(figure: str, least: float) -> None:
    reached = figures("seeds")[figure]
    assert reached is not None
    assert reached >= least


def test_hardly_any_noise_is_taken_for_an_event() -> None:
    noise = figures("seeds")["noise"]
    assert noise is not None
    assert noise <= 2


def test_the_five_articles_rest_on_two_reports() -> None:
    documents = articles().tables["documents"]
    rests = dict(zip(documents["document_id"].str[:3], documents["report_id"], strict=True))
    assert rests["000"] == rests["001"] != rests["002"]
    assert rests["002"] == rests["003"] == rests["004"]


def test_the_guidance_of_2024_and_that_of_2025_stay_two_events() -> None:
    gold, _ = score.SETS["seeds"]
    said = articles().tables["mentions"]
    events: dict[str, set[str]] = {"2024": set(), "2025": set()}
    for row in json.loads(gold.read_text())["mentions"]:
        if row["event_type"] != "procurement_guidance":
            continue
        there = said[
            said["document_id"].str.startswith(row["doc"])
            & (said["start_char"] < row["char_end"])
            & (said["end_char"] > row["char_start"])
        ]
        year = "2025" if row["doc"] in ("000", "001") else "2024"
        events[year] |= set(there["event_id"])
    assert events["2024"]
    assert events["2025"]
    assert not events["2024"] & events["2025"]


def test_the_further_articles_are_scored_too(capsys: pytest.CaptureFixture[str]) -> None:
    columns = {name: figures(name) for name in score.SETS}
    with capsys.disabled():
        sys.stdout.write(f"\n{score.table(columns)}\n")
    assert all(row["n_system"] for row in columns.values())
