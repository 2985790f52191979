"""What of a scene answers to the pointer, as traces of a plotly figure: marks, texts, bars, hits.

``customdata[0]`` is the event's id (of "+4" and a density's bars the window that shows their
events), ``customdata[1]`` what hovering shows.  Every text is escaped: plotly reads some HTML, and
formulas between dollar signs.
"""

from collections.abc import Iterator, Sequence
from math import sqrt

from timeline.figures import font, spans
from timeline.figures.escape import for_plotly
from timeline.figures.scene import Box, Cell, Label, Mark, Scene, Shape, Text
from timeline.figures.spans import Area
from timeline.figures.wrap import wrap

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Part = dict[str, Json]

_SYMBOLS = {Shape.DIAMOND: "diamond", Shape.CROSS: "x"}
_SHRINK = {Shape.DIAMOND: 0.78, Shape.CROSS: 0.75}  # plotly draws these wider than told
_HOVER_WIDTH = 340  # pixels
_HIT = 32  # pixels between the invisible points that make labels and bars answer


def traces(scene: Scene) -> Iterator[Part]:
    """The traces, each drawn over the one before."""
    if cells := scene.apart:
        yield _cells(cells)
    if areas := spans.areas(scene):
        yield _areas(areas)
    hatched = [mark for mark in scene.marks if mark.shape is Shape.HATCHED and mark.size]
    yield _texts(scene.texts, font.stack(scene.language))
    yield _hits(scene)
    yield _marks(scene)
    for mark in hatched:
        yield _strokes(mark)
    yield _dots(scene)


def _points(xs: Sequence[float], ys: Sequence[float]) -> Part:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x, 2) for x in xs],
        "y": [round(y, 2) for y in ys],
        "cliponaxis": False,
        "showlegend": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _cells(cells: Sequence[Cell]) -> Part:
    """The pieces of a density."""
    single = all(cell.count == 1 for cell in cells)
    marker: Part = {
        "color": [cell.color for cell in cells],
        "opacity": 1,
        "cornerradius": "50%" if single else 0,
    }
    told: list[tuple[str, tuple[str, ...]]] = [
        ("".join(cell.event_ids[:1]), (cell.hover,)) for cell in cells
    ]
    return _bars([cell.box for cell in cells], told, marker)


def _areas(areas: Sequence[Area]) -> Part:
    """What the bars of a density open to; they are drawn below."""
    told = [(area.opens, area.hover) for area in areas]
    return _bars([area.box for area in areas], told, {"opacity": 0})


def _bars(boxes: Sequence[Box], told: Sequence[tuple[str, tuple[str, ...]]], marker: Part) -> Part:
    """Boxes as bars of one trace, each with what it leads to and says."""
    return {
        "type": "bar",
        "x": [round((box.x0 + box.x1) / 2, 2) for box in boxes],
        "base": [round(box.y1, 2) for box in boxes],
        "y": [round(-box.height, 2) for box in boxes],
        "width": [round(box.width, 2) for box in boxes],
        "marker": {"line": {"width": 0}, **marker},
        "customdata": [[key, _hover(lines)] for key, lines in told],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": marker["opacity"]}},
        "unselected": {"marker": {"opacity": marker["opacity"]}},
    }


def _marks(scene: Scene) -> Part:
    marks = [mark for mark in scene.marks if mark.size]
    edge = 2.3 * scene.unit
    rings = [mark.shape in (Shape.RING, Shape.DOTTED, Shape.HATCHED) for mark in marks]
    pairs = list(zip(marks, rings, strict=True))
    return {
        **_points([mark.x for mark in marks], [mark.y for mark in marks]),
        "marker": {
            "symbol": [_SYMBOLS.get(mark.shape, "circle") for mark in marks],
            "size": [
                round(mark.size * _SHRINK.get(mark.shape, 1) - edge * ring, 2)
                for mark, ring in pairs
            ],
            "color": [mark.hollow if ring else mark.color for mark, ring in pairs],
            "line": {
                "color": [mark.color for mark in marks],
                "width": [round(edge, 2) if ring else 0 for ring in rings],
            },
            "opacity": 1,
        },
        "customdata": [[mark.event_id, _hover(mark.hover)] for mark in marks],
        "hovertemplate": [
            "%{customdata[1]}<extra></extra>" if mark.hover else "" for mark in marks
        ],
        "hoverinfo": ["text" if mark.hover else "skip" for mark in marks],
    }


def _dots(scene: Scene) -> Part:
    """The dots in the rings of what is only reported."""
    marks = [mark for mark in scene.marks if mark.shape is Shape.DOTTED and mark.size]
    return {
        **_points([mark.x for mark in marks], [mark.y for mark in marks]),
        "marker": {
            "size": [round(mark.size * 0.36, 2) for mark in marks],
            "color": [mark.color for mark in marks],
            "line": {"width": 0},
            "opacity": 1,
        },
        "hoverinfo": "skip",
    }


def _strokes(mark: Mark) -> Part:
    """Slanted lines within the ring of what is suspended."""
    xs: list[Json] = []
    ys: list[Json] = []
    radius = mark.size / 2 * 0.8
    for share in (-0.5, 0.0, 0.5):
        half, shift = radius * sqrt((1 - share**2) / 2), radius * share / sqrt(2)
        xs += [round(mark.x + shift - half, 2), round(mark.x + shift + half, 2), None]
        ys += [round(mark.y + shift + half, 2), round(mark.y + shift - half, 2), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": mark.color, "width": 1.3},
        "hoverinfo": "skip",
    }


def _texts(texts: Sequence[Text], letters: str) -> Part:
    """All the text in one trace; ``selected`` keeps plotly from fading it on a click."""
    places = {"start": "middle right", "middle": "middle center", "end": "middle left"}
    return {
        **_points([text.x for text in texts], [text.y for text in texts]),
        "mode": "text",
        "text": [for_plotly(text.text) for text in texts],
        "textposition": [places[text.anchor] for text in texts],
        "textfont": {
            "family": letters,
            "size": [text.size for text in texts],
            "color": [text.color for text in texts],
            "weight": [600 if text.bold else 400 for text in texts],
        },
        "hoverinfo": "skip",
        "selected": {"textfont": {"color": texts[0].color if texts else "#888888"}},
        "unselected": {},
    }


def _hits(scene: Scene) -> Part:
    """Points that cannot be seen, along labels, bars and pills, so that all of these answer."""
    hover = {mark.event_id: _hover(mark.hover) for mark in scene.marks if mark.event_id}
    spots: list[tuple[float, float, str, str]] = []
    boxes = [(label.event_id, box) for label in scene.labels for box in _lines(label)]
    boxes += [(bar.event_id, bar.box) for bar in scene.bars if bar.event_id]
    for event_id, box in boxes:
        spots += [(x, y, event_id, hover.get(event_id, "")) for x, y in _along(box)]
    for pill in scene.pills:
        if pill.hover and (key := pill.opens or "".join(pill.event_ids[:1])):
            spots += [(x, y, key, _hover((pill.hover,))) for x, y in _along(pill.box)]
    told = {text: place for place, text in enumerate(dict.fromkeys(spot[3] for spot in spots))}
    return {
        **_points([spot[0] for spot in spots], [spot[1] for spot in spots]),
        "marker": {"size": 20, "opacity": 0, "color": scene.background},
        "customdata": [[spot[2], told[spot[3]]] for spot in spots],
        "meta": list(told),  # once a text, not once a point: half of what a filter sends
        "hovertemplate": [f"%{{meta[{told[spot[3]]}]}}<extra></extra>" for spot in spots],
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }


def _lines(label: Label) -> Iterator[Box]:
    """The box of each line of a label."""
    box, count = label.box, len(label.lines)
    high = box.height / count
    for place in range(count):
        yield Box(box.x0, box.y0 + place * high, box.x1, box.y0 + (place + 1) * high)


def _along(box: Box) -> Iterator[tuple[float, float]]:
    count = max(1, round(box.width / _HIT))
    for place in range(count):
        yield box.x0 + (place + 0.5) * box.width / count, (box.y0 + box.y1) / 2


def _hover(lines: Sequence[str]) -> str:
    """The lines for a pointer: escaped, long ones broken, the first bold."""
    parts = [
        "<br>".join(for_plotly(piece) for piece in wrap(line, 13, _HOVER_WIDTH, 6).lines)
        for line in lines
    ]
    return "<br>".join([f"<b>{parts[0]}</b>", *parts[1:]]) if parts else ""
