"""Where all the events of a picture went: numbers at marks, the tally, and what notes say of it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.figures.bands import Filled
from timeline.figures.entries import Entry
from timeline.figures.frame import Frame
from timeline.figures.pack import Side
from timeline.figures.scene import Tally


def numbered(filled: Sequence[Filled]) -> tuple[Entry, ...]:
    """The entries whose mark has no label, lane by lane in the order of time."""
    found = []
    for lane in filled:
        bare = [p.index for p in lane.packed.placed if p.option.side is Side.BARE]
        found += [lane.lane.entries[index] for index in sorted(bare)]
    return tuple(found)


def tally(before: Tally, filled: Sequence[Filled]) -> Tally:
    """The tally with all that is drawn."""
    bare = len(numbered(filled))
    placed = sum(len(lane.packed.placed) for lane in filled)
    rest = sum(len(lane.packed.rest) for lane in filled)
    return replace(before, labelled=placed - bare, numbered=bare, counted=rest)


def notes(found: Tally, frame: Frame, dense: bool) -> tuple[str, ...]:
    """What a reader has to know of what is not drawn, or not named."""
    drawn = found.drawn
    parts = (
        frame.note,
        f"The {drawn} most important of {drawn + found.left_out} events, by independent reports; "
        f"{found.left_out} more in the table."
        if found.left_out
        else "",
        f"{found.labelled} of {drawn} events are named; the others are stacked below." * dense,
        f"A number stands for an event named {'below' if frame.key else 'in the table'}."
        if found.numbered
        else "",
        f"+ {_plural(found.undated)} without a date, in the table." if found.undated else "",
        f"{_plural(found.outside)} outside these dates." if found.outside else "",
    )
    return tuple(part for part in parts if part)


def _plural(count: int) -> str:
    return f"{count} event{'' if count == 1 else 's'}"
