"""What readers are likely to ask is drawn before they do, and while nobody waits."""

import asyncio
from itertools import islice

import pytest

from tests.sample import sample_tables
from timeline import build
from ui import ahead, choices, data, embed, kept


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> None:
    made = build.Build(sample_tables())
    monkeypatch.setattr(build, "from_seeds", lambda folder, reader=None: made)
    data.forget()


def test_the_weightiest_of_each_come_first() -> None:
    first = [chosen.filters for chosen in islice(ahead.likely(sample_tables()), 8)]
    assert [bool(one.actors) for one in first[::4]] == [True, True]
    assert first[0].actors == (choices.options(sample_tables())["actor"][0],)
    assert [bool(one.types) for one in first[1::4]] == [True, True]


@pytest.mark.usefixtures("sample")
def test_drawings_are_made_while_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    waits = iter((True, True))
    monkeypatch.setattr(ahead, "_MOST", 2)
    monkeypatch.setattr(ahead, "_WAIT", 0.0)
    monkeypatch.setattr(kept, "is_busy", lambda: next(waits, False))
    monkeypatch.setattr(embed, "warm", drawn.append)
    asyncio.run(ahead.draw())
    assert next(waits, None) is None
    assert drawn == list(ahead.likely(data.load()))


@pytest.mark.usefixtures("sample")
def test_it_ends_when_enough_time_was_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(ahead, "_WORK", 0.0)
    monkeypatch.setattr(embed, "warm", drawn.append)
    asyncio.run(ahead.draw())
    assert len(drawn) == 1
