"""What the head of a page says to chats, readers of feeds and programs, before any script runs."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.sample import sample_tables
from tests.serve import hostile
from tests.serving import serving
from ui import card, data, settings
from ui.settings import Settings


class Head(HTMLParser):
    """The properties and links of a page's head, and all the tags in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.tags: set[str] = set()
        self.feed(page.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.told[given.get("property", "") or given.get("name", "")] = given.get("content", "")
        self.links[given.get("type", "") or given.get("rel", "")] = given.get("href", "")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    yield from serving(sample_tables(), card._drawn)


def test_an_event_has_its_title_its_card_and_its_ways_to_be_embedded(client: TestClient) -> None:
    head = Head(client.get("/event?id=e-guide24&view=actor%3DNvidia").text)
    event = sample_tables()["events"].set_index("event_id").loc["e-guide24"]
    assert head.told["og:title"] == event["title"]
    assert str(event["type_label"]) in head.told["og:description"]
    assert head.told["og:url"] == head.links["canonical"] == "http://testserver/event?id=e-guide24"
    picture = client.get(head.told["og:image"])
    assert picture.headers["content-type"] == "image/png"
    assert (head.told["og:image:width"], head.told["og:image:height"]) == ("1200", "630")
    assert int.from_bytes(picture.content[16:20]) == 1200
    assert client.get(head.links["application/ld+json"]).json()["@id"]
    told = client.get(head.links["application/json+oembed"]).json()
    assert (told["type"], told["title"]) == ("link", event["title"])
    assert told["thumbnail_url"] == head.told["og:image"]
    small = client.get(f"{head.links['application/json+oembed']}&maxwidth=300").json()
    assert "thumbnail_url" not in small


def test_a_view_has_its_finding_its_picture_and_its_feed(client: TestClient) -> None:
    head = Head(client.get("/?actor=Micron").text)
    assert head.told["og:title"] == "US–China AI chips"
    assert head.links["canonical"] == "http://testserver/?actor=Micron"
    assert head.told["og:image"] == "http://testserver/figure.png?actor=Micron&preset=card"
    assert "actor=Micron" in head.links["application/atom+xml"]
    assert "application/json+oembed" not in head.links  # nobody may frame it
    for path in ("/about", "/compare?by=actor&a=Nvidia&b=China"):
        other = Head(client.get(path).text)
        assert other.told["og:title"].endswith("· US–China AI chips")
        assert other.told["og:image"].startswith("http://testserver/")
    assert "compare.png" in other.told["og:image"]


def test_a_timeline_that_may_be_framed_says_how(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Settings(embed_in="https://a.example", address="https://chips.example.org")
    monkeypatch.setattr(settings, "get", lambda: made)
    head = Head(client.get("/?actor=Micron").text)
    address = head.links["application/json+oembed"]
    assert address.startswith(
        "https://chips.example.org/oembed?url=https%3A%2F%2Fchips.example.org"
    )
    told = client.get(address.removeprefix("https://chips.example.org")).json()
    assert told["type"] == "rich"


@pytest.mark.parametrize("path", ["/event?id=nothing", "/event", "/?actor=Nvida", "/?q=zzzz"])
def test_what_is_asked_in_vain_still_gets_its_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == (404 if "id=" in path else 200)
    assert "<noscript>" in answer.text
    assert 'id="root"' in answer.text


def test_an_event_that_there_is_is_found(client: TestClient) -> None:
    assert client.get("/event?id=e-guide24").status_code == 200


def test_no_payload_becomes_a_tag() -> None:
    for client in serving(hostile(), card._drawn):
        usual = {"html", "head", "meta", "title", "link", "script"}
        for event_id in data.load()["events"]["event_id"]:
            page = client.get(f"/event?id={event_id}").text
            assert Head(page).tags - usual <= {"noscript", "p", "a", "img", "style"}
            assert page.count("<script") == client.get("/event").text.count("<script")
