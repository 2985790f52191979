"""What stands below the lanes: the key to numbers, notes, source, the data's date, the tag."""

from collections.abc import Sequence

import pandas as pd

from timeline.figures import font
from timeline.figures.counts import sentences
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor
from timeline.figures.wrap import wrap
from timeline.language import gettext, ngettext, pgettext


def source_line(events: pd.DataFrame, most: int = 4) -> str:
    """Who it comes from: "Bloomberg (via 3 outlets); Financial Times (via 2 outlets)".

    Origins by how many events rest on them; an outlet that is itself the origin is no "via".
    """
    if "origin" not in events or "outlets" not in events:
        return ""
    count: dict[str, int] = {}
    via: dict[str, set[str]] = {}
    pairs = zip(events["origin"].tolist(), events["outlets"].tolist(), strict=True)
    for origins, outlets in pairs:
        for origin in _split(origins):
            count[origin] = count.get(origin, 0) + 1
            via.setdefault(origin, set()).update(set(_split(outlets)) - {origin})
    order = sorted(count, key=lambda origin: (-count[origin], origin))
    parts = [origin + _via(len(via[origin])) for origin in order[:most]]
    if len(order) > most:
        more = len(order) - most
        parts.append(ngettext("{n} more", "{n} more", more))
    return pgettext("between filters", "; ").join(parts)


def _split(names: object) -> list[str]:
    return [name.strip() for name in str(names).split(";") if name.strip()]


def _via(outlets: int) -> str:
    return ngettext(" (via {n} outlet)", " (via {n} outlets)", outlets) if outlets else ""


def footer(
    sheet: Sheet, pen: Pen, source: str, notes: Sequence[str], numbered: Sequence[str], y: float
) -> float:
    """All that stands below the lanes, from ``y`` on; gives where it ends."""
    if pen.frame.key:
        y = _key(sheet, pen, numbered, y)
    head = gettext("Notes:") if len(notes) > 1 else gettext("Note:")
    y = _labelled(sheet, pen, head, sentences(*notes), y)
    y = _labelled(sheet, pen, gettext("Source:"), source, y)
    return _last_line(sheet, pen, y)


def _labelled(sheet: Sheet, pen: Pen, head: str, text: str, y: float) -> float:
    """A paragraph that begins with a bold word."""
    if not text:
        return y
    size, margin, color = pen.frame.sizes.small, pen.margin, pen.colors.muted
    head_end = "" if head.endswith("：") else " "
    bold_width = font.width(head + head_end, size, bold=True)
    room = pen.frame.width - 2 * margin
    more = bold_width - font.width(head + head_end, size)
    lines = wrap(f"{head}{head_end}{text}", size, room - more, 4).lines
    for index, line in enumerate(lines):
        first = index == 0
        body = line.removeprefix(head).lstrip() if first else line
        if first:
            sheet.write(margin, y + size * 0.65, head, size, "note", color, bold=True)
        x = margin + (bold_width if first else 0)
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
