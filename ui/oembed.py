"""How other programs embed what is here, as oembed.com describes it: ``/oembed?url=...``.

A timeline's address is answered with a frame (type rich), an event's with its picture (type link).
"""

import json
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.language import gettext, speaking, spoken
from ui import card, choices, data, embed, pages, settings, summary, tongue
from ui.answers import Address, Answer, Asked, Parameter, QueryError
from ui.choices import Choice

_WIDEST = 1200
_TIMELINES = ("", "/", "/embed")


def address(url: str, home: str) -> str:
    """Where it is said how to embed the page at ``url``."""
    return f"{home}/oembed?{urlencode({'url': url})}"


def _oembed(asked: Asked) -> Answer:
    """The answer in the language of the page that it is about."""
    named = dict(parse_qsl(urlsplit(asked.own["url"]).query)).get(tongue.PARAMETER, "")
    with speaking(tongue.of(named, str(spoken()))):
        return _told(replace(asked, record=data.key()))


def _told(asked: Asked) -> Answer:
    own = asked.own
    if own["format"] != "json":
        raise QueryError("format", "only json is spoken here", 501)
    parts = urlsplit(own["url"])
    ours = f"{parts.scheme}://{parts.netloc}" == asked.home
    if ours and parts.path == "/event":
        told = _link(dict(parse_qsl(parts.query)).get("id", ""), asked)
    elif not settings.get().embed_in:
        raise QueryError("", "no site may show these pages: POLICY_TIMELINE_EMBED_IN is empty", 403)
    elif ours and parts.path in _TIMELINES:
        told = _frame(parts.query, asked)
    else:
        raise QueryError("url", f"url {own['url'][:100]!r} is no timeline of {asked.home}", 404)
    told = {
        "version": "1.0",
        "provider_name": gettext(pages.TITLE),
        "provider_url": asked.home,
        **told,
    }
    return Answer((json.dumps(told, ensure_ascii=False) + "\n").encode(), "application/json")


def _frame(query: str, asked: Asked) -> dict[str, str | int]:
    """A timeline in a frame, as wide and high as there is room."""
    chosen = _chosen(query, asked)
    wide = min(int(asked.own["maxwidth"]) or _WIDEST, _WIDEST)
    tall = embed.height(chosen, wide)
    tall = min(tall, int(asked.own["maxheight"]) or tall)
    return {
        "type": "rich",
        "title": summary.story(),
        "html": embed.code(asked.home, chosen, tall),
        "width": wide,
        "height": tall,
    }


def _chosen(query: str, asked: Asked) -> Choice:
    chosen, faults = choices.read(data.of(asked.record), parse_qsl(query))
    if faults:
        raise QueryError(faults[0].parameter, faults[0].message, 404)
    return chosen


def _link(event_id: str, asked: Asked) -> dict[str, str | int]:
    """An event by name and picture; the picture is left out where it would be too big."""
    event = card.event(asked.record, event_id, "url")
    told: dict[str, str | int] = {"type": "link", "title": str(event["title"])}
    most = (int(asked.own["maxwidth"]) or card.WIDTH, int(asked.own["maxheight"]) or card.HEIGHT)
    if most[0] < card.WIDTH or most[1] < card.HEIGHT:
        return told
    return told | {
        "thumbnail_url": f"{asked.home}/event/{event_id}.png",
        "thumbnail_width": card.WIDTH,
        "thumbnail_height": card.HEIGHT,
    }


ADDRESSES = (
    Address(
        "/oembed",
        "How to embed a timeline or an event, as oembed.com describes it",
        ("application/json",),
        _oembed,
        (
            Parameter("url", "the address of a timeline or an event here", required=True),
            Parameter("format", "json", ("json", "xml"), "json"),
            Parameter("maxwidth", "the most pixels it may be wide; 0: any", (), "0", 0, 10_000),
            Parameter("maxheight", "the most pixels it may be high; 0: any", (), "0", 0, 10_000),
        ),
        is_filtered=False,
        is_told=True,
    ),
)
