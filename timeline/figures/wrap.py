"""Text into lines that fit a width, as even as they can be.

Lines break at spaces, and between Chinese characters, but for a sign that must not begin a line.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.figures import font

ELLIPSIS = "…"
_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
_CLOSING = "，。、；：？！）》」』】〕”’％…"
_OPENING = "（《「『【〔“‘"
_PIECE = re.compile(
    rf"[{_OPENING}]{{0,3}}(?:[\u3400-\u9fff]|[^\s\u3400-\u9fff{_OPENING}{_CLOSING}]{{1,400}})?[{_CLOSING}]{{0,4}}"
)


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines; ``width`` of the widest, ``cut`` where it did not fit."""

    lines: tuple[str, ...]
    width: float
    cut: bool = False


@lru_cache(maxsize=8192)
def wrap(
    text: str, size: float, limit: float, most: int, *, bold: bool = False, tail: float = 0
) -> Lines:
    """At most ``most`` lines of ``limit`` pixels; ``tail`` is kept free after the last word.

    "Commerce Department bars A100 sales to China" in two lines breaks near its middle.  What
    does not fit ends in an ellipsis.
    """
    words = text.split()
    if not text.isascii() and _HAN.search(text):
        return _wrapped_han(" ".join(words), size, limit, most, bold, tail)
    widths = [font.width(word, size, bold) for word in words]
    space = font.width(" ", size, bold)
    total = sum(widths) + space * (len(words) - 1) + tail
    if total <= limit:
        return Lines((" ".join(words),), total)
    for count in range(2, most + 1):
        found = _even(widths, space, limit, count, tail)
        if found:
            return _joined(words, widths, found, space, tail)
    return _cut(words, size, limit, most, bold, tail)


def _wrapped_han(text: str, size: float, limit: float, most: int, bold: bool, tail: float) -> Lines:
    """The same for a text with Chinese in it, a piece of which is a character or a Latin word."""
    total = font.width(text, size, bold) + tail
    if total <= limit:
        return Lines((text,), total)
    pieces = [piece for word in text.split() for piece in _pieces(word)]
    widths = [font.width(piece, size, bold) for piece in pieces]
    for count in range(2, most + 1):
        if ends := _even(widths, 0.0, limit, count, tail):
            starts = [0, *ends[:-1]]
            spans = zip(starts, ends, strict=True)
            lines = tuple("".join(pieces[a:b]).rstrip() for a, b in spans)
            wide = [font.width(line, size, bold) for line in lines]
            return Lines(lines, max(*wide[:-1], wide[-1] + tail))
    return _cut(text.split(), size, limit, most, bold, tail)


def _pieces(word: str) -> list[str]:
    """What a line must not part, the last with the space behind the word: 国 and its "，"."""
    found = [piece for piece in _PIECE.findall(word) if piece] or [word]
    return [*found[:-1], f"{found[-1]} "]


def _even(
    widths: list[float], space: float, limit: float, count: int, tail: float
) -> list[int] | None:
    """Where to break into ``count`` lines of like width; None if it cannot be done."""
    even = (sum(widths) + space * len(widths) + tail) / count
    wide = [*widths[:-1], widths[-1] + tail]
    steps = 8 if even < limit else 0
    for step in range(steps + 1):
        tight = even + (limit - even) * step / steps if steps else limit
        ends = _greedy(wide, space, tight)
        if ends and len(ends) <= count:
            return ends
    return None


def _greedy(widths: list[float], space: float, limit: float) -> list[int] | None:
    """The ends of lines filled one after another; None if one word is wider than a line."""
    ends, used = [], 0.0
    for index, width in enumerate(widths):
        if width > limit:
            return None
        if used and used + space + width > limit:
            ends.append(index)
            used = width
        else:
            used += width + (space if used else 0)
    return [*ends, len(widths)]


def _joined(
    words: list[str], widths: list[float], ends: list[int], space: float, tail: float
) -> Lines:
    starts = [0, *ends[:-1]]
    spans = list(zip(starts, ends, strict=True))
    sizes = [sum(widths[a:b]) + space * (b - a - 1) for a, b in spans]
    sizes[-1] += tail
    return Lines(tuple(" ".join(words[a:b]) for a, b in spans), max(sizes))


def _cut(words: list[str], size: float, limit: float, most: int, bold: bool, tail: float) -> Lines:
    lines: list[str] = []
    rest = " ".join(words)
    while rest and len(lines) < most - 1:
        head = _longest(rest, size, limit, bold, whole_words=True)
        head = head or _longest(rest, size, limit, bold, whole_words=False) or rest[:1]
        lines.append(head)
        rest = rest[len(head) :].lstrip()
    if font.width(rest, size, bold) + tail > limit:
        room = limit - tail - font.width(ELLIPSIS, size, bold)
        rest = _longest(rest, size, room, bold, whole_words=False).rstrip(" ,;:–-(") + ELLIPSIS
    lines.append(rest)
    widest = max([*(font.width(line, size, bold) for line in lines[:-1]), 0.0])
    return Lines(tuple(lines), max(widest, font.width(rest, size, bold) + tail), cut=True)


def _longest(text: str, size: float, limit: float, bold: bool, *, whole_words: bool) -> str:
    """The longest beginning of ``text`` that fits."""
    used, fits = 0.0, 0
    for index, letter in enumerate(text):
        used += font.width(letter, size, bold)
        if used > limit:
            break
        if not whole_words or _may_break(letter, text[index + 1 : index + 2]):
            fits = index + 1
    return text[:fits]


def _may_break(letter: str, after: str) -> bool:
    """Whether a line may end between the two: before a space, beside a Chinese character."""
    if after in ("", " ") or (after.isascii() and letter.isascii()):
        return after in ("", " ")
    return after not in _CLOSING and bool(_HAN.match(letter) or _HAN.match(after))
