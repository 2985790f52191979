"""Script payloads in every text of the record: none runs, none links or loads elsewhere."""

import json
import urllib.request
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from tests.browsing import Visit, served
from tests.sample import sample_tables
from ui import pages

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile_site() -> Iterator[str]:
    yield from served("hostile")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(30_000)
    yield Visit(page)
    page.close()


WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt"]) window[name] = (...all) => window.ran.push(name);
"""
FOUND = """() => ({
  ran: window.ran, stolen: window.stolen ?? null,
  links: [...document.querySelectorAll("a[href]")].map(one =>
    new URL(one.getAttribute("href"), location.href).href),
  sources: [...document.querySelectorAll("img[src], iframe[src], script[src]")].map(one => one.src),
  handlers: [...document.querySelectorAll("main *, [data-testid=stMain] *")].filter(one =>
    [...one.attributes].some(held => /^on/i.test(held.name))).length,
})"""


def test_no_text_of_an_article_runs_links_or_loads(hostile_site: str, visit: Visit) -> None:
    visit.page.add_init_script(WATCH)
    ids = list(sample_tables()["events"]["event_id"])
    page = visit.page
    page.route("**/PlotlyChart.*.js", lambda route: route.abort())
    page.goto(hostile_site)
    page.locator(".st-key-chart > .first-chart text").first.wait_for()  # the drawing alone
    assert page.evaluate(FOUND)["ran"] == []
    page.unroute("**/PlotlyChart.*.js")
    page = visit.load(hostile_site)
    paths = [path for path in pages.paths() if path != "/event"]
    for path in [*paths, "/?actor=%3Cscript%3E", *(f"/event?id={key}" for key in ids[::4])]:
        visit.walk(path)
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
    with urllib.request.urlopen(f"{hostile_site}/api/events.json") as answer:
        json.load(answer)
