"""The HTTP routes that search, compare and tell what changed."""

import re
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from tests.sample import sample_tables
from tests.test_routes import ATOM, client
from timeline import changes, exports, filters, search
from ui import choices, data

__all__ = ["client"]  # a fixture
SEARCHES = (
    "gallium",
    '"export control" OR micron',
    "(nvidia OR micron) -h20",
    "deepseek -china",
    "出口",
)


@pytest.mark.parametrize("text", SEARCHES)
def test_a_search_finds_the_same_for_page_api_and_feed(client: TestClient, text: str) -> None:
    expected = set(search.index(sample_tables()).find(text))
    wanted = sample_tables()["events"]
    keys = set(wanted.loc[wanted["event_id"].isin(expected) & (wanted["tells"] == ""), "event_id"])
    query = urlencode({"q": text})
    assert (
        set(data.chosen(choices.read(data.load(), [("q", text)])[0].filters)["events"]["event_id"])
        == keys
    )
    read = exports.read("events", client.get(f"/api/events.csv?{query}").content)
    assert set(read["event_id"]) == keys
    feed = ElementTree.fromstring(client.get(f"/feed.atom?{query}").content)
    links = {one.get("href") for one in feed.findall("atom:entry/atom:link", ATOM)}
    assert links == {f"http://testserver/event?id={key}" for key in keys}


def test_a_search_with_a_slip_is_refused_with_the_slip(client: TestClient) -> None:
    answer = client.get("/api/events.json?q=(h20+OR")
    assert answer.status_code == 400
    told = answer.json()["error"]
    assert told["parameter"] == "q"
    assert "OR with nothing behind it" in told["message"]


def test_two_sides_come_as_a_table_and_as_a_picture(client: TestClient) -> None:
    query = "by=actor&a=nvidia&b=China&from=2023-01-01"
    answer = client.get(f"/compare.csv?{query}")
    lines = answer.content.decode().splitlines()
    assert lines[0].startswith("side,event_id,title,")
    assert {line.split(",")[0] for line in lines[1:]} == {"Nvidia only", "Both", "China only"}
    drawn = client.get(f"/compare.svg?{query}").text
    places = [drawn.index(f">{side}<") for side in ("Nvidia only", "Both", "China only")]
    assert places == sorted(places)
    assert "Nvidia and China: " in drawn


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("a=Nvida&b=China", "a", "did you mean 'Nvidia'?"),
        ("a=Nvidia", "b", "b is missing"),
        ("a=Nvidia&b=Nvidia", "b", "on both sides"),
        ("by=colour&a=x&b=y", "by", "colour"),
        ("a=Nvidia&b=China&from=2090-01-01", "", "nothing to draw"),
    ],
)
def test_a_comparison_asked_wrongly_says_what_is_wrong(
    client: TestClient, query: str, parameter: str, told: str
) -> None:
    answer = client.get(f"/compare.svg?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["parameter"] == parameter
    assert told in answer.json()["error"]["message"]


def test_changes_come_as_a_table_and_as_a_feed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = sample_tables()["events"]
    cut = filters.cut(sample_tables(), events["event_id"].iloc[:30])
    monkeypatch.setattr(changes, "before", lambda *_: cut)
    lines = client.get("/changes.csv?since=2025-01-01").text.splitlines()
    assert lines[0] == "kind,id,title,edtf,field,old,new"
    assert {line.split(",")[0] for line in lines[1:]} == {"added"}
    feed = ElementTree.fromstring(client.get("/changes.atom?since=2025-01-01").content)
    own = feed.find("atom:link[@rel='self']", ATOM)
    assert own is not None
    assert own.get("href") == feed.findtext("atom:id", namespaces=ATOM)
    assert "/changes.atom?since=2025-01-01" in own.get("href", "")
    summaries = [one.text or "" for one in feed.findall("atom:entry/atom:summary", ATOM)]
    assert not any(re.match(r"\d{4}-\d\d", one) for one in summaries)
    titles = [one.text or "" for one in feed.findall("atom:entry/atom:title", ATOM)]
    assert len(titles) == len(lines) - 1 == 2
    assert all(title.endswith("(New)") for title in titles)
    wrong = client.get("/changes.csv?since=yesterday")
    assert wrong.status_code == 400
    assert wrong.json()["error"]["parameter"] == "since"
