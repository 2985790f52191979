"""/embed in a real browser with scripts turned off: it fits, answers to keys, opens events."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browsing import box

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(20_000)
    yield context
    context.close()


def test_one_drawing_fits_every_width_and_is_not_blown_up(
    reader: BrowserContext, site: str
) -> None:
    page = reader.new_page()
    for width in (320, 419, 420, 579, 580, 799, 800, 1200):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{site}/embed")
        shown = [one for one in page.locator("figure").all() if one.is_visible()]
        assert len(shown) == 1, width
        place = box(shown[0].locator("svg").first)
        assert place["width"] == min(width, 864), "a fifth more than it is laid out for at the most"
        assert place["x"] == (width - place["width"]) / 2


def test_tab_walks_the_events_of_the_drawing_shown_and_enter_opens_one(
    reader: BrowserContext, site: str
) -> None:
    page = reader.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/embed?actor=Micron")
    for _ in range(page.locator("nav a").count() + 1):  # past the links to other times
        page.keyboard.press("Tab")
    first = page.locator(":focus")
    name = first.locator("title").text_content()
    assert name
    assert first.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    with reader.expect_page() as opened:
        page.keyboard.press("Enter")
    opened.value.wait_for_url(f"{site}/event?id=**")
    assert {url.split("/")[3].split("?")[0] for url in asked} <= {"embed", "assets"}


def test_the_dark_is_kept(browser: Browser, site: str) -> None:
    page = browser.new_page(color_scheme="dark")
    for query, paper in (("", "rgb(11, 17, 30)"), ("?theme=light", "rgb(255, 255, 255)")):
        page.goto(f"{site}/embed{query}")
        ground = page.locator("figure:visible svg > rect").first
        assert ground.evaluate("one => getComputedStyle(one).fill") == paper
    page.close()
