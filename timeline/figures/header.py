"""What stands above the lanes: title, subtitle and legend."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.figures import font, look
from timeline.figures.entries import Entry, Extent
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Bar, Box, Mark, Pill, Shape
from timeline.figures.wrap import wrap
from timeline.language import gettext


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the legend: ``kind`` is family, shape, within, solid or reports."""

    kind: str
    value: str
    label: str


def heading(sheet: Sheet, pen: Pen, y: float) -> float:
    """Title and subtitle from ``y`` on; gives where they end."""
    frame, colors, margin = pen.frame, pen.colors, pen.margin
    room = frame.width - 2 * margin
    rows = (
        (frame.title, frame.sizes.title, "title", colors.ink, True, 2),
        (frame.subtitle, frame.sizes.subtitle, "subtitle", colors.muted, False, 2),
    )
    for text, size, role, color, bold, most in rows:
        if not text.strip():
            continue
        for line in wrap(text, size, room, most, bold=bold).lines:
            sheet.write(margin, y + size * 0.6, line, size, role, color, bold=bold)
            y += size * 1.22
        y += 5 * pen.unit
    return y


def signs(entries: tuple[Entry, ...]) -> Iterator[Sign]:
    """What the legend has to explain: only what is in use."""
    used = {entry.family for entry in entries}
    known = [family for family in look.families() if family in used]
    for family in [*known, *sorted(used - set(known))]:
        yield Sign("family", family, look.family_label(family))
    shapes = {look.shape(entry.status) for entry in entries}
    for shape in Shape:
        if shape in shapes:
            yield Sign("shape", shape, look.shape_label(shape))
    extents = {entry.extent for entry in entries}
    if extents & {Extent.WITHIN, Extent.BEFORE, Extent.SINCE}:
        yield Sign("within", "", gettext("Date uncertain"))
    if Extent.SOLID in extents:
        yield Sign("solid", "", gettext("Whole period"))
    if any(entry.reports > 1 for entry in entries):
        yield Sign("reports", "2", gettext("Independent reports"))
    if any(entry.official for entry in entries):
        yield Sign("reports", "§", gettext("Official document"))


def legend(sheet: Sheet, pen: Pen, entries: tuple[Entry, ...], y: float) -> float:
    """The legend from ``y`` on, in as many lines as it needs; gives where it ends."""
    unit, margin, size = pen.unit, pen.margin, pen.frame.sizes.small
    x, line = margin, 22 * unit
    found = tuple(signs(entries))
    for sign in found:
        icon = (24 if sign.kind in ("within", "solid") else 13) * unit
        wide = icon + 7 * unit + font.width(sign.label, size)
        if x > margin and x + wide > pen.frame.width - margin:
            x, y = margin, y + line
        _icon(sheet, pen, sign, x, y + line / 2, icon)
        sheet.write(x + icon + 6 * unit, y + line / 2, sign.label, size, "legend", pen.colors.muted)
        x += wide + 17 * unit
    return y + line if found else y


def _icon(sheet: Sheet, pen: Pen, sign: Sign, x: float, y: float, wide: float) -> None:
    unit, color = pen.unit, pen.colors.muted
    if sign.kind == "family":
        half = 5.5 * unit
        middle = x + wide / 2
        box = Box(middle - half, y - half, middle + half, y + half)
        sheet.pills.append(Pill(box, pen.color(sign.value), (), radius=2.5 * unit))
    elif sign.kind == "shape":
        sheet.marks.append(
            Mark("", x + wide / 2, y, pen.half * 1.75, Shape(sign.value), color,
                 pen.colors.paper, ())
        )  # fmt: skip
    elif sign.kind == "reports":
        box = Box(x - 2 * unit, y - 7.5 * unit, x + wide + 1 * unit, y + 7.5 * unit)
        sheet.pill(box, sign.value, pen.frame.sizes.small * 0.92, "badge", pen.colors)
    else:
        half = (7 if sign.kind == "within" else 5.5) * unit
        box = Box(x, y - half, x + wide, y + half)
        sheet.bars.append(Bar("", box, color, "both" if sign.kind == "within" else ""))
