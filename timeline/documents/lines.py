"""A text as lines: paragraphs, headlines and all else that stands by itself."""

import re
from itertools import pairwise

from timeline.documents.words import plain
from timeline.values import dataclass

_FILLED = 50  # a narrower column is no wrapped text but a list
_FIRST_WORD = re.compile(r"\S{1,60}")
_ITEM = re.compile(r"(?:[-*•·▪◦‣>#]|\d{1,2}[.)])[ \t]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FULL = re.compile(r"[.!?。！？…][\"'”’)\]»」』]{0,3}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of its own, without the blanks around it.

    ``low`` is its text made comparable; ``is_apart`` says that a blank line stands before it,
    ``is_marked`` that markdown's "#" makes it a heading.
    """

    start: int
    end: int
    text: str
    low: str
    is_apart: bool
    words: int
    is_marked: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FULL.search(self.text[-4:]))

    @property
    def is_teaser(self) -> bool:
        """Whether it breaks off: "Los Angeles-based Higround has announced…"."""
        return self.text.endswith(("…", "...", "[…]", "[...]"))

    @property
    def is_item(self) -> bool:
        return bool(_ITEM.match(self.text))


def split(text: str, start: int = 0, *, is_note: bool = False) -> tuple[Line, ...]:
    """The lines of a text from ``start`` on.

    Lines filled to a column are one paragraph, as are all that stand together in a note; else
    each line is its own.
    """
    groups = _groups(text, start)
    filled = {at for at, group in enumerate(groups) if len(group) > 2 and _is_filled(group, text)}
    lines: list[Line] = []
    for at, group in enumerate(groups):
        joined = is_note or at in filled or (filled and at > 0 and _is_filled(group, text))
        parts = _paragraphs(group, text) if joined else group
        lines.extend(
            _line(text, first, last, not number) for number, (first, last) in enumerate(parts)
        )
    return tuple(lines)


def _groups(text: str, start: int) -> list[list[tuple[int, int]]]:
    """The runs of lines without a blank one between them, as offsets."""
    groups: list[list[tuple[int, int]]] = [[]]
    at = start
    for line in text[start:].split("\n"):
        stripped = line.strip()
        if stripped:
            first = at + line.index(stripped[0])
            groups[-1].append((first, first + len(stripped)))
        elif groups[-1]:
            groups.append([])
        at += len(line) + 1
    return [group for group in groups if group]


def _is_filled(group: list[tuple[int, int]], text: str) -> bool:
    """Whether no line but the last had room for the next one's first word."""
    width = max(last - first for first, last in group)
    if width < _FILLED or width > 160 or len(group) < 2:
        return False
    for (first, last), (after, _) in pairwise(group):
        word = _FIRST_WORD.match(text, after)
        room = width - (last - first) - 1
        if word is None or len(word.group()) <= room or _ITEM.match(text, after):
            return False
    return True


def _paragraphs(group: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """A run of lines as one paragraph; headings and list items stay by themselves."""
    parts: list[tuple[int, int]] = []
    is_open = False
    for first, last in group:
        is_item = bool(_ITEM.match(text, first))
        if parts and is_open and not is_item:
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
        is_open = text[first] != "#"
    return parts


def _line(text: str, start: int, end: int, is_apart: bool) -> Line:
    line = text[start:end]
    low = plain(line)
    words = low.count(" ") + 1
    if not line.isascii():
        words += len(_HAN.findall(line)) // 2  # a Chinese word has two characters
    return Line(start, end, line, low, is_apart, words)
