"""The axis of time on the sheet: names of years and months, lines between them, today."""

from collections.abc import Iterator, Sequence

from timeline.figures import font, windows
from timeline.figures.axis import Tick, tiers
from timeline.figures.entries import day_number
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor, Box, Pill, Rule
from timeline.figures.windows import Earlier
from timeline.language import gettext, ngettext

_FINE = 0.92  # of the axis' letter size: the finer of two tiers
_STUB = 6  # units: shorter pieces of today's line would look like dirt
_PART = 0.6  # of the days that are drawn: a unit that is less can be shown alone


def draw_above(sheet: Sheet, pen: Pen, earlier: Earlier | None, y: float) -> float:
    """The names of the units from ``y`` on, the finer ones next to the lanes; gives the height.

    "Today" stands among the finer names, or over them where they are years; what lies before the
    story stands left of them, where a narrow picture has no room for it over them.
    """
    fine, coarse = tiers(pen.scale, pen.frame.sizes.axis)
    high, start = _high(pen), y
    today, narrow = _today(pen), pen.frame.is_narrow
    if coarse:
        _names(sheet, pen, coarse, y + high / 2, coarse=True)
        y += 0.88 * high
    if (today and not coarse) or (earlier and narrow):
        if today and not coarse:
            _write_today(sheet, pen, today, y + high * 0.4)
        if earlier and narrow:
            _write_earlier(sheet, pen, earlier, y + high * 0.4)
        y += high * (1 if earlier and narrow else 0.8)
    if today and coarse:
        _write_today(sheet, pen, today, y + high / 2)
        fine = tuple(tick for tick in fine if not _touches(tick, today, pen))
    if earlier and not narrow:
        _write_earlier(sheet, pen, earlier, y + high / 2)
    _names(sheet, pen, fine, y + high / 2, coarse=not coarse)
    return y + high - start


def draw_below(sheet: Sheet, pen: Pen, y: float) -> float:
    """The same names below the lanes, the finer ones first; gives the height."""
    fine, coarse = tiers(pen.scale, pen.frame.sizes.axis)
    high = _high(pen)
    _names(sheet, pen, fine, y + high / 2, coarse=not coarse)
    if not coarse:
        return high
    _names(sheet, pen, coarse, y + 1.38 * high, coarse=True)
    return 1.88 * high


def _high(pen: Pen) -> float:
    return 1.55 * pen.frame.sizes.axis


def _names(sheet: Sheet, pen: Pen, ticks: Sequence[Tick], y: float, *, coarse: bool) -> None:
    size = pen.frame.sizes.axis * (1 if coarse else _FINE)
    role = "axis_major" if coarse else "axis"
    color = pen.colors.ink if coarse else pen.colors.muted
    for tick in ticks:
        middle = (tick.x0 + tick.x1) / 2
        opens = _leads(sheet, pen, tick, y) if coarse and tick.label else ""
        sheet.write(middle, y, tick.label, size, role, color, anchor=Anchor.MIDDLE, event_id=opens)


def _leads(sheet: Sheet, pen: Pen, tick: Tick, y: float) -> str:
    """The window of a year or a month, where it is a good deal less than what is drawn."""
    if tick.stop - tick.first > _PART * pen.scale.length:
        return ""
    opens = windows.told(tick.first, tick.stop)
    high = 0.62 * pen.frame.sizes.axis
    box = Box(tick.x0 + pen.unit, y - high, tick.x1 - pen.unit, y + high)
    told = gettext("Show {dates} alone", dates=windows.name(tick.first, tick.stop))
    sheet.pills.append(Pill(box, pen.colors.paper, (), told, opens=opens))
    return opens


def _write_earlier(sheet: Sheet, pen: Pen, earlier: Earlier, y: float) -> None:
    """What leads to the events before the story: "← 3 earlier", before the axis or above it."""
    size, unit = pen.frame.sizes.small, pen.unit
    words = gettext("← {number:,} earlier", number=earlier.count)
    wide = font.width(words, size, bold=True) + 14 * unit
    x = pen.margin if pen.frame.is_narrow else max(pen.scale.x0 - 4 * unit - wide, pen.margin / 2)
    box = Box(x, y - 9 * unit, x + wide, y + 9 * unit)
    told = windows.name(earlier.first, earlier.begins)
    hover = ngettext(
        "{n:,} earlier event, {dates}", "{n:,} earlier events, {dates}", earlier.count, dates=told
    )
    sheet.pill(
        box, words, size, "earlier", pen.colors, opens=earlier.opens,
        hover=hover,
    )  # fmt: skip


def _write_today(sheet: Sheet, pen: Pen, x: float, y: float) -> None:
    size = pen.frame.sizes.small
    half = font.width(gettext("Today"), size, bold=True) / 2
    x = min(x, pen.frame.width - half - 4 * pen.unit)
    sheet.write(
        x, y, gettext("Today"), size, "today", pen.colors.today, anchor=Anchor.MIDDLE, bold=True
    )


def _touches(tick: Tick, today: float, pen: Pen) -> bool:
    sizes = pen.frame.sizes
    half = font.width(tick.label, sizes.axis * _FINE) / 2
    half += font.width(gettext("Today"), sizes.small, bold=True) / 2 + 5 * pen.unit
    return abs((tick.x0 + tick.x1) / 2 - today) < half


def draw_lines(sheet: Sheet, pen: Pen, plot: Box) -> None:
    """The lines between the units, stronger between the coarse ones, and those round the lanes."""
    fine, coarse = tiers(pen.scale, pen.frame.sizes.axis)
    strong = {round(tick.x0, 2) for tick in coarse}
    for tick in fine:
        if tick.starts_inside and round(tick.x0, 2) not in strong:
            sheet.rules.append(_line(pen, tick.x0, plot, pen.colors.grid, 0.8))
    for tick in coarse:
        if tick.starts_inside:
            sheet.rules.append(_line(pen, tick.x0, plot, pen.colors.line, 1.2))
    _break(sheet, pen, plot)
    for y in (plot.y0, plot.y1):
        sheet.rules.append(Rule(0, y, pen.frame.width, y, pen.colors.line, pen.unit))


def _line(pen: Pen, x: float, plot: Box, color: str, width: float) -> Rule:
    return Rule(x, plot.y0, x, plot.y1, color, width * pen.unit)


def _break(sheet: Sheet, pen: Pen, plot: Box) -> None:
    """Two slanted strokes at either end of dashed lines, where the axis leaves years out."""
    gap, unit = pen.scale.gap, pen.unit
    if gap is None:
        return
    color = pen.colors.muted
    for day in gap:
        x = pen.scale.x(day)
        sheet.rules.append(Rule(x, plot.y0, x, plot.y1, color, unit, dash=4 * unit))
    middle = (pen.scale.x(gap[0]) + pen.scale.x(gap[1])) / 2
    for y in (plot.y0, plot.y1):
        for shift in (-3 * unit, 3 * unit):
            x = middle + shift
            sheet.rules.append(
                Rule(x - 3 * unit, y + 7 * unit, x + 3 * unit, y - 7 * unit, color, 1.4 * unit)
            )


def draw_today(sheet: Sheet, pen: Pen, plot: Box) -> None:
    """Today's line, where today lies in the picture; it stops for the words in its way."""
    x = _today(pen)
    if x is None:
        return
    y, width, air = plot.y0, 1.2 * pen.unit, 2 * pen.unit
    below = Box(x, plot.y1 + air, x, plot.y1 + air)
    crossing = sorted(_crossing(sheet, x, 3 * pen.unit), key=lambda box: box.y0)
    for box in (*crossing, below):
        if box.y0 - air - y > _STUB * pen.unit:
            sheet.rules.append(Rule(x, y, x, box.y0 - air, pen.colors.today, width))
        y = max(y, box.y1 + air)


def _crossing(sheet: Sheet, x: float, air: float) -> Iterator[Box]:
    """The labels and pills that the line at ``x`` would cross."""
    for box in (*(one.box for one in sheet.labels), *(one.box for one in sheet.pills)):
        if box.x0 - air < x < box.x1 + air:
            yield box


def _today(pen: Pen) -> float | None:
    today = pen.frame.today
    if today is None or not pen.scale.start <= day_number(today) < pen.scale.end:
        return None
    return pen.scale.x(day_number(today) + 0.5)
