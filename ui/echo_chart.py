"""The lineage drawn: a report on the left, a line to each article that rests on it."""

import html
from dataclasses import dataclass

import streamlit as st

from timeline import figures
from timeline.figures import look
from timeline.figures.font import STACK
from timeline.tables import Tables
from ui import chart, width, words

_ROW, _GAP, _TOP, _SIZE = 30, 26, 8, 14.5
_DASHES = {"copy": "solid", "rewrite": "solid", "same_source": "dot", "declared": "dash"}


@dataclass(frozen=True, slots=True)
class Line:
    """An article on the right: its row, its words, and how it is tied to the report."""

    y: float
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A report with its articles."""

    y: float
    origin: str
    told: str
    lines: tuple[Line, ...]


def show(tables: Tables, reports: list[str]) -> None:
    """Draw all reports under each other."""
    wide = width.get()
    blocks, height = place(tables, reports)
    alt = "; ".join(
        f"{block.origin}: {words.count(len(block.lines), 'article')}" for block in blocks
    )
    with st.container(key="echoes"):
        st.plotly_chart(
            figure(blocks, wide, height),
            theme=None,
            config={**figures.CONFIG, "staticPlot": True},
            alt=f"Original reports and the articles that rest on each. {alt}",
        )


def place(tables: Tables, reports: list[str]) -> tuple[list[Block], int]:
    """Where each report and article stands, and how tall that is."""
    documents = tables["documents"].sort_values(["published_start", "document_id"])
    kinds = dict(zip(tables["links"]["a"], tables["links"]["kind"], strict=True))
    origin = tables["reports"].set_index("report_id")["origin"]
    blocks, y = [], float(_TOP)
    for report in reports:
        rows = documents[documents["report_id"] == report]
        lines = []
        for _, row in rows.iterrows():
            told = f"{row['outlet']}, {words.when(row['published'])}"
            lines.append(Line(y + _ROW / 2, told, kinds.get(row["document_id"], "")))
            y += _ROW
        if lines:
            middle = (lines[0].y + lines[-1].y) / 2
            told = words.count(len(lines), "article")
            blocks.append(Block(middle, origin[report] or "Not named", told, tuple(lines)))
            y += _GAP
    return blocks, int(y - _GAP + _TOP) if blocks else 2 * _TOP


def figure(blocks: list[Block], wide: int, height: int) -> dict[str, object]:
    """The plotly figure as a plain dict; y in pixels from the top."""
    colours = look.palette(chart.theme())
    left, right = (0.3 * wide, 0.4 * wide) if wide < 640 else (0.22 * wide, 0.34 * wide)
    shapes: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    dots: list[tuple[float, float, bool]] = []
    for block in blocks:
        dots.append((left, block.y, True))
        origin = _fitted(block.origin, left - 24, bold=True)
        name = f"<b>{html.escape(origin)}</b><br>{block.told}"
        notes.append(_note(left - 14, block.y, name, "right", colours.ink))
        for line in block.lines:
            middle = (left + right) / 2
            bend = f"M {left},{block.y} C {middle},{block.y} {middle},{line.y} {right},{line.y}"
            shapes.append(
                {
                    "type": "path",
                    "path": bend,
                    "line": {
                        "color": colours.muted,
                        "width": 1.5,
                        "dash": _DASHES.get(line.kind, "solid"),
                    },
                    "layer": "below",
                }
            )
            dots.append((right, line.y, False))
            told = html.escape(_fitted(line.text, wide - right - 16))
            notes.append(_note(right + 12, line.y, told, "left", colours.ink))
    return {
        "data": [_dots(dots, colours)],
        "layout": _layout(wide, height, shapes, notes, colours),
    }


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


def _fitted(text: str, room: float, bold: bool = False) -> str:
    """The text, cut short with an ellipsis where it is wider than ``room`` pixels."""
    if figures.font.width(text, _SIZE, bold) <= room:
        return text
    while text and figures.font.width(f"{text}…", _SIZE, bold) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


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
        "font": {"family": STACK},
        "shapes": shapes,
        "annotations": notes,
        "showlegend": False,
    }
