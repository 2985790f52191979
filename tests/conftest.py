"""What the tests with real pages share: one server for them all, one browser a module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browsing import Visit, launched, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; closed with the module, for its event loop would be in the way of other tests."""
    yield from launched()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a server with the sample's record."""
    yield from served("sample")


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """One reader's browser at a desk, its cache warm after the first page."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture(scope="module")
def desk_visit(desk: BrowserContext) -> Visit:
    return Visit(desk.new_page())


@pytest.fixture
def visit(desk_visit: Visit) -> Visit:
    """The one page at the desk, where each test goes on from the one before."""
    desk_visit.complaints.clear()
    desk_visit.requests.clear()
    return desk_visit
