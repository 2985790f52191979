"""/embed and /oembed: no script, one drawing a width, framed only where that is allowed."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.sample import sample_tables
from tests.serve import hostile
from tests.serving import serving
from timeline import filters
from timeline.filters import Filters
from ui import embed, headers, settings
from ui.settings import Settings

TAGS = {
    "html", "head", "meta", "title", "link", "base", "style", "body", "header", "h1", "p", "main",
    "figure", "div", "footer", "b", "a", "svg", "defs", "lineargradient", "stop", "pattern", "path",
    "rect", "circle", "text", "nav", "span",
}  # fmt: skip


@pytest.fixture
def client() -> Iterator[TestClient]:
    yield from serving(sample_tables(), embed._drawings)


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Settings(embed_in="https://a.example https://*.b.example")
    monkeypatch.setattr(settings, "get", lambda: made)


class Seen(HTMLParser):
    """The tags, attributes and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_the_page_holds_title_finding_links_source_and_the_way_back(client: TestClient) -> None:
    page = client.get("/embed?actor=Micron").text
    assert "<h1>US–China AI chips</h1>" in page
    assert "<b>Source:</b>" in page
    assert "Data to 21 Aug 2025." not in page  # of these events it is another day
    assert 'href="/?actor=Micron">Open the interactive timeline</a>' in page
    shown = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    links = set(re.findall(r'href="/event\?id=([\w-]+)&amp;view=', page))
    assert links == set(shown["event_id"])


def test_it_runs_no_script_and_its_policy_allows_none(client: TestClient) -> None:
    answer = client.get("/embed")
    policy = answer.headers["content-security-policy"]
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert headers.static_policy(style, "'none'") == policy
    seen = Seen(answer.text)
    assert seen.tags <= TAGS
    assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]


def test_nothing_in_an_article_becomes_markup_or_leads_elsewhere() -> None:
    for client in serving(hostile(), embed._drawings):
        seen = Seen(client.get("/embed").text)
        assert seen.tags <= TAGS
        assert not [name for name in seen.attributes if name.startswith("on")]
        ours = re.compile(r"(?:http://testserver)?/(?:\?|event\?id=|assets/|api/|oembed|embed|$)")
        assert [link for link in seen.links if not ours.match(link)] == []


def test_links_lead_to_other_times_of_the_same_view(client: TestClient) -> None:
    page = client.get("/embed?actor=Nvidia&from=2024-01-01&to=2024-12-31&theme=dark").text
    (times,) = re.findall(r"<nav.*?</nav>", page)
    assert "<span>Jan – Dec 2024</span>" in times
    links = re.findall(r'href="([^"]+)" target="_self">([^<]+)<', times)
    assert [name for _, name in links] == ["Earlier", "Later", "Closer", "Wider", "All times"]
    for address, _ in links:
        assert address.startswith("/embed?actor=Nvidia&amp;")
        assert address.endswith("theme=dark")
        assert client.get(address.replace("&amp;", "&")).status_code == 200
    assert "from=2023-07-01&amp;to=2024-06-30" in links[0][0]
    assert "from=" not in links[-1][0]


def test_each_width_has_a_drawing_whose_ids_are_its_own(client: TestClient) -> None:
    page = client.get("/embed").text
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 6
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)
    assert page.count("<figure") == len(embed._WIDTHS)
    assert client.get("/embed?width=700").text.count("<figure") == 1


def test_colours_follow_the_theme_that_is_asked_for(client: TestClient) -> None:
    pages = {theme: client.get(f"/embed?theme={theme}").text for theme in embed._THEMES}
    assert "prefers-color-scheme:dark" in pages["auto"]
    assert "prefers-color-scheme" not in pages["light"] + pages["dark"]
    assert "--paper:#0b111e" in pages["dark"]
    drawn = pages["auto"].split("<main>")[1]
    assert "{fill:var(--paper)}" in pages["auto"].split("</style>")[0]
    assert not re.search(r'="#[0-9a-f]{6}"', drawn)


def test_all_of_it_stays_under_120_kilobytes(client: TestClient) -> None:
    answer = client.get("/embed")
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 60_000


def test_nobody_may_frame_it_unless_it_is_set(client: TestClient) -> None:
    told = client.get("/embed").headers
    assert "frame-ancestors 'none'" in told["content-security-policy"]
    assert told["x-frame-options"] == "DENY"


@pytest.mark.usefixtures("allowed")
def test_only_the_embed_may_be_framed_and_only_by_the_sites_that_are_set(
    client: TestClient,
) -> None:
    told = client.get("/embed").headers
    ancestors = "frame-ancestors https://a.example https://*.b.example"
    assert told["content-security-policy"].endswith(ancestors)
    assert "x-frame-options" not in told
    for path in ("/", "/event", "/api/events.json", "/oembed"):
        other = client.get(path).headers
        assert "frame-ancestors 'none'" in other["content-security-policy"]
        assert other["x-frame-options"] == "DENY"


@pytest.mark.usefixtures("allowed")
def test_a_frame_whose_address_asks_for_nothing_says_why_in_words(client: TestClient) -> None:
    answer = client.get("/embed?actor=Micro%3Cb%3E", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 400
    assert "actor &#x27;Micro&lt;b&gt;&#x27; is not in the record" in answer.text
    assert "x-frame-options" not in answer.headers
    assert client.get("/embed?actor=Micro").json()["error"]["parameter"] == "actor"


@pytest.mark.usefixtures("allowed")
def test_scripts_of_those_sites_may_read_the_files_and_no_others(client: TestClient) -> None:
    for origin, may in (("https://a.example", True), ("https://evil.example", False), ("", False)):
        told = client.get("/timelinejs.json", headers={"Origin": origin} if origin else {}).headers
        assert told.get("access-control-allow-origin", "") == (origin if may else "")
        assert "Origin" in told["vary"]


def test_no_script_of_another_site_may_read_unless_it_is_set(client: TestClient) -> None:
    answer = client.get("/timelinejs.json", headers={"Origin": "https://a.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_a_view_without_events_says_so(client: TestClient) -> None:
    page = client.get("/embed?q=zzzz").text
    assert "No event fits" in page
    assert "<svg" not in page


@pytest.mark.usefixtures("allowed")
def test_oembed_gives_a_frame_of_the_view_that_is_asked_for(client: TestClient) -> None:
    told = client.get(
        "/oembed",
        params={"url": "http://testserver/?actor=Micron&lanes=type_label", "maxwidth": "500"},
    ).json()
    assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 500)
    (source,) = Seen(told["html"]).links
    assert client.get(source).status_code == 200
    assert source == "http://testserver/embed?actor=Micron&lanes=Event+type&lang=en"
    lower = client.get("/oembed", params={"url": "http://testserver/", "maxheight": "300"}).json()
    assert lower["height"] == 300


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("", 400, "url"),
        ("url=https://evil.example/", 404, "url"),
        ("url=http://testserver/about", 404, "url"),
        ("url=http://testserver/?actor=Nvida", 404, "actor"),
        ("url=http://testserver/&format=xml", 501, "format"),
        ("url=http://testserver/&maxwidth=wide", 400, "maxwidth"),
    ],
)
def test_oembed_says_what_it_cannot_give(
    client: TestClient, query: str, status: int, parameter: str
) -> None:
    answer = client.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.json()["error"]["parameter"] == parameter


def test_oembed_gives_nothing_where_nobody_may_frame(client: TestClient) -> None:
    answer = client.get("/oembed?url=http://testserver/")
    assert answer.status_code == 403
    assert "POLICY_TIMELINE_EMBED_IN" in answer.json()["error"]["message"]
