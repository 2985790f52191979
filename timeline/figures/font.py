"""The one font that Pillow, resvg and browsers share, and how wide a text is in it.

Source Sans Pro (SIL Open Font License 1.1), from the package font-source-sans-pro; for Chinese the
glyphs of Noto Sans CJK SC (same licence) that our words and names use, in fonts/.
"""

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

from timeline.language import Language

FAMILY = "Source Sans Pro"
HAN, HAN_FAMILY = "NotoSansCJKsc", "Noto Sans CJK SC"
STACK = f"'{FAMILY}', 'Source Sans 3', 'Source Sans', 'Noto Sans', Helvetica, Arial, sans-serif"
_STACKS = {
    Language.ZH: f"'{FAMILY}', 'Source Sans 3', 'Source Sans', 'Noto Sans SC', 'PingFang SC', "
    f"'Microsoft YaHei', '{HAN_FAMILY}', sans-serif"
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


def han_path(bold: bool = False) -> Path:
    """The OTF file with the Chinese letters; scripts/glyphs.py makes it."""
    return Path(str(files(__package__) / "fonts" / f"{HAN}-{'Bold' if bold else 'Regular'}.otf"))


def covers(text: str) -> bool:
    """Whether the shipped fonts have every letter of it."""
    return all(_has(letter) or _has_han(letter) for letter in set(text))


def is_han(text: str) -> bool:
    """Whether any letter of it is for the Chinese font."""
    return not text.isascii() and any(letter >= _FIRST_WIDE for letter in text)


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
def _has_han(letter: str) -> bool:
    if letter < _FIRST_WIDE:
        return False
    face = _han_face()
    return bytes(face.getmask(letter)) != bytes(face.getmask("\uffff"))


@cache
def _han_face() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(han_path(), 12, layout_engine=ImageFont.Layout.BASIC)


@cache
def _drawn(letter: str) -> bytes:
    return bytes(_face(False, 12).getmask(letter))


@cache
def _face(bold: bool, size: int = _EM) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path(bold), size, layout_engine=ImageFont.Layout.BASIC)
