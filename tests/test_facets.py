"""What a list of values says beside each: the events that choosing it would show."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from tests.sample import sample_tables
from tests.serving import serving
from timeline import facets, filters
from timeline.filters import Filters

TABLES = sample_tables()
FIELDS = {
    "actor": "actors",
    "role": "roles",
    "type": "types",
    "status": "statuses",
    "outlet": "outlets",
    "thread": "threads",
}


@pytest.fixture
def client() -> Iterator[TestClient]:
    yield from serving(TABLES)


@pytest.mark.parametrize(
    "chosen",
    [
        Filters(echoes=False),
        Filters(actors=("China",), roles=("initiator",), echoes=False),
        Filters(types=("export_control",), outlets=("reuters",), echoes=False),
    ],
    ids=["all", "China acts", "export controls in one outlet"],
)
def test_a_value_shows_as_many_events_as_its_count_says(chosen: Filters) -> None:
    counts = facets.counts(TABLES, chosen)
    assert list(counts) == list(FIELDS)
    assert counts["status"]
    for name, field in FIELDS.items():
        for value, number in counts[name].items():
            asked = replace(chosen, **{field: (value,)})  # type: ignore[arg-type]
            asked = replace(asked, echoes=True) if name == "type" else asked
            assert len(filters.select(TABLES, asked)["events"]) == number, (name, value)


def test_a_list_is_told_how_many_events_each_of_its_values_would_show(client: TestClient) -> None:
    told = client.get("/api/facets.json?actor=nvidia").json()
    shown = filters.select(TABLES, Filters(actors=("Nvidia",), echoes=False))["events"]
    assert told["type"]["Export control"] == (shown["type"] == "export_control").sum() > 0
    assert sum(told["status"].values()) == len(shown)
    assert told["actor"] == client.get("/api/facets.json").json()["actor"]
    chinese = client.get("/api/facets.json?lang=zh").json()
    assert chinese["status"]["已出台"] == client.get("/api/facets.json").json()["status"]["Enacted"]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("actor=nvidia", "actor=Nvidia"),
        ("type=export_control&from=2024-01-01", "type=Export+control&from=2024-01-01"),
        ("lanes=first_outlet&actor=Nvida", "lanes=First+outlet&actor=Nvida"),
    ],
)
def test_the_address_is_written_as_the_controls_write_it(
    client: TestClient, given: str, written: str
) -> None:
    told = client.get(f"/?{given}", follow_redirects=False)
    assert (told.status_code, told.headers["location"]) == (302, f"/?{written}")
    assert client.get(f"/?{written}", follow_redirects=False).status_code == 200
