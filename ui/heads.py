"""What a page says of itself to those who link to it: name, sentence, picture, how to embed it.

Tags of Open Graph for cards in chats and posts, and links for programs (oEmbed, feed, JSON-LD); put
into the page's head before Streamlit draws anything, since those who read them run no script.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from starlette.datastructures import URL

from timeline import exports
from timeline.errors import TimelineError
from timeline.language import gettext
from ui import card, choices, data, listing, oembed, pages, settings, static, summary, words

Pairs = Sequence[tuple[str, str]]
_PAIR = ("by", "a", "b")  # what the page Compare sets beside each other


def tags(url: URL, query: Pairs, home: str) -> bytes:
    """The tags for the page at ``url``, which asks ``query``; none where it cannot be told."""
    if len(url.query) > settings.get().query_characters:
        return b""
    try:
        return _tags(data.key(), url.path, tuple(query), home).encode("utf-8", "replace")
    except TimelineError:  # the page says itself what is wrong
        return b""


def scriptless(url: URL, query: Pairs) -> str:
    """What stands there without scripts: the picture of this very view, or of this event."""
    if len(url.query) > settings.get().query_characters:
        return static.scriptless()
    tables, wanted = data.load(), dict(query).get("id", "")
    if url.path == "/event" and wanted in set(tables["events"]["event_id"]):
        return static.scriptless(event=wanted)
    return static.scriptless(choices.query(choices.read(tables, query)[0]))


def is_of_nothing(path: str, query: Mapping[str, str]) -> bool:
    """Whether an address names an event that is not in the record: ``/event?id=nothing``."""
    wanted = query.get("id", "")
    return path == "/event" and bool(wanted) and not card.is_known(data.key(), wanted)


@lru_cache(maxsize=256)
def _tags(record: str, path: str, query: tuple[tuple[str, str], ...], home: str) -> str:
    wanted = dict(query).get("id", "")
    if path == "/event" and wanted:
        return "\n    ".join(_event(record, wanted, home))
    return "\n    ".join(_view(record, path, query, home))


def _event(record: str, wanted: str, home: str) -> Iterator[str]:
    event = card.event(record, wanted)
    address = f"{home}{listing.event_address(wanted)}"
    yield from _graph(
        str(event["title"]), card.told(event), address, f"{home}/event/{wanted}.png", "article"
    )
    yield _link("alternate", f"{home}/event/{wanted}.json", "application/ld+json")
    yield _link("alternate", oembed.address(address, home), "application/json+oembed")


def _view(record: str, path: str, query: Pairs, home: str) -> Iterator[str]:
    chosen, _ = choices.read(data.of(record), query)
    shown = data.chosen_of(record, chosen.filters)
    told, name = choices.query(chosen), summary.story()
    pair = [one for one in query if one[0] in _PAIR] if path == "/compare" else []
    address = f"{home}{path}{choices.query(chosen, *pair)}"
    if path != "/":
        title = next(one.title for one in pages.PAGES if one.path == path)
        name = f"{gettext(title)} · {name}"
    number = words.count(len(shown["events"]), "event")
    sentence = (
        f"{exports.headline(shown, chosen.filters.actors)} ({number})"
        if chosen.narrows
        else summary.finding(shown)
    )
    empty = shown["events"].empty
    picture = "" if empty else f"{home}/figure.png{choices.query(chosen, ('preset', 'card'))}"
    if {"a", "b"} <= {key for key, _ in pair}:
        picture = f"{home}/compare.png{choices.query(chosen, *pair, ('preset', 'card'))}"
    yield from _graph(name, sentence, address, picture, "website")
    if path == "/":
        yield _link("alternate", f"{home}/feed.atom{told}", "application/atom+xml")
        if settings.get().embed_in:
            yield _link("alternate", oembed.address(address, home), "application/json+oembed")


def _graph(title: str, sentence: str, address: str, picture: str, kind: str) -> Iterator[str]:
    told = {
        "og:type": kind,
        "og:site_name": gettext(pages.TITLE),
        "og:title": title,
        "og:description": sentence,
        "og:url": address,
    }
    if picture:
        told |= {
            "og:image": picture,
            "og:image:type": "image/png",
            "og:image:width": str(card.WIDTH),
            "og:image:height": str(card.HEIGHT),
            "og:image:alt": f"{title}. {sentence}",
        }
    for name, content in told.items():
        yield f'<meta property="{name}" content="{escape(content)}" />'
    size = "summary_large_image" if picture else "summary"
    yield f'<meta name="twitter:card" content="{size}" />'
    yield _link("canonical", address)


def _link(rel: str, address: str, kind: str = "") -> str:
    type_ = f' type="{kind}"' if kind else ""
    return f'<link rel="{rel}"{type_} href="{escape(address)}" />'
