"""The event page's drawings, its neighbours, and what is related to it."""

import pandas as pd
import pytest

from tests.opening import opened, record, said
from tests.sample import sample_tables
from ui import drawn, echo_chart, escape, related
from ui.drawn import Rung

__all__ = ["record"]  # a fixture for every test here
EVENTS = sample_tables()["events"].set_index("event_id", drop=False)


def drawings(key: str) -> str:
    """The HTML on an event's page."""
    return "\n".join(one.proto.body for one in opened("pages/event.py", id=key).get("html"))


def test_a_ladder_says_its_steps_and_the_days_between() -> None:
    rungs = [
        Rung("Proposed", "8 Mar 2023", "Reuters", 0, "e-plan"),
        Rung("Enacted", "30 Jun 2023", "<b>", 114),
    ]
    told = drawn.ladder_html(rungs)
    assert told.startswith('<ol class="ladder"')
    assert '<a href="/event?id=e-plan">Proposed</a>' in told
    assert ">114 days later<" in told
    assert "<strong>Enacted</strong>" in told
    assert "<small>&lt;b&gt;</small>" in told


def test_the_longer_wait_gets_the_longer_way() -> None:
    told = [drawn.ladder_html([Rung("", "", "", 0), Rung("", "", "", days)]) for days in (5, 500)]
    grown = [float(one.split("flex-grow:")[1].split('"')[0]) for one in told]
    assert grown[0] < grown[1]


def test_an_event_shows_its_ladder_and_its_lineage() -> None:
    ladders = sample_tables()["ladders"]
    measure = ladders.groupby("measure").size().idxmax()
    told = drawings(str(measure))
    steps = ladders[ladders["measure"] == measure]
    assert len(steps) > 1
    assert told.count("<li") >= len(steps)
    assert f"{steps['days'].iloc[-1]} days later" in told


def test_the_lineage_names_each_report_and_its_articles() -> None:
    told = drawings("e-guide24")
    assert '<div class="lineage"><p><strong>Bloomberg</strong> <small>2 articles</small>' in told
    assert told.count('<div class="lineage">') == 1
    assert "the first of these" in told


def test_a_thread_leads_to_the_event_before_and_after() -> None:
    threads = EVENTS[EVENTS["thread"] != ""]
    name = threads["thread"].value_counts().idxmax()
    ids = list(threads.loc[threads["thread"] == name, "event_id"])
    assert len(ids) > 1
    told = said(opened("pages/event.py", id=ids[1]))
    link = escape.link(EVENTS.loc[ids[0], "title"], f"/event?id={ids[0]}")
    assert f"Before it in the thread: {link}" in told


def made(**cells: str) -> dict[str, object]:
    empty: dict[str, object] = dict.fromkeys(
        ("thread", "tells", "objects", "initiators", "targets", "affected"), ""
    )
    return {**empty, "start": pd.Timestamp("2024-01-01"), **cells}


def test_what_shares_most_is_most_related_and_the_nearer_first() -> None:
    rows = [
        made(event_id="here", objects="H20", initiators="Nvidia", thread="t"),
        made(event_id="same thread", objects="H20", thread="t"),
        made(event_id="a report of it", objects="H20", tells="here"),
        made(event_id="one actor", initiators="Nvidia"),
        made(event_id="far", objects="H20") | {"start": pd.Timestamp("2020-01-01")},
        made(event_id="near", objects="H20; H800") | {"start": pd.Timestamp("2024-02-01")},
        made(event_id="undated", objects="H20") | {"start": pd.NaT},
        made(event_id="more", objects="H20", targets="Nvidia"),
    ]
    events = pd.DataFrame(rows)
    assert related.nearest(events.iloc[0], events) == ["more", "near", "far", "undated"]


@pytest.mark.parametrize("wide", [288, 700])
def test_a_long_name_who_echoes_whom_breaks_into_lines_and_is_not_cut(wide: int) -> None:
    tables = sample_tables()
    long = "Unidentified Blogger mirror of The Semiconductor Review"
    reports = tables["reports"].assign(origin="State Administration for Market Regulation")
    held = {**tables, "reports": reports, "documents": tables["documents"].assign(outlet=long)}
    blocks, height = echo_chart.place(held, list(reports["report_id"]), wide)
    assert len(blocks) == len(reports)
    ends = [line.y for block in blocks for line in block.lines]
    assert ends == sorted(ends)
    assert ends[-1] < height
    assert all(" ".join(block.told) == block.origin for block in blocks)
    told = {" ".join(line.told) for block in blocks for line in block.lines}
    assert all(one.startswith(long) for one in told)
    assert len(blocks[0].told) == (4 if wide == 288 else 2)
