"""Where all the events of a picture went: numbers at marks, the tally, and what notes say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.dates import written
from timeline.figures.bands import Filled
from timeline.figures.entries import Entry, to_date
from timeline.figures.frame import Frame
from timeline.figures.pack import Side
from timeline.figures.scene import Tally
from timeline.interval import Granularity
from timeline.language import gettext, mark_plural, ngettext

#: Beside a table, and alone.
_UNDATED = (
    mark_plural("+ {n} undated event, in the table.", "+ {n} undated events, in the table."),
    mark_plural("+ {n} undated event, not drawn.", "+ {n} undated events, not drawn."),
)
_EARLIER = (
    mark_plural(
        "+ {n} event before {month}, in the table.", "+ {n} events before {month}, in the table."
    ),
    mark_plural(
        "+ {n} event before {month}, not drawn.", "+ {n} events before {month}, not drawn."
    ),
)
_OUTSIDE = (
    mark_plural(
        "+ {n} event outside these dates, in the table.",
        "+ {n} events outside these dates, in the table.",
    ),
    mark_plural(
        "+ {n} event outside these dates, not drawn.",
        "+ {n} events outside these dates, not drawn.",
    ),
)


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
    return tuple(filter(None, (frame.note, *_told(found, frame, dense))))


def _told(found: Tally, frame: Frame, dense: bool) -> Iterator[str]:
    drawn = found.drawn
    if found.left_out:
        told = gettext(
            "Shown are the {drawn} most important of {all} events, by independent reports, status "
            "and type.",
            drawn=drawn,
            all=drawn + found.left_out,
        )
        yield told if frame.tag else sentences(told, gettext("All are in the table."))
    if dense:
        yield gettext(
            "{named} of {drawn} events are named; the others are stacked below them.",
            named=found.labelled,
            drawn=drawn,
        )
    if found.numbered and frame.key:
        yield gettext("A number stands for an event named below.")
    elif found.numbered:
        yield gettext("A number stands for an event named in the table.")
    for number, one in (
        (found.undated, _UNDATED),
        (found.earlier, _EARLIER),
        (found.outside - found.earlier, _OUTSIDE),
    ):
        if number:
            yield ngettext(*one[bool(frame.tag)], number, month=_month(frame))


def sentences(*parts: str) -> str:
    """Sentences behind each other; Chinese leaves no space behind a full stop."""
    return "".join(part if part.endswith("。") else f"{part} " for part in parts).rstrip()


def _month(frame: Frame) -> str:
    """The month with which the picture begins: "Jul 2022"."""
    if frame.start is None:
        return ""
    return written(frame.start, Granularity.MONTH)


def gap_note(gap: tuple[int, int] | None) -> tuple[str, ...]:
    """Which years the axis draws short, where it does."""
    if gap is None:
        return ()
    first, last = to_date(gap[0]).year, to_date(gap[1] - 1).year
    return (
        gettext("The axis is broken: nothing is dated {first} to {last}.", first=first, last=last),
    )
