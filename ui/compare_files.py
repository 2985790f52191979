"""``/compare.csv``, ``.svg``, ``.png``: two sides as a table, and as a picture on one axis."""

from dataclasses import replace
from functools import lru_cache

from timeline import exports
from timeline.brief import Order
from timeline.compare import KINDS, Pair
from timeline.filters import FilterError
from ui import choices, comparison, data, foreign, pictures
from ui.answers import Address, Answer, Asked, Parameter, QueryError, one_of
from ui.choices import Choice


def pair(asked: Asked) -> Pair:
    """The pair that the query asks for.  Raises QueryError with the side at fault."""
    known = choices.known(data.of(asked.record))
    kinds = {label.casefold(): kind for kind, label in comparison.LABELS.items()} | {
        kind: kind for kind in KINDS
    }
    kind = kinds[one_of("by", asked.own["by"].casefold(), kinds)]
    named = []
    for side in ("a", "b"):
        value = asked.own[side]
        name = foreign.named(value, known[kind])
        if not name:
            raise QueryError(side, choices.unknown(kind, value, known[kind]))
        named.append(name)
    return Pair(kind, named[0], named[1])


def _answer(asked: Asked) -> Answer:
    kind, two = asked.own["kind"], pair(asked)
    try:
        found = comparison.made(asked.record, two, asked.chosen)
    except FilterError as error:
        raise QueryError("b", str(error)) from error
    if kind == "csv":
        events = found.tables["events"]
        columns = ["side", *(name for name in events.columns if name != "side")]
        body = exports.to_csv(events[columns])
        return Answer(body, "text/csv; charset=utf-8", "compare.csv")
    if reason := pictures.missing(kind):
        raise QueryError("kind", reason)
    if not sum(found.counts):
        raise QueryError("", "no event fits: nothing to draw")
    made = pictures.order(asked.chosen, asked.own["theme"], asked.own["title"], asked.own["note"])
    made = replace(made, title=made.title or found.finding, lanes_by="side", lane_order=two.sides)
    body = _drawn(asked.record, two, asked.chosen, made, kind, asked.own["preset"])
    return Answer(body, pictures.KINDS[kind], f"compare-{asked.own['preset']}.{kind}")


@lru_cache(maxsize=16)
def _drawn(record: str, two: Pair, chosen: Choice, made: Order, kind: str, preset: str) -> bytes:
    with pictures.at_work():
        tables = dict(comparison.made(record, two, chosen).tables)
        return pictures.draw(tables, made, kind, preset)


_FORMATS = ("csv", *pictures.KINDS)
ADDRESSES = (
    Address(
        "/compare.{kind}",
        "Two actors, outlets, event types or threads beside each other, as a table or a picture",
        ("text/csv; charset=utf-8", *pictures.KINDS.values()),
        _answer,
        (
            Parameter("kind", "the format", _FORMATS, required=True, in_path=True),
            Parameter("by", f"what is compared: {', '.join(KINDS)}", default="actor"),
            Parameter("a", "the one side, by id or name", required=True),
            Parameter("b", "the other side, by id or name", required=True),
            pictures.PRESET,
            pictures.THEME,
            pictures.TITLE,
            pictures.NOTE,
        ),
        is_told=True,
    ),
)
