"""What is drawn with: the frame's sizes and colours, the scale of time, and the sheet drawn on."""

from dataclasses import dataclass, field

from timeline.figures import look
from timeline.figures.axis import Scale
from timeline.figures.frame import Frame
from timeline.figures.look import Palette
from timeline.figures.scene import (
    Anchor,
    Band,
    Bar,
    Box,
    Cell,
    Label,
    Mark,
    Pill,
    Rule,
    Text,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pen:
    """A frame with what follows from it; ``left`` and ``right`` are the limits of labels."""

    frame: Frame
    scale: Scale
    left: float
    right: float
    colors: Palette

    @property
    def unit(self) -> float:
        return self.frame.sizes.unit

    @property
    def margin(self) -> float:
        """The free edge left and right."""
        return (12 if self.frame.is_narrow else 18) * self.unit

    @property
    def half(self) -> float:
        """Half a mark's width."""
        return 6.2 * self.unit

    @property
    def row(self) -> float:
        """The height of a row with one line of label."""
        pitch = min(self.frame.sizes.pitch, 1.66 if self.frame.is_narrow else 9)
        return pitch * self.frame.sizes.label

    @property
    def line(self) -> float:
        """What a further line of label adds."""
        return 1.2 * self.frame.sizes.label

    def color(self, family: str) -> str:
        return look.family_color(family, self.frame.theme)


@dataclass
class Sheet:
    """What has been drawn so far, to become a Scene."""

    bands: list[Band] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        role: str,
        color: str,
        *,
        anchor: Anchor = Anchor.START,
        bold: bool = False,
        event_id: str = "",
        halo: str = "",
    ) -> None:
        """One line of text, if there is any."""
        if text:
            self.texts.append(Text(x, y, text, size, role, color, anchor, bold, event_id, halo))

    def pill(
        self,
        box: Box,
        text: str,
        size: float,
        role: str,
        colors: Palette,
        *,
        event_ids: tuple[str, ...] = (),
        hover: str = "",
        opens: str = "",
    ) -> None:
        """A rounded box with a text in its middle."""
        self.pills.append(Pill(box, colors.pill, event_ids, hover, opens=opens))
        middle = (box.x0 + box.x1) / 2
        self.write(
            middle, (box.y0 + box.y1) / 2, text, size, role, colors.pill_ink,
            anchor=Anchor.MIDDLE, bold=True, event_id=opens or "".join(event_ids[:1]),
        )  # fmt: skip
