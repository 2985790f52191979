"""Boxes, bars and lines as plotly shapes: paths with rounded corners, dashes and hatching."""

from collections.abc import Iterator
from math import sqrt

from timeline.figures.scene import Bar, Box, Mark, Pill, Rule

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Part = dict[str, Json]

_DASH = "2px,2px"


def rule_shape(rule: Rule) -> Part:
    """A thin line; one from edge to edge reaches the edges of a wider container too."""
    whole = rule.x0 == 0 and rule.y0 == rule.y1
    return {
        "type": "line",
        "layer": "below",
        "xref": "paper" if whole else "x",
        "x0": 0 if whole else rule.x0,
        "x1": 1 if whole else rule.x1,
        "y0": rule.y0,
        "y1": rule.y1,
        "line": {"color": rule.color, "width": rule.width},
    }


def pill_shape(pill: Pill) -> Part:
    """A rounded box."""
    return _path(rounded(pill.box, pill.radius or pill.box.height / 2), pill.fill)


def bar_shapes(bar: Bar, unit: float) -> Iterator[Part]:
    """A solid or hatched bar, or the dashed edges of a fading one."""
    box = bar.box
    if bar.fade:
        for y in (box.y0, box.y1):
            yield {
                "type": "line", "layer": "below", "x0": box.x0, "x1": box.x1, "y0": y, "y1": y,
                "line": {"color": bar.color, "width": 1.1 * unit, "dash": _DASH},
            }  # fmt: skip
        return
    if not bar.hatched:
        yield _path(rounded(box, 4 * unit), bar.color)
        return
    outline = _path(rounded(box, 4 * unit), "rgba(0,0,0,0)")
    yield {**outline, "line": {"color": bar.color, "width": 1.4 * unit}}
    yield {
        **_path(_slanted(box, 5 * unit), "rgba(0,0,0,0)"),
        "line": {"color": bar.color, "width": 1.2 * unit},
    }


def rounded(box: Box, radius: float) -> str:
    """The path of a box with round corners."""
    r = min(radius, box.width / 2, box.height / 2)
    x0, y0, x1, y1 = box.x0, box.y0, box.x1, box.y1
    return (
        f"M{x0 + r:.2f},{y0:.2f} L{x1 - r:.2f},{y0:.2f} Q{x1:.2f},{y0:.2f} {x1:.2f},{y0 + r:.2f} "
        f"L{x1:.2f},{y1 - r:.2f} Q{x1:.2f},{y1:.2f} {x1 - r:.2f},{y1:.2f} "
        f"L{x0 + r:.2f},{y1:.2f} Q{x0:.2f},{y1:.2f} {x0:.2f},{y1 - r:.2f} "
        f"L{x0:.2f},{y0 + r:.2f} Q{x0:.2f},{y0:.2f} {x0 + r:.2f},{y0:.2f} Z"
    )


def hatching(mark: Mark) -> tuple[list[float | None], list[float | None]]:
    """Slanted strokes within a round mark, as the x and y of broken lines."""
    radius = mark.size / 2 * 0.8
    xs: list[float | None] = []
    ys: list[float | None] = []
    for share in (-0.5, 0.0, 0.5):
        half = radius * sqrt(1 - share**2) / sqrt(2)
        shift = radius * share / sqrt(2)
        xs += [round(mark.x + shift - half, 2), round(mark.x + shift + half, 2), None]
        ys += [round(mark.y + shift + half, 2), round(mark.y + shift - half, 2), None]
    return xs, ys


def _slanted(box: Box, step: float) -> str:
    parts, x = [], box.x0 + step / 2
    while x < box.x1 - step / 2:
        top = min(x + box.height, box.x1)
        parts.append(f"M{x:.2f},{box.y1:.2f} L{top:.2f},{box.y1 - (top - x):.2f}")
        x += step
    return " ".join(parts) or f"M{box.x0:.2f},{box.y1:.2f} Z"


def _path(path: str, fill: str) -> Part:
    return {
        "type": "path",
        "layer": "below",
        "path": path,
        "fillcolor": fill,
        "line": {"width": 0},
    }
