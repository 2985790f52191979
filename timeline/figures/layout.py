"""A table of events and a frame into a Scene: where everything stands, in pixels."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from timeline.figures import crowd, windows
from timeline.figures.bands import Stretch
from timeline.figures.compose import Story, compose
from timeline.figures.entries import Entry, Extent, day_number, read, to_date
from timeline.figures.footer import origins
from timeline.figures.frame import Frame, Theme
from timeline.figures.scene import Scene, Tally
from timeline.figures.windows import Earlier
from timeline.language import speaking

_MOST_TRIED = 160  # events that a picture of fixed height could ever hold


def place(events: pd.DataFrame, frame: Frame) -> Scene:
    """Lay the events out for the frame.

    Every event is drawn or counted: see ``Scene.tally``.  Pure: the same events and frame give
    the same scene, whatever the order of sets and the time of day.
    """
    frame = replace(frame, theme=Theme(frame.theme))
    with speaking(frame.language):
        if len(events) >= crowd.LEAST:
            return _crowded(crowd.gather(events, frame))
        return _few(events, frame)


def _crowded(found: crowd.Crowd) -> Scene:
    """The same for events by the thousand: the most important named, the others counted."""
    frame, number = found.frame, len(found.events)
    tally = Tally(
        given=found.given,
        undated=len(found.undated),
        outside=found.given - len(found.undated) - number,
        earlier=found.earlier.count if found.earlier else 0,
    )
    source = origins(found.events) if frame.source is None else frame.source
    limit = frame.height or frame.max_height
    if limit is None and number > max(frame.max_events, crowd.CANDIDATES):
        samples = found.samples()
        return compose(Story(samples, tally, found.undated, source, found, found.earlier), frame)
    leading = found.leading(number if limit is None else _MOST_TRIED)
    story = Story(leading, tally, found.undated, source, earlier=found.earlier)
    left_out = number - len(story.entries)
    story = replace(story, tally=replace(tally, left_out=left_out))
    return compose(story, frame) if limit is None else _fitted(story, frame, limit)


def _few(events: pd.DataFrame, frame: Frame) -> Scene:
    entries = read(events, frame.lanes_by)
    dated = [entry for entry in entries if entry.extent is not Extent.NONE]
    frame, earlier = _begun([entry for entry in dated if _is_inside(entry, frame)], frame)
    inside = tuple(entry for entry in dated if _is_inside(entry, frame))
    tally = Tally(
        given=len(entries),
        undated=len(entries) - len(dated),
        outside=len(dated) - len(inside),
        earlier=earlier.count if earlier else 0,
    )
    undated = tuple(entry.event_id for entry in entries if entry.extent is Extent.NONE)
    source = origins(events) if frame.source is None else frame.source
    story = Story(inside, tally, undated, source, earlier=earlier)
    limit = frame.height or frame.max_height
    return compose(story, frame) if limit is None else _fitted(story, frame, limit)


def _begun(entries: Sequence[Entry], frame: Frame) -> tuple[Frame, Earlier | None]:
    """The frame from where the story begins, unless it says itself from when on."""
    if frame.start is not None or not entries:
        return frame, None
    last = max(entry.end or entry.start or 0 for entry in entries)
    begins = windows.beginning(map(windows.opened, entries), last)
    if begins is None:
        return frame, None
    before = [entry for entry in entries if entry.end is not None and entry.end <= begins]
    first = min((windows.opened(entry) for entry in before), default=begins)
    earlier = Earlier(len(before), first, begins) if before else None
    return replace(frame, start=to_date(begins)), earlier


def _is_inside(entry: Entry, frame: Frame) -> bool:
    after = frame.start is None or entry.end is None or entry.end > day_number(frame.start)
    before = frame.end is None or entry.start is None or entry.start < day_number(frame.end)
    return after and before


def _fitted(story: Story, frame: Frame, limit: int) -> Scene:
    """The most important events that the height has room for, spread to fill it if it is exact."""
    order = sorted(story.entries, key=lambda entry: entry.precedence)
    low, high = 1, min(len(order), _MOST_TRIED)
    while low < high:
        middle = (low + high + 1) // 2
        scene = compose(_chosen(story, order, middle), frame)
        fits = scene.height <= limit and scene.tally.labelled == middle
        low, high = (middle, high) if fits else (low, middle - 1)
    story = _chosen(story, order, low)
    scene = compose(story, frame)
    if frame.height is None:
        return scene
    return replace(_stretched(story, frame, scene), height=frame.height)


def _chosen(story: Story, order: Sequence[Entry], count: int) -> Story:
    kept = {entry.event_id for entry in order[:count]}
    entries = tuple(entry for entry in story.entries if entry.event_id in kept)
    left_out = story.tally.left_out + len(story.entries) - len(entries)
    return replace(story, entries=entries, tally=replace(story.tally, left_out=left_out))


def _stretched(story: Story, frame: Frame, scene: Scene) -> Scene:
    """The same picture with the free height shared out among rows, then lanes."""
    spare = (frame.height or 0) - scene.height
    if spare <= 0 or not scene.bands:
        return scene
    rows = max(scene.rows, 1)
    each = min(spare / rows, 22 * frame.sizes.unit)
    lane = (spare - each * rows) / len(scene.bands)
    return compose(story, frame, Stretch(each, lane))
