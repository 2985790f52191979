"""The axis of time on the sheet: names of years and months, lines between them, today."""

from collections.abc import Sequence

from timeline.figures.axis import Tick, tiers
from timeline.figures.entries import day_number
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor, Box, Rule


def draw_names(sheet: Sheet, pen: Pen, y: float, *, above: bool) -> float:
    """The names of the units from ``y`` on, the finer ones next to the lanes; gives the height."""
    sizes = pen.frame.sizes
    fine, coarse = tiers(pen.scale, sizes.axis)
    high, start = 1.55 * sizes.axis, y
    if above and _today_x(pen) is not None:
        y += 1.3 * sizes.small
    if above and coarse:
        _names(sheet, pen, coarse, y + high / 2, coarse=True)
        y += 0.88 * high
    _names(sheet, pen, fine, y + high / 2, coarse=not coarse)
    y += high
    if not above and coarse:
        _names(sheet, pen, coarse, y + 0.38 * high, coarse=True)
        y += 0.88 * high
    return y - start


def _names(sheet: Sheet, pen: Pen, ticks: Sequence[Tick], y: float, *, coarse: bool) -> None:
    size = pen.frame.sizes.axis * (1 if coarse else 0.92)
    role = "axis_major" if coarse else "axis"
    color = pen.colors.ink if coarse else pen.colors.muted
    for tick in ticks:
        sheet.write((tick.x0 + tick.x1) / 2, y, tick.label, size, role, color, anchor=Anchor.MIDDLE)


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
    for y in (plot.y0, plot.y1):
        sheet.rules.append(Rule(0, y, pen.frame.width, y, pen.colors.line, pen.unit))


def _line(pen: Pen, x: float, plot: Box, color: str, width: float) -> Rule:
    return Rule(x, plot.y0, x, plot.y1, color, width * pen.unit)


def draw_today(sheet: Sheet, pen: Pen, plot: Box) -> None:
    """Today's line and name, where today lies in the picture."""
    x = _today_x(pen)
    if x is None:
        return
    sizes, color = pen.frame.sizes, pen.colors.today
    _, coarse = tiers(pen.scale, sizes.axis)
    top = plot.y0 - 1.55 * sizes.axis * (1.88 if coarse else 1)
    sheet.rules.append(Rule(x, plot.y0, x, plot.y1, color, 1.2 * pen.unit))
    sheet.write(
        x, top - 0.6 * sizes.small, "Today", sizes.small, "today", color,
        anchor=Anchor.MIDDLE, bold=True,
    )  # fmt: skip


def _today_x(pen: Pen) -> float | None:
    today = pen.frame.today
    if today is None or not pen.scale.start <= day_number(today) < pen.scale.end:
        return None
    return pen.scale.x(day_number(today) + 0.5)
