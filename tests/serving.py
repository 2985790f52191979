"""Our routes and middleware without Streamlit's, on a record of a test's own."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from timeline import build
from timeline.tables import Tables
from ui import data, server


class Kept(Protocol):
    """A function under ``functools.cache``."""

    def cache_clear(self) -> None: ...


def serving(tables: Tables, *kept: Kept) -> Iterator[TestClient]:
    """A client of a server with these tables; what is kept of them is dropped before and after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "from_seeds", lambda *_: build.Build(tables))
        _forget(kept)
        yield TestClient(Starlette(routes=server.routes(), middleware=server.middleware()))
    _forget(kept)


def _forget(kept: tuple[Kept, ...]) -> None:
    data.forget()
    for one in kept:
        one.cache_clear()
