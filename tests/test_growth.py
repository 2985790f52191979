"""Text made to be slow is not: steps are counted, for seconds depend on the machine."""

from pathlib import Path

import pytest

from bench.hostile import FAMILIES, Rooms, fill
from tests.counting import calls
from timeline import actors, seeds, sentences

SIZE = 2 * sentences.LONGEST
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    world = seeds.load(SEEDS)
    made = Rooms(world, actors.compile(world))
    for family in ("news", "Chinese"):  # what is compiled on first use is no step
        made.seconds(fill(FAMILIES[family], SIZE))
    return made


def steps(rooms: Rooms, text: str) -> int:
    """Calls of all rooms that reading the text takes."""
    return calls(lambda: rooms.seconds(text))


@pytest.fixture(scope="module")
def news(rooms: Rooms) -> int:
    return steps(rooms, fill(FAMILIES["news"], SIZE))


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_hostile_text_takes_steps_by_its_length(rooms: Rooms, news: int, family: str) -> None:
    once, twice = (steps(rooms, fill(FAMILIES[family], size)) for size in (SIZE, 2 * SIZE))
    assert twice <= 2.3 * once + 500
    assert once <= 5 * news
