"""A reader's way through the real pages, in a real browser, against a real server."""

import itertools
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import exports, filters
from timeline.filters import Filters
from ui import pages

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHART = ".st-key-chart .js-plotly-plot"
EVENTS = ".st-key-events tbody tr"


@pytest.fixture(scope="module")
def browser() -> "Iterator[playwright.Browser]":
    """Debian's Chromium, else Playwright's own; without either the tests are skipped."""
    with playwright.sync_playwright() as api:
        path = shutil.which("chromium") or api.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("no Chromium: apt-get install chromium, or playwright install chromium")
        opened = api.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


def served(record: str) -> Iterator[str]:
    """The address of a server with this record, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.serve", str(port), record]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:  # a pipe that nobody reads would stop the server
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            if not _answers(f"{address}/healthz", server):
                log.seek(0)
                pytest.fail(f"the server did not start: {log.read().decode()[-2000:]}")
            yield address
        finally:
            server.terminate()
            server.wait(10)


def _answers(address: str, server: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + 40
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return True
        except OSError:
            time.sleep(0.2)
    return False


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    yield from served("sample")


@pytest.fixture(scope="module")
def hostile_site() -> Iterator[str]:
    yield from served("hostile")


@dataclass
class Visit:
    """A page and what it complained of, asked for, and let run."""

    page: "playwright.Page"
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dismiss)

    def _heard(self, message: "playwright.ConsoleMessage") -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _dismiss(self, dialog: "playwright.Dialog") -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, address: str, wait: str = "h1") -> "playwright.Page":
        self.page.goto(address)
        self.page.wait_for_selector(wait)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and nothing is stale."""
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")
        self.page.wait_for_function("!document.querySelector('[data-stale=\"true\"]')")

    def rows(self) -> list[str]:
        """The events of the table, by title."""
        self.page.locator(f"{EVENTS} a").first.wait_for()
        return [
            " ".join(text.split()) for text in self.page.locator(f"{EVENTS} a").all_inner_texts()
        ]


@pytest.fixture(scope="module")
def desk(browser: "playwright.Browser") -> "Iterator[playwright.BrowserContext]":
    """One reader's browser at a desk, its cache warm after the first page."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def visit(desk: "playwright.BrowserContext") -> Iterator[Visit]:
    page = desk.new_page()
    yield Visit(page)
    page.close()


@pytest.fixture
def phone(browser: "playwright.Browser") -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark"
    )
    context.set_default_timeout(30_000)
    yield Visit(context.new_page())
    context.close()


def titles(frame: pd.DataFrame) -> list[str]:
    return [" ".join(title.split()) for title in frame["title"]]


def test_the_timeline_stands_with_labels_and_its_table_without_a_click(
    site: str, visit: Visit
) -> None:
    page = visit.open(site, CHART)
    labels = " ".join(page.locator(f"{CHART} text").all_text_contents())
    assert "DeepSeek released" in labels
    assert "China" in labels
    assert visit.rows() == titles(sample_tables()["events"])
    assert not visit.complaints


def test_a_filter_narrows_the_view_and_lives_in_the_address(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    page.get_by_role("combobox", name="Actor", exact=True).fill("Micron")
    page.get_by_role("option", name="Micron").click()
    page.wait_for_url("**actor=Micron**")
    page.get_by_text("of 32 events").wait_for()
    visit.settle()
    shown = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    assert visit.rows() == titles(shown)
    assert 0 < len(shown) < 32
    address = page.url
    page.goto("about:blank")
    visit.open(address, CHART)
    assert visit.rows() == titles(shown)


def test_an_event_opens_from_the_table_and_the_way_back_keeps_the_view(
    site: str, visit: Visit
) -> None:
    page = visit.open(f"{site}/?type=Entity+listing", CHART)
    before = visit.rows()
    page.locator(f"{EVENTS} a").first.click()
    page.wait_for_url("**/event?id=**")
    page.get_by_role("heading", name="What the articles say").wait_for()
    assert page.locator("h1").inner_text() in before
    assert len(page.context.pages) == 1
    page.get_by_role("link", name="Next").click()
    page.get_by_text("2 of 2").wait_for()
    page.get_by_role("link", name="← Timeline").click()
    page.wait_for_url("**type=Entity+listing**")
    page.wait_for_selector(CHART)
    visit.settle()
    assert visit.rows() == before
    assert not visit.complaints


def test_the_browsers_back_leads_from_the_event_to_the_view(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?status=Proposed", CHART)
    before = visit.rows()
    page.locator(f"{EVENTS} a").first.click()
    page.get_by_role("heading", name="What the articles say").wait_for()
    page.go_back()
    page.wait_for_selector(CHART)
    visit.settle()
    assert visit.rows() == before


def test_a_click_on_a_mark_opens_its_event(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Micron", CHART)
    mark = page.locator(f"{CHART} .scatterlayer .points path").first.bounding_box()
    assert mark is not None
    page.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2, steps=3)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/event?id=e-micron**")
    page.get_by_role("heading", name="What the articles say").wait_for()


def test_the_csv_is_exactly_what_is_shown(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Nvidia&from=2024-01-01", CHART)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    read = exports.read("events", Path(download.value.path()).read_bytes())
    pd.testing.assert_frame_equal(
        read, filters.select(sample_tables(), _nvidia_from_2024())["events"]
    )
    assert titles(read) == visit.rows()
    assert len(page.context.pages) == 1


def _nvidia_from_2024() -> Filters:
    return Filters(actors=("Nvidia",), start=pd.Timestamp("2024-01-01").date())


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_picture_of_the_view_can_be_saved(site: str, visit: Visit, kind: str) -> None:
    page = visit.open(f"{site}/?actor=Nvidia", CHART)
    page.get_by_role("button", name="Picture").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=kind, exact=True).click()
    body = Path(download.value.path()).read_bytes()
    if kind == "PNG":
        assert body.startswith(b"\x89PNG\r\n\x1a\n")
        assert len(body) > 20_000
    else:
        assert "US–China AI chips" in "".join(ElementTree.fromstring(body).itertext())


def test_the_link_and_the_citation_lead_to_this_view(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Micron", CHART)
    page.get_by_role("button", name="Link and citation").click()
    codes = page.locator('[data-testid="stCode"]')
    codes.nth(1).wait_for()
    assert f"{site}/?actor=Micron" in codes.nth(0).inner_text()
    assert "Policy Timeline" in codes.nth(1).inner_text()


@pytest.mark.parametrize("path", [*pages.paths(), "/healthz", "/download/events.csv"])
def test_every_answer_has_its_security_headers(site: str, path: str) -> None:
    with urllib.request.urlopen(f"{site}{path}") as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-eval" not in policy
    assert re.search(r"script-src 'self' 'sha256-[\w+/=]+';", policy)
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]


def test_no_page_complains_or_asks_anybody_else(site: str, visit: Visit) -> None:
    for path in pages.paths():
        where = f"{site}{path}" + ("?id=e-guide24" if path == "/event" else "")
        page = visit.open(where)
        page.wait_for_timeout(300)
        levels = [
            int(tag[1])
            for tag in page.locator("h1, h2, h3").evaluate_all(
                "found => found.map(one => one.tagName)"
            )
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        assert not page.locator('[data-testid="stException"]').count()
    assert not visit.complaints
    assert all(url.startswith((site, "data:", "blob:")) for url in visit.requests)


def test_a_phone_shows_the_chart_and_scrolls_one_way_only(site: str, phone: Visit) -> None:
    page = phone.open(site, CHART)
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")
    box = page.locator(CHART).bounding_box()
    assert box is not None
    assert box["width"] <= 390
    assert "rgb(11, 17, 30)" in page.locator('[data-testid="stApp"]').evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert not phone.complaints


def test_a_turned_window_gets_a_chart_of_its_width(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    before = page.locator(CHART).evaluate("one => one.layout.height")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        f"before => document.querySelector('{CHART}')?.layout.height !== before", arg=before
    )


def test_the_table_works_by_keyboard(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    page.get_by_role("link", name="CSV", exact=True).focus()
    for _ in range(4):  # Picture, More formats, Link and citation, the first event
        page.keyboard.press("Tab")
    reached = page.locator(":focus")
    assert reached.inner_text().split() == visit.rows()[0].split()
    assert reached.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/event?id=**")
    page.get_by_role("heading", name="What the articles say").wait_for()


WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt"]) window[name] = (...all) => window.ran.push(name);
"""
FOUND = """() => ({
  ran: window.ran, stolen: window.stolen ?? null,
  links: [...document.querySelectorAll("a[href]")].map(one => one.href),
  sources: [...document.querySelectorAll("img[src], iframe[src], script[src]")].map(one => one.src),
  handlers: [...document.querySelectorAll("main *, [data-testid=stMain] *")].filter(one =>
    [...one.attributes].some(held => /^on/i.test(held.name))).length,
})"""


def test_no_text_of_an_article_runs_links_or_loads(hostile_site: str, visit: Visit) -> None:
    visit.page.add_init_script(WATCH)
    ids = list(sample_tables()["events"]["event_id"])
    paths = [path for path in pages.paths() if path != "/event"]
    for path in [*paths, "/?actor=%3Cscript%3E", *(f"/event?id={key}" for key in ids[::8])]:
        page = visit.open(f"{hostile_site}{path}")
        page.wait_for_timeout(100)
        found = page.evaluate(FOUND)
        assert found["ran"] == []
        assert found["stolen"] is None
        assert found["handlers"] == 0
        assert all(link.startswith(("http://", "https://")) for link in found["links"])
        assert all(
            one.startswith((hostile_site, "data:image/", "blob:")) for one in found["sources"]
        )
        assert not page.locator('[data-testid="stException"]').count()
    assert not visit.dialogs
    assert all(url.startswith((hostile_site, "data:", "blob:")) for url in visit.requests)


def test_hostile_names_stay_inside_their_files(hostile_site: str) -> None:
    with urllib.request.urlopen(f"{hostile_site}/figure.svg") as answer:
        tags = {element.tag.split("}")[-1] for element in ElementTree.parse(answer).iter()}
    assert not tags & {"script", "foreignObject", "iframe", "image", "a"}
    with urllib.request.urlopen(f"{hostile_site}/download/events.json") as answer:
        json.load(answer)
