"""Pages opened without a browser, on the sample."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.sample import sample_tables
from timeline import build
from timeline.tables import Tables
from ui import data, pages, width

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tables]:
    """The sample as the record, in a wide window."""
    data.forget()
    monkeypatch.setattr(width, "_window", lambda _: 1440)
    monkeypatch.setattr(build, "from_seeds", lambda *_: build.Build(sample_tables()))
    yield sample_tables()
    data.forget()


def opened(
    script: str = pages.PAGES[0].script,
    asked: Mapping[str, str | list[str]] | None = None,
    **query: str,
) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in {**(asked or {}), **query}.items():
        app.query_params[name] = value
    if script != pages.PAGES[0].script:
        app.switch_page(script)
    return app.run()


def said(app: AppTest) -> str:
    """All that the page says in words."""
    return "\n".join(str(element.value) for element in (*app.title, *app.markdown, *app.caption))


def table(app: AppTest) -> list[str]:
    """The events of the table, by title."""
    return list(app.table[0].value["Event"])
