"""The HTTP routes: exactly the view's rows, and wrong queries told with the parameter at fault."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.sample import sample_tables
from timeline import build, exports, filters
from timeline.filters import Filters
from ui import data, downloads, headers, server, static


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Our routes and middleware, without Streamlit's."""
    data._build.cache_clear()
    monkeypatch.setattr(build, "from_seeds", lambda _: build.Build(sample_tables()))
    yield TestClient(Starlette(routes=server.routes(), middleware=server.middleware()))
    data._build.cache_clear()


def test_the_csv_holds_the_rows_that_the_query_chooses(client: TestClient) -> None:
    answer = client.get("/download/events.csv?actor=Micron&actor=AMD")
    expected = filters.select(sample_tables(), Filters(actors=("Micron", "AMD")))["events"]
    pd.testing.assert_frame_equal(exports.read("events", answer.content), expected)
    assert answer.headers["content-disposition"] == 'attachment; filename="events.csv"'


def test_a_byte_order_mark_is_given_where_asked_for(client: TestClient) -> None:
    assert client.get("/download/events.csv?bom=1").content.startswith(exports.BOM)
    assert not client.get("/download/events.csv").content.startswith(exports.BOM)


@pytest.mark.parametrize("file", list(downloads.FILES))
def test_every_download_is_there(client: TestClient, file: str) -> None:
    answer = client.get(f"/download/{file}")
    assert answer.status_code == 200
    assert len(answer.content) > 500


def test_what_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/download/events.json").headers["etag"]
    assert client.get("/download/events.json", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("preset", ["a4", "slide", "card"])
def test_a_picture_has_its_title_and_is_the_same_each_time(client: TestClient, preset: str) -> None:
    first = client.get(f"/figure.svg?preset={preset}&actor=Nvidia")
    downloads._drawn.cache_clear()
    assert client.get(f"/figure.svg?preset={preset}&actor=Nvidia").content == first.content
    assert "US–China AI chips" in "".join(ElementTree.fromstring(first.content).itertext())


@pytest.mark.parametrize(
    ("path", "parameter", "message"),
    [
        ("/first?theme=drak", "theme", "did you mean 'dark'?"),
        ("/download/events.csv?actor=Nvida", "actor", "did you mean 'Nvidia'?"),
        ("/download/events.csv?actr=Nvidia", "actr", "did you mean 'actor'?"),
        ("/download/events.csv?from=yesterday", "from", "is no date"),
        ("/download/events.csv?from=2025-01-01&to=2024-01-01", "from", "is after to"),
        ("/download/events.csv?bom=yes", "bom", "expected one of 0, 1"),
        ("/download/event.csv", "file", "did you mean 'events.csv'?"),
        ("/figure.gif", "file", "expected one of svg, png, pdf"),
        ("/figure.svg?preset=a5", "preset", "expected one of a4, slide, card"),
        ("/figure.svg?theme=blue", "theme", "light"),
        ("/figure.svg?actor=Micron&q=gallium", "", "no event fits"),
        ("/download/events.csv?q=" + "x" * 5000, "", "longer than"),
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


def test_scripts_wait_for_the_first_sight_on_its_page_only() -> None:
    waiting = static.index("Title", "Words", ("PlotlyChart",), "first.js").decode()
    assert waiting.count('class="run"') == 1
    assert 'type="module"' not in waiting
    assert "modulepreload" not in waiting
    assert waiting.index("first.js") < waiting.index("<link")
    usual = static.index("Title", "Words").decode()
    assert usual.count('type="module"') == 1
    assert "first.js" not in usual


def test_a_page_without_scripts_leads_to_the_picture() -> None:
    told = static.index("Title", "Words").decode().split("<noscript>")[1].split("</noscript>")[0]
    assert "/figure.svg" in told
    assert "Streamlit" not in told


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

    monkeypatch.setattr(data, "load", fail)
    answer = client.get("/download/events.csv")
    assert answer.status_code == 500
    assert "secret" not in answer.text
