"""Pictures' words, colours and letters."""

import re
from itertools import combinations, pairwise

import pytest

from tests.figures_sample import FAMILIES, event, story, table
from timeline import figures
from timeline.figures import Frame, Theme, look, presets
from timeline.figures.entries import Extent, read
from timeline.figures.footer import source_line
from timeline.figures.wrap import wrap
from timeline.lexicon import load


def test_the_text_alternative_counts_right() -> None:
    events = story()
    scene = figures.place(events, Frame(title="Who moved first?"))
    assert scene.alt.startswith("Who moved first? Timeline of 40 events, October 2022 to ")
    uncertain = sum(
        entry.extent not in (Extent.POINT, Extent.SOLID) for entry in read(events, "lane")
    )
    assert f"{uncertain} events have an uncertain date" in scene.alt
    for lane, count in events["lane"].value_counts().items():
        assert f"{lane} {count}" in scene.alt
    done = events["status"].isin(["enacted", "in_force", "occurred"]).sum()
    assert f"{done} done or in force" in scene.alt
    assert "without a date" in figures.place(table(event(), event(1, "")), Frame()).alt


def test_the_source_line_names_origins_and_counts_who_carries_them() -> None:
    rows = [
        event(0, origin="Bloomberg", outlets="TechNode; Benzinga; Mobile World Live"),
        event(1, origin="Bloomberg", outlets="Benzinga"),
        event(2, origin="Financial Times", outlets="Financial Times"),
    ]
    assert source_line(table(*rows)) == "Bloomberg (via 3 outlets); Financial Times"


def test_undated_events_are_counted_below_the_chart() -> None:
    events = table(event(0), event(1, ""), event(2, ""), event(3, ""))
    assert "+ 3 undated events, in the table." in figures.place(events, Frame()).notes


def test_a_long_title_is_broken_evenly_before_it_is_cut() -> None:
    text = "Commerce Department bars sales of two accelerators to China"
    assert wrap(text, 14, 250, 2).lines == (
        "Commerce Department bars sales",
        "of two accelerators to China",
    )
    cut = wrap(text, 14, 100, 2)
    assert cut.cut
    assert cut.lines[-1].endswith("…")
    assert cut.width <= 100


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    line = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_stands_out_from_paper_and_band(theme: Theme) -> None:
    palette = look.palette(theme)
    unknown = [look.family_color(name, theme) for name in ("one", "two", "three", "four", "five")]
    for behind in (palette.paper, palette.band):
        for color in (*(look.family_color(name, theme) for name in FAMILIES), *unknown):
            assert contrast(color, behind) >= 3
        for color in (palette.ink, palette.muted, palette.today):
            assert contrast(color, behind) >= 4.5
    assert contrast(palette.pill_ink, palette.pill) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_families_differ(theme: Theme) -> None:
    colors = [look.family_color(name, theme) for name in FAMILIES]
    assert len(set(colors)) == len(colors)
    for one, other in combinations(colors, 2):
        parts = [abs(int(one[p : p + 2], 16) - int(other[p : p + 2], 16)) for p in (1, 3, 5)]
        assert sum(parts) > 60


@pytest.mark.parametrize("theme", Theme)
def test_families_differ_in_greys_too(theme: Theme) -> None:
    told = {name: look.family_color(name, theme) for name in FAMILIES if name != "background"}
    greys = sorted(116 * luminance(color) ** (1 / 3) - 16 for color in told.values())  # CIE L*
    assert all(lighter - darker > 5.5 for darker, lighter in pairwise(greys))


def test_every_family_of_event_types_has_a_colour() -> None:
    types = load("event_types")["type"].values()
    used = {str(row["family"]) for row in types if isinstance(row, dict)}
    assert used <= set(FAMILIES)


def test_the_fonts_come_with_the_package_and_have_the_chinese_of_our_own_words() -> None:
    for bold in (False, True):
        assert figures.font.path(bold).read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert figures.font.covers("Ŝkoda, “quoted” – 3.9 %…")
    assert figures.font.covers("国产芯片")
    assert not figures.font.covers("龘")  # a letter that no label, name or word of ours has
    assert figures.font.width("国产", 10) == 20


@pytest.mark.skipif(
    figures.pdf_available() is not None, reason=f"no PDF here: {figures.pdf_available()}"
)
def test_a_pdf_is_made_where_a_chrome_is() -> None:
    scene = figures.place(story(), presets.frame("a4", title="A headline"))
    made = figures.pdf(scene, "2026-01-28")
    assert made.startswith(b"%PDF")
    assert b"/Count 1" in made
    box = re.search(rb"/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]", made)
    assert box is not None
    points = [scene.width * 72 / 300, scene.height * 72 / 300]
    assert [float(side) for side in box.groups()] == pytest.approx(points, abs=1)
    assert b"SourceSansPro" in made


def test_where_no_chrome_is_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.figures import chrome

    chrome.pdf_available.cache_clear()
    monkeypatch.setattr(chrome, "_browser", lambda: None)
    try:
        reason = chrome.pdf_available()
        assert reason is not None
        assert "Chrome" in reason
        with pytest.raises(chrome.PdfError, match="SVG and PNG need none"):
            chrome.pdf(figures.place(table(event()), Frame()), "")
    finally:
        chrome.pdf_available.cache_clear()
