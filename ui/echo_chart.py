"""The lineage drawn: a report on the left, a line to each article that rests on it."""

import html
from dataclasses import dataclass

import streamlit as st

from timeline import figures
from timeline.figures import look
from timeline.figures.font import stack
from timeline.figures.wrap import wrap
from timeline.language import gettext, mark, pgettext, spoken
from timeline.tables import Tables
from ui import chart, width, words

_ROW, _LINE, _GAP, _TOP, _SIZE = 30, 18, 26, 8, 14.5  # a row of one line, and each line more
_NARROW = 640  # below it an article's day stands under its outlet
_MOST = 4  # lines of a name
_DASHES = {"copy": "solid", "rewrite": "solid", "same_source": "dot", "declared": "dash"}
_LEGEND = {
    "solid": mark("a solid line is a copy or a rewrite"),
    "dot": mark("a dotted line tells the same source's news"),
    "dash": mark("a dashed line names the report as its source"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An article on the right: its middle, its lines, and how it is tied to the report."""

    y: float
    told: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A report with its articles."""

    y: float
    origin: str
    told: tuple[str, ...]
    lines: tuple[Line, ...]


def show(tables: Tables, reports: list[str]) -> None:
    """Draw all reports under each other."""
    wide = width.get()
    blocks, height = place(tables, reports, wide)
    between = pgettext("between filters", "; ")
    alt = between.join(
        gettext("{kind}: {events}", kind=one.origin, events=words.count(len(one.lines), "article"))
        for one in blocks
    )
    with st.container(key="echoes"):
        st.plotly_chart(
            figure(blocks, wide, height),
            theme=None,
            config={**figures.CONFIG, "staticPlot": True},
            alt=gettext(
                "Original reports and the articles that rest on each. {reports}", reports=alt
            ),
        )
    drawn = {_DASHES[line.kind] for block in blocks for line in block.lines if line.kind}
    if told := [gettext(says) for dash, says in _LEGEND.items() if dash in drawn]:
        st.caption(
            gettext(
                "On the left the original report, on the right who tells it: {lines}.",
                lines=between.join(told),
            )
        )


def place(tables: Tables, reports: list[str], wide: int) -> tuple[list[Block], int]:
    """Where each report and article stands in a chart so wide, and how tall that is."""
    documents = tables["documents"].sort_values(["published_start", "document_id"])
    links = tables["links"]
    kinds = dict(zip(links["b"], links["kind"], strict=True))  # the first article's, tied to none
    kinds |= dict(zip(links["a"], links["kind"], strict=True))
    origin = tables["reports"].set_index("report_id")["origin"]
    blocks, y = [], float(_TOP)
    for report in reports:
        held = documents[documents["report_id"] == report]
        told = [
            _told(row["outlet"], words.when(row["published"]), wide) for _, row in held.iterrows()
        ]
        if told:
            named = origin[report] or gettext("Not named")
            label = _wrapped(named, _columns(wide)[0] - 16, bold=True)
            room = max(sum(map(_tall, told)), _tall((*label, "")))
            lines = _stacked(told, [kinds.get(key, "") for key in held["document_id"]], y, room)
            blocks.append(Block(y + room / 2, named, label, lines))
            y += room + _GAP
    return blocks, int(y - _GAP + _TOP) if blocks else 2 * _TOP


def _stacked(
    told: list[tuple[str, ...]], kinds: list[str], top: float, room: float
) -> tuple[Line, ...]:
    """The articles of a report under each other, in the middle of its room."""
    y, lines = top + (room - sum(map(_tall, told))) / 2, []
    for one, kind in zip(told, kinds, strict=True):
        lines.append(Line(y + _tall(one) / 2, one, kind))
        y += _tall(one)
    return tuple(lines)


def _tall(lines: tuple[str, ...]) -> int:
    return _ROW + _LINE * (len(lines) - 1)


def _columns(wide: int) -> tuple[float, float]:
    """Where the dots of reports stand, and those of articles."""
    return (0.4 * wide, 0.48 * wide) if wide < _NARROW else (0.22 * wide, 0.34 * wide)


def _told(outlet: str, day: str, wide: int) -> tuple[str, ...]:
    """An article in lines: its outlet, and its day beside that or under it."""
    room = wide - _columns(wide)[1] - 16
    if wide < _NARROW:
        return (*_wrapped(outlet, room), day)
    return _wrapped(words.listed((outlet, day)), room)


def _wrapped(text: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    return wrap(text, _SIZE, room, _MOST, bold=bold).lines


def figure(blocks: list[Block], wide: int, height: int) -> dict[str, object]:
    """The plotly figure as a plain dict; y in pixels from the top."""
    colours = look.palette(chart.theme())
    left, right = _columns(wide)
    ties = [(block, line) for block in blocks for line in block.lines]
    shapes = [_tie(left, block.y, right, line, colours.muted) for block, line in ties]
    dots = [(left, block.y, True) for block in blocks]
    dots += [(right, line.y, False) for _, line in ties]
    notes = [_note(left - 14, block.y, _origin(block), "right", colours.ink) for block in blocks]
    for _, line in ties:
        notes.append(_note(right + 12, line.y, _lines(line.told), "left", colours.ink))
    return {
        "data": [_dots(dots, colours)],
        "layout": _layout(wide, height, shapes, notes, colours),
    }


def _tie(left: float, top: float, right: float, line: Line, colour: str) -> dict[str, object]:
    """The line from a report to an article that rests on it."""
    middle = (left + right) / 2
    return {
        "type": "path",
        "path": f"M {left},{top} C {middle},{top} {middle},{line.y} {right},{line.y}",
        "line": {"color": colour, "width": 1.5, "dash": _DASHES.get(line.kind, "solid")},
        "layer": "below",
    }


def _origin(block: Block) -> str:
    number = words.count(len(block.lines), "article")
    return f"<b>{_lines(block.told)}</b><br>{html.escape(number)}"


def _lines(told: tuple[str, ...]) -> str:
    return "<br>".join(map(html.escape, told))


def _dots(dots: list[tuple[float, float, bool]], colours: look.Palette) -> dict[str, object]:
    accent = look.family_color("controls", chart.theme())
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in dots],
        "y": [y for _, y, _ in dots],
        "hoverinfo": "skip",
        "marker": {
            "size": [14 if is_report else 10 for _, _, is_report in dots],
            "color": [accent if is_report else colours.paper for _, _, is_report in dots],
            "line": {"color": accent, "width": 2},
            "opacity": 1,
        },
    }


def _note(x: float, y: float, text: str, side: str, colour: str) -> dict[str, object]:
    return {
        "x": x,
        "y": y,
        "text": text.replace("$", "&#36;"),
        "xanchor": side,
        "yanchor": "middle",
        "align": side,
        "showarrow": False,
        "font": {"color": colour, "size": _SIZE},
    }


def _layout(
    wide: int,
    height: int,
    shapes: list[dict[str, object]],
    notes: list[dict[str, object]],
    colours: look.Palette,
) -> dict[str, object]:
    hidden = {"visible": False, "fixedrange": True}
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {**hidden, "range": [0, wide]},
        "yaxis": {**hidden, "range": [height, 0]},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": {"family": stack(spoken())},
        "shapes": shapes,
        "annotations": notes,
        "showlegend": False,
    }
