"""A reader's way through the real pages, in a real browser, against a real server."""

import itertools
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from playwright.sync_api import Browser

from tests.browsing import CHART, EVENTS, Visit, box, until
from tests.sample import sample_tables
from timeline import exports, filters
from timeline.filters import Filters
from ui import pages

pytestmark = pytest.mark.browser
#: What a reader would have to move sideways: the page itself, and tables of words.
SIDEWAYS = """() => [
  ...document.querySelectorAll('[data-testid="stMain"], [data-testid="stTable"] > *')]
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText.slice(0, 60))"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark"
    )
    context.set_default_timeout(30_000)
    yield Visit(context.new_page())
    context.close()


def titles(frame: pd.DataFrame) -> list[str]:
    return [" ".join(title.split()) for title in frame["title"]]


def test_the_very_first_visit_may_be_to_an_event(site: str, visit: Visit) -> None:
    page = visit.load(f"{site}/event?id=e-guide24")
    assert page.get_by_role("link", name="Sources").count()
    assert page.title() == f"{page.locator('h1').inner_text()} · Policy Timeline"
    assert page.get_by_text("Policy Timeline · data to").count()


def test_an_empty_view_does_not_wait_for_a_chart(site: str, visit: Visit) -> None:
    page = visit.load(f"{site}/?q=zzzz")
    page.get_by_text("No event fits").wait_for()
    assert not page.locator("#first, .first-chart").count()


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
    shown = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    option = page.get_by_role("option", name="Micron", exact=True)
    until(page, f"document.querySelector('[role=option]').dataset.count === '{len(shown)}'")
    option.click()
    page.wait_for_url("**actor=Micron**")
    page.get_by_text("of 32 events").wait_for()
    visit.settle()
    assert visit.rows() == titles(shown)
    assert 0 < len(shown) < 32
    address = page.url
    page.go_back()  # one step a choice
    assert page.url.removesuffix("/") == site
    page.go_forward()
    assert page.url == address
    page.goto("about:blank")
    visit.load(address, CHART)
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
    mark = box(page.locator(f"{CHART} .scatterlayer .points path").first)
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


def test_a_picture_of_the_view_can_be_saved(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Nvidia", CHART)
    page.get_by_role("button", name="Picture or brief").click()
    saved = {}
    for kind in ("PNG", "SVG"):
        with page.expect_download() as download:
            page.get_by_role("link", name=kind, exact=True).click()
        saved[kind] = Path(download.value.path()).read_bytes()
    assert saved["PNG"].startswith(b"\x89PNG\r\n\x1a\n")
    assert len(saved["PNG"]) > 20_000
    assert "US–China AI chips" in "".join(ElementTree.fromstring(saved["SVG"]).itertext())


def test_the_link_and_the_citation_lead_to_this_view(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Micron", CHART)
    page.get_by_role("button", name="Link and citation").click()
    codes = page.locator('[data-testid="stCode"]')
    codes.nth(1).wait_for()
    assert f"{site}/?actor=Micron" in codes.nth(0).inner_text()
    assert "Policy Timeline" in codes.nth(1).inner_text()


@pytest.mark.parametrize("path", [*pages.paths(), "/healthz", "/api/events.csv"])
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
    assert box(page.locator(CHART))["width"] <= 390
    assert "rgb(11, 17, 30)" in page.locator('[data-testid="stApp"]').evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    for _ in range(6):  # a menu that is shut is passed over
        page.keyboard.press("Tab")
        place = box(page.locator(":focus"))
        assert place["x"] + place["width"] > 0
    for path in pages.paths()[1:]:
        phone.open(f"{site}{path}" + ("?id=e-guide24" if path == "/event" else ""))
        assert page.evaluate(SIDEWAYS) == [], path
    assert not phone.complaints


def test_the_table_works_by_keyboard(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    page.get_by_role("link", name="About", exact=True).last.focus()
    for _ in range(4):  # the languages, the menu's button, and the whole that scrolls
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.get_by_role("link", name="CSV", exact=True).focus()
    for _ in range(4):  # Picture, More formats, Link and citation, the first event
        page.keyboard.press("Tab")
    reached = page.locator(":focus")
    assert reached.inner_text().split() == visit.rows()[0].split()
    assert reached.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/event?id=**")
    page.get_by_role("heading", name="What the articles say").wait_for()
