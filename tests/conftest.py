"""What the tests with real pages share: one server for them all, one browser a module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browsing import launched, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; closed with the module, for its event loop would be in the way of other tests."""
    yield from launched()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a server with the sample's record."""
    yield from served("sample")
