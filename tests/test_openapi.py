"""/openapi.json says what the routes do: tried route by route, so that it cannot lie."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.sample import sample_tables
from timeline import build, changes, figures
from ui import choices, data, first, missing, openapi, pages, server, settings
from ui.answers import Address
from ui.settings import Settings

IN_PATH = {"id": "e-guide24", "kind": "svg", "form": "csv"}
NEEDED = {"url": "http://testserver/", "since": "2025-11-01", "a": "United States", "b": "China"}
GOOD = {"actor": "Nvidia", "role": "initiator", "type": "Entity listing", "status": "enacted",
        "outlet": "Bloomberg", "from": "2022-01-01", "to": "2025-12-31", "reports": "1",
        "lanes": "Actor", "q": "chips", "bom": "1", "limit": "5", "offset": "0", "preset": "card",
        "theme": "light", "title": "Ours", "note": "A note.", "width": "600", "format": "json",
        "maxwidth": "500", "maxheight": "400", "by": "actor",
        "basis": "published", "steps": "true", "lang": "en"}  # fmt: skip


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "from_seeds", lambda *_: build.Build(sample_tables()))
        patch.setattr(changes, "before", lambda *_: sample_tables())
        patch.setattr(settings, "get", lambda: Settings(embed_in="*"))
        patch.setattr(figures, "pdf_available", lambda: "none in these tests: it takes seconds")
        patch.setattr(figures, "png", lambda drawn: drawn.encode())  # test_brief makes real ones
        data.forget()
        yield TestClient(Starlette(routes=server.routes(), middleware=server.middleware()))
    data.forget()


class Told(NamedTuple):
    """A parameter as the description has it."""

    name: str
    place: str
    values: list[str]
    default: str


def told(client: TestClient, address: Address) -> list[Told]:
    whole = client.get("/openapi.json").json()
    shared = whole["components"]["parameters"]
    found = []
    for given in whole["paths"][address.path]["get"]["parameters"]:
        one = shared[given["$ref"].split("/")[-1]] if "$ref" in given else given
        schema = one["schema"]
        values = [str(value) for value in schema.get("enum", [])]
        found.append(Told(one["name"], one["in"], values, str(schema.get("default", ""))))
    return found


def good(name: str) -> str:
    """A value that a parameter may have in the sample."""
    known = {"thread": choices.options(sample_tables())["thread"][0]}
    return {**GOOD, **NEEDED, **known}[name]


def ask(address: Address, **query: str) -> str:
    path = address.path.format(**IN_PATH)
    needed = {one.name: NEEDED[one.name] for one in address.parameters if one.name in NEEDED}
    given = "&".join(f"{name}={value}" for name, value in {**needed, **query}.items())
    return f"{path}?{given}"


@pytest.fixture(params=openapi.ADDRESSES, ids=lambda one: one.path)
def address(request: pytest.FixtureRequest) -> Address:
    assert isinstance(request.param, Address)
    return request.param


def test_what_is_described_is_all_that_the_server_has(client: TestClient) -> None:
    paths = {route.path for route in server.routes() if isinstance(route, Route)}
    others = {
        *pages.paths(),
        "/assets/{digest}/{name}",
        *(one.path for one in (*first.ROUTES, *missing.ROUTES)),
    }
    whole = client.get("/openapi.json").json()
    assert set(whole["paths"]) == paths - others
    assert set(whole["components"]["parameters"]) == set(choices.PARAMETERS)
    assert whole["servers"] == [{"url": "http://testserver"}]


def test_an_address_answers_with_a_type_that_is_described(
    client: TestClient, address: Address
) -> None:
    answer = client.get(ask(address))
    described = client.get("/openapi.json").json()["paths"][address.path]["get"]["responses"]
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] in described["200"]["content"]
    assert answer.headers["etag"]


def test_every_parameter_that_is_described_is_understood(
    client: TestClient, address: Address
) -> None:
    for one in told(client, address):
        tried = [good(one.name)] if one.place == "query" else []
        for value in [*tried, *(one.values if one.place == "query" else [])]:
            if value == "xml":  # told to be unknown here
                continue
            answer = client.get(ask(address, **{one.name: value}))
            assert answer.status_code == 200, (one.name, value, answer.text)


def test_a_value_outside_of_what_is_described_is_refused(
    client: TestClient, address: Address
) -> None:
    for one in told(client, address):
        if one.place == "query" and one.values:
            answer = client.get(ask(address, **{one.name: "zzz"}))
            assert answer.status_code == 400
            assert answer.json()["error"]["parameter"] == one.name


def test_what_is_not_described_is_refused(client: TestClient, address: Address) -> None:
    allowed = {one.name for one in told(client, address)}
    for name in {*choices.PARAMETERS, "bom", "preset", "zzz"} - allowed:
        answer = client.get(ask(address, **{name: GOOD.get(name, "1")}))
        assert answer.status_code == 400, name
        assert answer.json()["error"]["parameter"] == name
