"""The one font that Pillow, resvg and browsers share, and how wide a text is in it.

Source Sans Pro (SIL Open Font License 1.1), from the package font-source-sans-pro.
"""

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

from timeline.language import Language

FAMILY = "Source Sans Pro"
STACK = f"'{FAMILY}', 'Source Sans 3', 'Source Sans', 'Noto Sans', Helvetica, Arial, sans-serif"
_STACKS = {
    Language.ZH: f"'{FAMILY}', 'Source Sans 3', 'Source Sans', 'Noto Sans SC', 'PingFang SC', "
    "'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
}
_EM = 1000  # Pillow measures at this size, so that widths come in thousandths of an em
_FIRST_WIDE = "\u1100"  # Hangul Jamo: from here on most letters are a full em wide


def stack(language: Language) -> str:
    """The fonts that a browser is to try, for words in this language."""
    return _STACKS.get(language, STACK)


def path(bold: bool = False) -> Path:
    """The TTF file, regular or semibold."""
    name = "SourceSansPro-Semibold.ttf" if bold else "SourceSansPro-Regular.ttf"
    return Path(str(files("font_source_sans_pro") / "files" / name))


@cache
def data(bold: bool = False) -> bytes:
    """The TTF file's bytes, to be served for an @font-face."""
    return path(bold).read_bytes()


def covers(text: str) -> bool:
    """Whether the font has every letter of it; CJK it has none of."""
    return all(_has(letter) for letter in set(text))


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide the text is, in pixels, without kerning: at least as wide as it is drawn."""
    return _ems(text, bold) * size


@lru_cache(maxsize=20_000)
def _ems(text: str, bold: bool) -> float:
    return sum([_advance(letter, bold) for letter in text])


@cache
def _advance(letter: str, bold: bool) -> float:
    if not _has(letter):
        return 1.0 if letter >= _FIRST_WIDE else 0.6
    return float(_face(bold).getlength(letter)) / _EM


@cache
def _has(letter: str) -> bool:
    if letter.isspace():
        return True
    return _drawn(letter) != _drawn("\uffff")


@cache
def _drawn(letter: str) -> bytes:
    return bytes(_face(False, 12).getmask(letter))


@cache
def _face(bold: bool, size: int = _EM) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path(bold), size, layout_engine=ImageFont.Layout.BASIC)
