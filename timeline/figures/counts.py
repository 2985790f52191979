"""Where all the events of a picture went: numbers at marks, the tally, and what notes say of it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.figures.bands import Filled
from timeline.figures.entries import MONTHS, Entry, to_date
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
    rest = sum(lane.lane.count - len(lane.packed.placed) for lane in filled)
    return replace(before, labelled=placed - bare, numbered=bare, counted=rest)


def notes(found: Tally, frame: Frame, dense: bool) -> tuple[str, ...]:
    """What a reader has to know of what is not drawn, or not named.

    A picture with a tag stands alone; else a table stands beside it, and is pointed to.
    """
    drawn, where = found.drawn, "" if frame.tag else ", in the table"
    parts = (
        frame.note,
        f"Shown are the {drawn} most important of {drawn + found.left_out} events, by independent "
        f"reports, status and type{where and '; all are in the table'}."
        if found.left_out
        else "",
        f"{found.labelled} of {drawn} events are named; the others are stacked below them." * dense,
        f"A number stands for an event named {'below' if frame.key else 'in the table'}."
        if found.numbered
        else "",
        _not_drawn(found.undated, "undated event", where),
        _not_drawn(found.earlier, f"event before {_month(frame)}", where),
        _not_drawn(found.outside - found.earlier, "event outside these dates", where),
    )
    return tuple(part for part in parts if part)


def _month(frame: Frame) -> str:
    """The month with which the picture begins: "Jul 2022"."""
    return f"{MONTHS[frame.start.month - 1]} {frame.start.year}" if frame.start else ""


def gap_note(gap: tuple[int, int] | None) -> tuple[str, ...]:
    """Which years the axis draws short, where it does."""
    if gap is None:
        return ()
    first, last = to_date(gap[0]).year, to_date(gap[1] - 1).year
    return (f"The axis is broken: nothing is dated {first} to {last}.",)


def _not_drawn(count: int, what: str, where: str) -> str:
    if not count:
        return ""
    words = what if count == 1 else what.replace("event", "events", 1)
    return f"+ {count} {words}{where or ', not drawn'}."
