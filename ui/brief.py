"""``/brief.zip``: a view as a pack for a brief; pictures, data, numbered sources, citations."""

from dataclasses import replace
from functools import lru_cache

from timeline import brief, filters
from timeline.brief import BriefError, Order
from ui import data, pictures
from ui.answers import Address, Answer, Asked, QueryError
from ui.choices import Choice


def _pack(asked: Asked) -> Answer:
    own = asked.own
    made = pictures.order(asked.chosen, own["theme"], own["title"], own["note"], asked.home)
    try:
        body = _packed(asked.record, asked.chosen, replace(made, presets=(own["preset"],)))
    except BriefError as error:
        raise QueryError("", str(error)) from error
    return Answer(body, "application/zip", f"brief-{own['preset']}.zip")


@lru_cache(maxsize=8)
def _packed(record: str, chosen: Choice, made: Order) -> bytes:
    with pictures.at_work():
        tables = filters.select(data.of(record), chosen.filters)
        english, plain = data.source(), None
        if record != english:  # what programs read stays in English
            plain = filters.cut(data.of(english), tables["events"]["event_id"])
        return brief.archive(tables, made, plain)


ADDRESSES = (
    Address(
        "/brief.zip",
        "A pack for a brief: pictures with their text, the data, numbered sources, citations",
        ("application/zip",),
        _pack,
        (pictures.PRESET, pictures.THEME, pictures.TITLE, pictures.NOTE),
        is_told=True,
    ),
)
