"""Frames for the places where pictures go; each is laid out anew, none is scaled.

To add one: an entry in ``PRESETS``, with letter sizes for how large it is seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.figures.frame import Frame, Sizes, Theme
from timeline.language import spoken

_POINT = 300 / 72  # pixels of a printer's point at 300 dpi


@dataclass(frozen=True, slots=True)
class Preset:
    """A kind of picture: its name for readers, and the frame without words."""

    label: str
    frame: Frame


_PRINT = Sizes(
    title=12 * _POINT,
    subtitle=9.5 * _POINT,
    label=8.5 * _POINT,
    lane=8.5 * _POINT,
    axis=8.5 * _POINT,
    small=7.5 * _POINT,
    pitch=1.6,
)

PRESETS: Mapping[str, Preset] = {
    "a4": Preset(
        "A4 column, 160 mm at 300 dpi",
        Frame(width=1890, max_height=2835, sizes=_PRINT, rows=40, dpi=300),
    ),
    "letter": Preset(
        "Letter column, 6.5 in at 300 dpi",
        Frame(width=1950, max_height=2550, sizes=_PRINT, rows=40, dpi=300),
    ),
    "slide": Preset(
        "Slide, 1920 × 1080",
        Frame(
            width=1920, height=1080, rows=40, max_lanes=7,
            sizes=Sizes(title=44, subtitle=26, label=21.5, lane=21.5, axis=20, small=18, pitch=1.6),
        ),
    ),
    "card": Preset(
        "Card for social media, 1200 × 630",
        Frame(
            width=1200, height=630, rows=20, max_lanes=5,
            sizes=Sizes(
                title=34, subtitle=20, label=18.5, lane=18.5, axis=17, small=15, pitch=1.55
            ),
        ),
    ),
    "wide": Preset("Web page, 1440 wide", Frame(width=1440, rows=16)),
    "phone": Preset("Phone, 390 wide", Frame(width=390, rows=16)),
}  # fmt: skip


def frame(
    name: str,
    *,
    title: str,
    subtitle: str = "",
    source: tuple[str, ...] | None = None,
    note: str = "",
    data_date: str = "",
    theme: Theme = Theme.LIGHT,
    lanes_by: str = "lane",
    tag: str = "Policy Timeline",
) -> Frame:
    """The preset's frame with its words; KeyError names no preset."""
    return replace(
        PRESETS[name].frame,
        title=title,
        subtitle=subtitle,
        source=source,
        note=note,
        data_date=data_date,
        tag=tag,
        theme=theme,
        lanes_by=lanes_by,
        language=spoken(),
    )
