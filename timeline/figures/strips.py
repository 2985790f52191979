"""A scene cut into strips, one below the other, so that a browser draws only those it shows.

``strips(scene, 300)`` cuts nothing in two but lanes and upright lines, which go on in the next.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.figures.scene import Band, Bar, Box, Cell, Rule, Scene

_ROOM = 1.0  # units between what stands in one strip and the cut
_LETTERS = 0.8  # of a letter's size: from the middle of a line of text to its edges


def strips(scene: Scene, high: float) -> tuple[Scene, ...]:
    """The scene in strips of about this height; together they hold all of it, once."""
    edges = [0.0, *_cuts(scene, high), float(scene.height)]
    return tuple(_strip(scene, y0, y1) for y0, y1 in itertools.pairwise(edges))


def _cuts(scene: Scene, high: float) -> Iterator[float]:
    """Where a cut meets nothing, each about ``high`` below the last, on whole pixels."""
    last, bottom = 0.0, 0.0
    for top, end in sorted(_spans(scene)):
        free = float(int(top))
        if bottom < free and free - last >= high and scene.height - free > high / 2:
            yield free
            last = free
        bottom = max(bottom, end)


def _spans(scene: Scene) -> Iterator[tuple[float, float]]:
    """From where to where each thing reaches that must not be cut."""
    for mark in scene.marks:
        yield mark.y - mark.size / 2 - _ROOM, mark.y + mark.size / 2 + _ROOM
    for text in scene.texts:
        yield text.y - _LETTERS * text.size, text.y + _LETTERS * text.size
    for box in _boxes(scene):
        yield box.y0 - _ROOM, box.y1 + _ROOM


def _boxes(scene: Scene) -> Iterator[Box]:
    things: Iterable[Bar | Cell] = (*scene.bars, *scene.cells)
    yield from (one.box for one in things)
    yield from (pill.box for pill in scene.pills)
    yield from (label.box for label in scene.labels)


def _strip(scene: Scene, y0: float, y1: float) -> Scene:
    def is_in(y: float) -> bool:
        return y0 <= y < y1

    def holds(box: Box) -> bool:
        return is_in((box.y0 + box.y1) / 2)

    return replace(
        scene,
        top=scene.top + y0,
        height=round(y1 - y0),
        alt="",
        bands=tuple(_part(one, y0, y1) for one in scene.bands if _meets(one.box, y0, y1)),
        rules=tuple(_clipped(scene.rules, y0, y1)),
        bars=tuple(one for one in scene.bars if holds(one.box)),
        cells=tuple(one for one in scene.cells if holds(one.box)),
        pills=tuple(one for one in scene.pills if holds(one.box)),
        marks=tuple(one for one in scene.marks if is_in(one.y)),
        labels=tuple(one for one in scene.labels if holds(one.box)),
        texts=tuple(one for one in scene.texts if is_in(one.y)),
    )


def _meets(box: Box, y0: float, y1: float) -> bool:
    return box.y0 < y1 and box.y1 > y0


def _part(band: Band, y0: float, y1: float) -> Band:
    return replace(band, box=replace(band.box, y0=max(band.box.y0, y0), y1=min(band.box.y1, y1)))


def _clipped(rules: Iterable[Rule], y0: float, y1: float) -> Iterator[Rule]:
    """Upright lines as far as they reach here; of the others those that touch the strip."""
    for rule in rules:
        low, high = sorted((rule.y0, rule.y1))
        if high + rule.width < y0 or low - rule.width > y1:
            continue
        upright = rule.x0 == rule.x1
        yield replace(rule, y0=max(low, y0), y1=min(high, y1)) if upright else rule
