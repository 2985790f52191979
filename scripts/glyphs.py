"""The Chinese letters of pictures: glyphs that our words and names use, out of Noto Sans CJK.

``pip install fonttools && python scripts/glyphs.py /usr/share/fonts/opentype/noto``

takes NotoSansCJK-Regular.ttc and -Bold.ttc of that folder (Debian: fonts-noto-cjk) and writes
timeline/figures/fonts/.  Needed where a new word has a character that none had before:
tests/test_language.py says so.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).resolve().parent.parent
WORDS = (
    "timeline/locale/zh_Hans/LC_MESSAGES/timeline.po",
    "timeline/lexicon/look.toml",
    "timeline/lexicon/event_types.toml",
    *(f"timeline/lexicon/{name}_zh.toml" for name in ("groups", "event_types")),
    "seeds/story.toml",
    "seeds/aliases.csv",
)
SIGNS = "".join(map(chr, (*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F))))


def main(folder: Path) -> None:
    """Write both weights."""
    text = SIGNS + "".join((ROOT / name).read_text("utf-8") for name in WORDS)
    letters = sorted({letter for letter in text if letter >= "\u2e80"})
    for weight in ("Regular", "Bold"):
        fonts = TTCollection(folder / f"NotoSansCJK-{weight}.ttc").fonts
        found = next(one for one in fonts if one["name"].getDebugName(1) == "Noto Sans CJK SC")
        options = subset.Options(layout_features=[], hinting=False, desubroutinize=True)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=map(ord, letters))
        cut.subset(found)
        found.flavor = None
        found["head"].modified = found["head"].created  # the same bytes each time
        found.recalcTimestamp = False
        found.save(ROOT / f"timeline/figures/fonts/NotoSansCJKsc-{weight}.otf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
