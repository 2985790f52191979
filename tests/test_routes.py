"""The HTTP routes: exactly the view's rows, and wrong queries told with the parameter at fault."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pandas as pd
import pytest
from starlette.testclient import TestClient

from tests.sample import sample_tables
from tests.serving import serving
from timeline import exports, filters
from timeline.exports import EXPORTERS, schema_org
from timeline.filters import Filters
from ui import data, downloads, headers, pictures, settings, static
from ui.settings import Settings

ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    yield from serving(sample_tables())


def test_the_csv_holds_the_rows_that_the_query_chooses(client: TestClient) -> None:
    answer = client.get("/api/events.csv?actor=Micron&actor=AMD")
    expected = filters.select(sample_tables(), Filters(actors=("Micron", "AMD")))["events"]
    pd.testing.assert_frame_equal(exports.read("events", answer.content), expected)
    assert answer.headers["content-disposition"] == 'attachment; filename="events.csv"'


def test_a_byte_order_mark_is_given_where_asked_for(client: TestClient) -> None:
    assert client.get("/api/events.csv?bom=1").content.startswith(exports.BOM)
    assert not client.get("/api/events.csv").content.startswith(exports.BOM)


@pytest.mark.parametrize("file", downloads.FILES, ids=[file.path for file in downloads.FILES])
def test_every_file_is_there(client: TestClient, file: downloads.File) -> None:
    answer = client.get(file.path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(EXPORTERS[file.exporter].media_type[:10])
    assert ("attachment" in answer.headers.get("content-disposition", "")) == bool(file.name)
    assert len(answer.content) > 500


def test_a_feed_and_a_calendar_lead_to_the_events_of_the_view(client: TestClient) -> None:
    shown = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    feed = ElementTree.fromstring(client.get("/feed.atom?actor=Micron").content)
    links = {one.get("href") for one in feed.findall("atom:entry/atom:link", ATOM)}
    assert links == {f"http://testserver/event?id={event_id}" for event_id in shown["event_id"]}
    own = feed.find("atom:link[@rel='self']", ATOM)
    assert own is not None
    assert own.get("href") == "http://testserver/feed.atom?actor=Micron"
    calendar = client.get("/calendar.ics").text
    assert "URL:http://testserver/event?id=e-inspur" in calendar
    assert "X-WR-CALNAME:US–China AI chips" in calendar


def test_the_events_come_in_parts_that_lead_on(client: TestClient) -> None:
    found, path = [], "/api/events.json?limit=10&actor=China&actor=Nvidia"
    while path:
        answer = client.get(path)
        found += [one["event_id"] for one in answer.json()["events"]]
        path = answer.links["next"]["url"] if "next" in answer.links else ""
    whole = client.get("/api/events.json?actor=China&actor=Nvidia")
    assert found == [one["event_id"] for one in whole.json()["events"]]
    assert int(whole.headers["x-total-count"]) == len(found) > 10


def test_more_events_than_one_answer_may_hold_are_asked_for_in_parts(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "get", lambda: Settings(most_events=10))
    refused = client.get("/api/events.csv")
    assert refused.status_code == 400
    assert refused.json()["error"]["parameter"] == "limit"
    assert client.get("/api/events.csv?limit=10").status_code == 200


def test_an_event_is_told_in_the_words_of_schema_org(client: TestClient) -> None:
    answer = client.get("/event/e-guide24.json")
    assert answer.headers["content-type"] == "application/ld+json"
    told = answer.json()
    assert told["@type"] == "Event"
    assert told["url"] == "http://testserver/event?id=e-guide24"
    assert {one["name"] for one in told["actor"]} == {"Chinese regulators"}
    assert [one["publisher"]["name"] for one in told["subjectOf"]] == ["Bloomberg", "Chip Daily"]
    assert all(one["hasPart"][0]["text"] for one in told["subjectOf"])
    for name, kind in (
        ("Nvidia", "Organization"),
        ("Bloomberg", "Organization"),
        ("A. B.", "Person"),
    ):
        assert schema_org._author(name, sample_tables())["@type"] == kind
    missing = client.get("/event/e-none.json")
    assert missing.status_code == 404
    assert missing.json()["error"]["parameter"] == "id"


def test_where_nothing_is_the_answer_is_404_in_words_or_as_json(client: TestClient) -> None:
    page = client.get("/sorces?lang=en")
    assert page.status_code == 404
    assert "<b>/sorces</b> is no page" in page.text
    assert 'Did you mean <a href="/sources?lang=en">Sources</a>?' in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert "<script" not in client.get("/<script>alert(1)</script>").text
    missing = client.get("/api/event.json")
    assert missing.status_code == 404
    assert "did you mean '/api/events.json'?" in missing.json()["error"]["message"]
    assert client.get("/nope.csv").json()["error"]


def test_a_search_that_is_wrong_is_told_and_not_called_read(client: TestClient) -> None:
    told = client.get("/api/events.json", params={"q": "("}).json()["error"]
    assert told["parameter"] == "q"
    assert "plain words" not in told["message"]


def test_what_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/api/events.json").headers["etag"]
    for held in (tag, f'"other", W/{tag}', "*"):
        again = client.get("/api/events.json", headers={"If-None-Match": held})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    other = client.get("/api/events.json?actor=Micron", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_an_answer_is_zipped_for_those_who_can_unzip(client: TestClient) -> None:
    zipped = client.get("/api/events.json")
    plain = client.get("/api/events.json", headers={"Accept-Encoding": "identity"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert zipped.content == plain.content
    assert zipped.headers["etag"] != plain.headers["etag"]
    held = {"If-None-Match": plain.headers["etag"]}
    assert client.get("/api/events.json", headers=held).status_code == 304


def test_how_long_an_answer_is_kept_is_a_setting(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/feed.atom").headers["cache-control"] == "no-cache"
    monkeypatch.setattr(settings, "get", lambda: Settings(cache_seconds=60))
    assert client.get("/feed.atom").headers["cache-control"] == "public, max-age=60"


@pytest.mark.parametrize("preset", ["a4", "slide", "card"])
def test_a_picture_has_its_title_and_is_the_same_each_time(client: TestClient, preset: str) -> None:
    first = client.get(f"/figure.svg?preset={preset}&actor=Nvidia")
    pictures._drawn.cache_clear()
    assert client.get(f"/figure.svg?preset={preset}&actor=Nvidia").content == first.content
    assert "US–China AI chips" in "".join(ElementTree.fromstring(first.content).itertext())


@pytest.mark.parametrize(
    ("path", "parameter", "message"),
    [
        ("/first?theme=drak", "theme", "did you mean 'dark'?"),
        ("/api/events.csv?actor=Nvida", "actor", "did you mean 'Nvidia'?"),
        ("/api/events.csv?actr=Nvidia", "actr", "did you mean 'actor'?"),
        ("/api/events.csv?from=yesterday", "from", "is no date"),
        ("/api/events.csv?from=2025-01-01&to=2024-01-01", "from", "is after to"),
        ("/api/events.csv?bom=yes", "bom", "expected one of 0, 1"),
        ("/api/events.json?limit=-1", "limit", "a whole number from 0"),
        ("/healthz?actor=Nvidia", "actor", "is not known"),
        ("/figure.gif", "kind", "expected one of svg, png, pdf"),
        ("/figure.svg?preset=a5", "preset", "expected one of a4, letter, slide, card"),
        ("/figure.svg?theme=blue", "theme", "light"),
        ("/figure.svg?actor=Micron&q=gallium", "", "no event fits"),
        ("/api/events.csv?q=" + "x" * 5000, "", "longer than"),
    ],
)
def test_a_wrong_query_names_the_parameter(
    client: TestClient, path: str, parameter: str, message: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["parameter"] == parameter
    assert message in error["message"]


def test_the_first_sight_is_the_chart_with_links_that_keep_the_view(client: TestClient) -> None:
    answer = client.get("/first?actor=Micron&window=1440&theme=dark&nothing=1")
    assert answer.text.startswith('<main id="first" class="first-dark">')
    assert "<h1>US–China AI chips</h1>" in answer.text
    shown = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    links = re.findall(r'href="/event\?id=([\w-]+)&amp;view=actor%3DMicron"', answer.text)
    assert set(links) == set(shown["event_id"])
    widths = {client.get(f"/first?window={told}").text for told in ("", "1440", "x", "1445")}
    assert len(widths) == 1


def test_there_is_no_first_sight_of_nothing(client: TestClient) -> None:
    assert client.get("/first?q=zzzz").status_code == 204


def test_a_choice_is_shown_first_by_its_drawing_alone(client: TestClient) -> None:
    page = client.get("/first?actor=Micron&window=1440").text
    alone = client.get("/first?actor=Micron&window=1440&part=chart").text
    assert alone.startswith('<div class="first-chart"><svg')
    assert alone in page
    told = client.get("/first?q=zzzz&part=chart").text
    assert told == '<div class="first-chart"><p>No event fits: “zzzz”.</p></div>'


def test_plotly_is_read_when_the_page_stands(client: TestClient) -> None:
    zips = {"Accept-Encoding": "gzip"}
    index = client.get("/").text
    (path,) = set(re.findall(r"/static/js/PlotlyChart\.[\w-]+\.js", index))
    late = client.get(path, headers=zips).text
    assert late.startswith("await window.plotlyMayRun;")
    (whole,) = re.findall(r'import\("\./([^"]+)"\)', late)
    assert len(client.get(f"/static/js/{whole}", headers=zips).content) > 1_000_000


def test_scripts_wait_for_the_first_sight_on_its_page_only() -> None:
    waiting = static.index("Title", "Words", ("PlotlyChart",), "first.js").decode()
    assert waiting.count('class="run"') == 1
    assert 'type="module"' not in waiting
    assert "modulepreload" not in waiting
    assert waiting.index("first.js") < waiting.index("<link")
    usual = static.index("Title", "Words").decode()
    assert usual.count('type="module"') == 1
    assert "first.js" not in usual


def test_a_page_without_scripts_leads_to_the_picture(client: TestClient) -> None:
    told = static.index("Title", "Words").decode().split("<noscript>")[1].split("</noscript>")[0]
    assert "/figure.png" in told
    assert "Streamlit" not in told
    for path, picture in (
        ("/?actor=Micron", "/figure.png?actor=Micron"),
        ("/event?id=e-guide24&view=x", "/event/e-guide24.png"),
        ("/event?id=%22%3E", "/figure.png"),
    ):
        told = client.get(path).text.split("<noscript>")[1].split("</noscript>")[0]
        assert f'<img src="{picture}"' in told
        assert client.get(picture).headers["content-type"] == "image/png"


def test_health_says_how_much_there_is(client: TestClient) -> None:
    assert client.get("/healthz").json()["rows"]["events"] == 32


def test_the_policy_lets_only_the_inline_script_of_the_index_run() -> None:
    one = headers.policy(b"<script>a()</script>")
    assert one != headers.policy(b"<script>b()</script>")
    assert "unsafe" not in one.split("script-src")[1].split(";")[0]
    assert "sha256-" not in headers.policy(b"no script")


def test_our_index_adds_no_inline_script() -> None:
    ours = static.index("Title", "Words", ("PlotlyChart", "Table"))
    assert headers.policy(ours) == headers.policy(static.original_index())
    assert b"<title>Title</title>" in ours
    assert b"PlotlyChart" in ours


@pytest.mark.parametrize("name", ["..%2Fapp.py", "%2e%2e/app.py", "nothing.js", "app.css.map"])
def test_only_assets_are_served_as_assets(client: TestClient, name: str) -> None:
    assert client.get(f"/assets/x/{name}").status_code == 404


def test_a_failure_of_ours_is_one_line(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(data, "key", fail)
    answer = client.get("/api/events.csv")
    assert answer.status_code == 500
    assert "secret" not in answer.text
