"""What axe finds by the rules of WCAG 2.2 AA, in every page and state: nothing of ours."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import CHART, Visit
from ui import pages

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: {type: "tag", values: tags},
  resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(one => one.nodes.map(node =>
    [one.id, node.target.flat().join(" "), node.failureSummary])))"""
#: Streamlit's own, where no option or style sheet of ours reaches: rule, part of the selector, why.
OTHERS = (
    ("region", "#react-aria", "the open list of a control is drawn at the end of the body"),
    ("landmark-banner-is-top-level", "", "the calendar of a date control has a <header>"),
    ("landmark-no-duplicate-banner", "", "the same"),
    ("landmark-unique", "", "the same"),
    ("presentation-role-conflict", "", "the file uploader's own section"),
)


class State(NamedTuple):
    """A page in a state: its address and what the reader does there."""

    name: str
    address: str
    act: Callable[[Page], None] = lambda page: None
    wait: str = ".st-key-footer"


def _press(button: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.get_by_role("button", name=button).click()
        page.wait_for_timeout(400)  # it unfolds

    return act


def _open_options(page: Page) -> None:
    page.get_by_role("combobox", name="Actor", exact=True).fill("Mic")
    page.get_by_role("option").first.wait_for()


def _fill_filters(page: Page) -> None:
    page.locator(".st-key-from button").last.click()
    page.wait_for_timeout(400)


def _unfold(page: Page) -> None:
    page.locator("summary").first.click()
    page.wait_for_timeout(400)


PATHS = [path for path in pages.paths() if path not in ("/", "/event")]
STATES = (
    State("timeline", "/", wait=CHART),
    State("chosen", "/?actor=Nvidia&q=licence&lanes=Event+type", wait=CHART),
    State("empty", "/?q=zzzz"),
    State("told", "/?actor=Nvida", wait=CHART),
    State("event", "/event?id=e-guide24", _unfold),
    State("an event asked in vain", "/event?id=nothing"),
    *(State(path, path) for path in PATHS),
    State("in Chinese", "/?lang=zh&actor=英伟达", wait=CHART),
    State("embed", "/embed"),
    State("embed in Chinese", "/embed?lang=zh"),
    State("embed dark", "/embed?theme=dark"),
    State("embed without events", "/embed?q=zzzz"),
    State("streamlit's embed", "/?embed=true", wait=CHART),
)
AT_THE_DESK = (
    State("picture", "/", _press("Picture or brief"), CHART),
    State("formats", "/", _press("More formats"), CHART),
    State("link", "/", _press("Link and citation"), CHART),
    State("options", "/", _open_options, CHART),
    State("days", "/", _fill_filters, CHART),
)
ON_A_PHONE = (State("filters", "/", _unfold, CHART),)


def visited(browser: Browser, width: int, scheme: str) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(30_000)
    yield Visit(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Visit]:
    yield from visited(browser, 1440, "light")


@pytest.fixture(scope="module")
def dark(browser: Browser) -> Iterator[Visit]:
    yield from visited(browser, 1440, "dark")


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Visit]:
    yield from visited(browser, 390, "light")


def _is_ours(rule: str, target: str) -> bool:
    return not any(rule == name and part in target for name, part, _ in OTHERS)


def faults(page: Page) -> list[str]:
    """What axe finds there that is ours, a line each."""
    page.evaluate(AXE + "; null")
    found = page.evaluate(RUN, TAGS)
    return [
        f"{rule}: {target}: {' '.join(told.split())}"
        for rule, target, told in found
        if _is_ours(rule, target)
    ]


def look(visit: Visit, site: str, state: State) -> list[str]:
    """Go to the state as a reader does, and let axe look at it."""
    address = f"{site}{state.address}"
    if state.address.startswith("/embed"):
        visit.page.goto(address)
        visit.page.wait_for_selector("main", state="attached")
    elif "embed=true" in address or state in AT_THE_DESK:
        visit.load(address, state.wait)
    else:
        visit.open(address, state.wait)
    state.act(visit.page)
    return faults(visit.page)


@pytest.mark.parametrize("state", [*STATES, *AT_THE_DESK], ids=lambda one: one.name)
def test_axe_finds_nothing_at_a_desk(desk: Visit, site: str, state: State) -> None:
    assert look(desk, site, state) == []


@pytest.mark.parametrize("state", STATES, ids=lambda one: one.name)
def test_axe_finds_nothing_in_the_dark(dark: Visit, site: str, state: State) -> None:
    assert look(dark, site, state) == []


@pytest.mark.parametrize("state", [*STATES, *ON_A_PHONE], ids=lambda one: one.name)
def test_axe_finds_nothing_on_a_phone(phone: Visit, site: str, state: State) -> None:
    assert look(phone, site, state) == []


def test_axe_finds_what_is_wrong(desk: Visit, site: str) -> None:
    page = desk.page
    page.goto(f"{site}/embed")
    page.evaluate(
        "document.querySelector('main').innerHTML += '<img src=/none.svg><button></button>'"
    )
    assert {one.split(":")[0] for one in faults(page)} >= {"image-alt", "button-name"}


def test_the_first_sight_passes_too(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("**/static/js/index*.js", lambda route: route.abort())
    page.goto(f"{site}/")
    page.locator("#first .first-chart svg").wait_for()
    assert faults(page) == []
    page.close()
