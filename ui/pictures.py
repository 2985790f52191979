"""Pictures of a view for a brief: SVG, PNG, and PDF where a Chrome is."""

from collections.abc import Mapping
from dataclasses import replace

from timeline import exports, figures
from timeline.figures import Theme
from timeline.tables import Tables
from ui import choices, summary, words
from ui.choices import Choice

KINDS: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
USUAL = "a4"
PRESETS: Mapping[str, str] = {
    "a4": "A4 column, 160 mm",
    "slide": "Slide, 1920 × 1080",
    "card": "Social card, 1200 × 630",
}


def missing(kind: str) -> str:
    """Why there is no picture of this kind; empty where there is one."""
    return (figures.pdf_available() or "") if kind == "pdf" else ""


def draw(shown: Tables, chosen: Choice, kind: str, preset: str, theme: str) -> bytes:
    """The picture of these tables; title, source and the data's date are in it."""
    day = exports.data_date(shown)
    frame = figures.presets.frame(
        preset,
        theme=Theme(theme),
        title=summary.story(),
        subtitle=_subtitle(shown, chosen),
        source=None,
        data_date=words.when(day) if day else "",
        lanes_by=choices.LANES[chosen.lanes],
    )
    frame = replace(frame, start=chosen.filters.start, end=chosen.filters.end)
    scene = figures.place(shown["events"], frame)
    if kind == "pdf":
        return figures.pdf(scene)
    drawn = figures.render(scene)
    return figures.png(drawn) if kind == "png" else drawn.encode()


def _subtitle(shown: Tables, chosen: Choice) -> str:
    told = summary.finding(shown).removesuffix(".")
    return f"{told}; {choices.told(chosen)}" if chosen.narrows else told
