"""What stands below the lanes: the key to numbers, notes, source, the data's date, the tag."""

from bisect import bisect_left
from collections.abc import Sequence

import pandas as pd

from timeline.figures import font
from timeline.figures.counts import sentences
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor
from timeline.figures.wrap import wrap
from timeline.language import gettext, ngettext, pgettext

_LINES = 4  # of notes, and of sources


def source_line(events: pd.DataFrame) -> str:
    """Who it comes from: "Bloomberg (via 3 outlets); Financial Times; 2 more"."""
    return _listed(origins(events), 4)


def origins(events: pd.DataFrame) -> tuple[str, ...]:
    """Whose reports they rest on: "Bloomberg (via 3 outlets)", by how many events rest on them.

    An outlet that is itself the origin is no "via".
    """
    if "origin" not in events or "outlets" not in events:
        return ()
    count: dict[str, int] = {}
    via: dict[str, set[str]] = {}
    pairs = zip(events["origin"].tolist(), events["outlets"].tolist(), strict=True)
    for origins, outlets in pairs:
        for origin in _split(origins):
            count[origin] = count.get(origin, 0) + 1
            via.setdefault(origin, set()).update(set(_split(outlets)) - {origin})
    order = sorted(count, key=lambda origin: (-count[origin], origin))
    return tuple(origin + _via(len(via[origin])) for origin in order)


def _listed(names: Sequence[str], most: int) -> str:
    """The first of them, and how many more there are."""
    parts, more = list(names[:most]), len(names[most:])
    parts += [ngettext("{n} more", "{n} more", more)] if more else []
    return pgettext("between filters", "; ").join(parts)


def _split(names: object) -> list[str]:
    return [name.strip() for name in str(names).split(";") if name.strip()]


def _via(outlets: int) -> str:
    return ngettext(" (via {n} outlet)", " (via {n} outlets)", outlets) if outlets else ""


def footer(
    sheet: Sheet,
    pen: Pen,
    source: tuple[str, ...],
    notes: Sequence[str],
    numbered: Sequence[str],
    y: float,
) -> float:
    """All that stands below the lanes, from ``y`` on; gives where it ends."""
    if pen.frame.key:
        y = _key(sheet, pen, numbered, y)
    head = gettext("Notes:") if len(notes) > 1 else gettext("Note:")
    y = _labelled(sheet, pen, head, sentences(*notes), y)
    y = _labelled(sheet, pen, gettext("Source:"), _credit(pen, source), y)
    return _last_line(sheet, pen, y)


def _credit(pen: Pen, source: tuple[str, ...]) -> str:
    """As many of them as there is room for, none of them cut."""

    def is_cut(most: int) -> bool:
        return _wrapped(pen, _head(gettext("Source:")), _listed(source, most))[-1].endswith("…")

    if not source or not is_cut(len(source)):
        return _listed(source, len(source))
    whole = bisect_left(range(1, len(source)), True, key=is_cut)
    return _listed(source, max(whole, 1))


def _head(word: str) -> str:
    return word if word.endswith("：") else f"{word} "


def _wrapped(pen: Pen, head: str, text: str) -> tuple[str, ...]:
    """The lines of a paragraph that begins with a bold word."""
    size = pen.frame.sizes.small
    more = font.width(head, size, bold=True) - font.width(head, size)
    return wrap(head + text, size, pen.frame.width - 2 * pen.margin - more, _LINES).lines


def _labelled(sheet: Sheet, pen: Pen, word: str, text: str, y: float) -> float:
    """A paragraph that begins with a bold word."""
    if not text:
        return y
    size, margin, color = pen.frame.sizes.small, pen.margin, pen.colors.muted
    head = _head(word)
    for index, line in enumerate(_wrapped(pen, head, text)):
        first = index == 0
        body = line.removeprefix(word).lstrip() if first else line
        if first:
            sheet.write(margin, y + size * 0.65, word, size, "note", color, bold=True)
        x = margin + (font.width(head, size, bold=True) if first else 0)
        sheet.write(x, y + size * 0.65, body, size, "note", color)
        y += size * 1.36
    return y + 2 * pen.unit


def _last_line(sheet: Sheet, pen: Pen, y: float) -> float:
    frame, size, margin = pen.frame, pen.frame.sizes.small, pen.margin
    if not frame.data_date and not frame.tag:
        return y
    middle = y + size * 0.65
    if frame.data_date:
        words = gettext("Data as of {date}", date=frame.data_date)
        sheet.write(margin, middle, words, size, "note", pen.colors.muted)
    sheet.write(
        frame.width - margin, middle, frame.tag, size, "tag", pen.colors.muted,
        anchor=Anchor.END, bold=True,
    )  # fmt: skip
    return y + size * 1.36


def _key(sheet: Sheet, pen: Pen, numbered: Sequence[str], y: float) -> float:
    """What the numbers stand for, in columns read downwards."""
    if not numbered:
        return y
    size, margin = pen.frame.sizes.small, pen.margin
    room = pen.frame.width - 2 * margin
    columns = max(1, min(3, int(room // (300 * pen.unit))))
    wide, gap = room / columns, 18 * pen.unit
    each = -(-len(numbered) // columns)
    for index, title in enumerate(numbered):
        column, row = divmod(index, each)
        x, middle = margin + column * wide, y + (row + 0.5) * size * 1.36
        indent = font.width("00", size, bold=True) + 6 * pen.unit
        line = wrap(title, size, wide - indent - gap, 1).lines[0]
        sheet.write(x, middle, str(index + 1), size, "key", pen.colors.ink, bold=True)
        sheet.write(x + indent, middle, line, size, "key", pen.colors.ink)
    return y + each * size * 1.36 + 8 * pen.unit
