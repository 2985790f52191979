"""The axis of time on the sheet: names of years and months, lines between them, today."""

from collections.abc import Sequence

from timeline.figures import font
from timeline.figures.axis import Tick, tiers
from timeline.figures.entries import day_number
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor, Box, Rule

_FINE = 0.92  # of the axis' letter size: the finer of two tiers
_TODAY = "Today"


def draw_names(sheet: Sheet, pen: Pen, y: float, *, above: bool) -> float:
    """The names of the units from ``y`` on, the finer ones next to the lanes; gives the height.

    Above the lanes "Today" stands among the finer names, or over them where they are years.
    """
    fine, coarse = tiers(pen.scale, pen.frame.sizes.axis)
    high, start = 1.55 * pen.frame.sizes.axis, y
    today = _today(pen) if above else None
    if above and coarse:
        _names(sheet, pen, coarse, y + high / 2, coarse=True)
        y += 0.88 * high
    if today and not coarse:
        _write_today(sheet, pen, today, y + high * 0.4)
        y += 0.8 * high
    if today and coarse:
        _write_today(sheet, pen, today, y + high / 2)
        fine = tuple(tick for tick in fine if not _touches(tick, today, pen))
    _names(sheet, pen, fine, y + high / 2, coarse=not coarse)
    y += high
    if not above and coarse:
        _names(sheet, pen, coarse, y + 0.38 * high, coarse=True)
        y += 0.88 * high
    return y - start


def _names(sheet: Sheet, pen: Pen, ticks: Sequence[Tick], y: float, *, coarse: bool) -> None:
    size = pen.frame.sizes.axis * (1 if coarse else _FINE)
    role = "axis_major" if coarse else "axis"
    color = pen.colors.ink if coarse else pen.colors.muted
    for tick in ticks:
        middle = (tick.x0 + tick.x1) / 2
        sheet.write(middle, y, tick.label, size, role, color, anchor=Anchor.MIDDLE)


def _write_today(sheet: Sheet, pen: Pen, x: float, y: float) -> None:
    size = pen.frame.sizes.small
    half = font.width(_TODAY, size, bold=True) / 2
    x = min(x, pen.frame.width - half - 4 * pen.unit)
    sheet.write(x, y, _TODAY, size, "today", pen.colors.today, anchor=Anchor.MIDDLE, bold=True)


def _touches(tick: Tick, today: float, pen: Pen) -> bool:
    sizes = pen.frame.sizes
    half = font.width(tick.label, sizes.axis * _FINE) / 2
    half += font.width(_TODAY, sizes.small, bold=True) / 2 + 5 * pen.unit
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
    """Today's line, where today lies in the picture."""
    x = _today(pen)
    if x is not None:
        sheet.rules.append(Rule(x, plot.y0, x, plot.y1, pen.colors.today, 1.2 * pen.unit))


def _today(pen: Pen) -> float | None:
    today = pen.frame.today
    if today is None or not pen.scale.start <= day_number(today) < pen.scale.end:
        return None
    return pen.scale.x(day_number(today) + 0.5)
