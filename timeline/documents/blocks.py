"""Lines -> blocks: what the line rules leave open is told by where a line stands.

The head runs to the first full paragraph, the foot from the last one on.  Titles, decks and lone
names are looked for in the head; comments and lists of other stories run on to where they end.
"""

import re
from collections.abc import Sequence

from timeline.documents import clutter
from timeline.documents.lines import Line
from timeline.documents.words import plain, word_set
from timeline.model import Block, BlockKind, Span
from timeline.values import dataclass, replace

_BODY_WORDS = 8  # a sentence of the article rather than a button with a full stop
_PARAGRAPH_WORDS = 15
_HEADING_WORDS = 16
_TITLE_WORDS = 40
_WEAK_COMMENTS = frozenset({"comments", "comment", "discussion", "responses", "reply"})
_COUNT = re.compile(r"^\(?\d{1,5}\)? | \(?\d{1,5}\)?$|:$")
_MARKER = re.compile(r"#{1,6}[ \t]+")
_SITE = re.compile(r" ?[|–—] | - ")

Named = tuple[str, BlockKind] | None
_STAMP: Named = ("stamp", BlockKind.SIDEBAR)
_TITLE: Named = ("title", BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a document, what is known of each so far, and where its body lies."""

    lines: tuple[Line, ...]
    named: tuple[Named, ...]
    first: int
    last: int

    @property
    def has_body(self) -> bool:
        return self.first <= self.last


def find(lines: Sequence[Line], title: str = "") -> tuple[Block, ...]:
    """One block a line, in order; ``title`` is the headline if it is known from elsewhere."""
    lines = tuple(_unmarked(line) for line in lines)
    told = {line.text: clutter.tell(line) for line in lines}
    named = [told[line.text] for line in lines]
    _name_sections(lines, named)
    page = _page(lines, named)
    _name_captions(page, named)
    _name_head(page, named, plain(title))
    _name_rest(page, named)
    return tuple(
        Block(Span(line.start, line.end), kind, rule)
        for line, (rule, kind) in zip(
            lines, (one or ("body", BlockKind.BODY) for one in named), strict=True
        )
    )


def _unmarked(line: Line) -> Line:
    """The line without markdown's marks of a heading, which no sentence holds."""
    found = _MARKER.match(line.text)
    if not found or found.end() == len(line.text):
        return line
    text = line.text[found.end() :]
    low = plain(text)
    words = low.count(" ") + 1
    return replace(
        line, start=line.start + found.end(), text=text, low=low, words=words, is_marked=True
    )


def _is_body(line: Line, name: Named) -> bool:
    return name is None and line.is_full and not line.is_teaser and line.words >= _BODY_WORDS


def _page(lines: tuple[Line, ...], named: Sequence[Named]) -> Page:
    body = [at for at, line in enumerate(lines) if _is_body(line, named[at])]
    first = next((at for at in body if not _is_question(lines, at, body)), len(lines))
    full = [at for at, line in enumerate(lines) if named[at] is None and _is_sentence(line)]
    return Page(lines, tuple(named), first, full[-1] if body else -1)


def _is_sentence(line: Line) -> bool:
    return line.is_full and not line.is_teaser and line.words > 2


def _is_question(lines: Sequence[Line], at: int, body: Sequence[int]) -> bool:
    """Whether the first body line is rather a headline that asks or cries: "Who wins?"."""
    line = lines[at]
    return at == body[0] and len(body) > 1 and line.text[-1] in "?!" and line.words <= 20


# ---------------------------------------------------------------- comments and sidebars


def _name_sections(lines: Sequence[Line], named: list[Named]) -> None:
    """Name what follows "Leave a Reply" or "Recent Posts" by it."""
    body_words = 0
    end = 0
    for at, line in enumerate(lines):
        if _is_body(line, named[at]):
            body_words += line.words
        if line.words > 6 or at < end:
            continue
        heading = _COUNT.sub("", line.low).strip()
        if _is_comments(line, heading):
            weak = heading in _WEAK_COMMENTS and at < len(lines) - 1
            runs_on = body_words >= (60 if weak else 1)
            _name(named, at, len(lines) if runs_on else at + 1, "comments", BlockKind.COMMENTS)
            if runs_on:
                return
        elif heading in word_set("sidebar", "headings"):
            end = _list_end(lines, named, at + 1)
            _name(named, at, end, "sidebar", BlockKind.SIDEBAR)


def _is_comments(line: Line, heading: str) -> bool:
    if line.low in word_set("comments", "headings"):
        return True
    counted = heading != line.low and heading in word_set("comments", "counted")
    return counted or heading in word_set("comments", "headings")


def _list_end(lines: Sequence[Line], named: Sequence[Named], start: int) -> int:
    """Where a list of other stories ends: at a full paragraph that bears no stamp below it."""
    for at in range(start, len(lines)):
        is_stamped = _STAMP in named[at + 1 : at + 3]
        if (
            _is_body(lines[at], named[at])
            and lines[at].words >= _PARAGRAPH_WORDS
            and not is_stamped
        ):
            return at
    return len(lines)


def _name(named: list[Named], start: int, end: int, rule: str, kind: BlockKind) -> None:
    named[start:end] = [(rule, kind)] * (end - start)


# ---------------------------------------------------------------- captions, head, the rest


def _name_captions(page: Page, named: list[Named]) -> None:
    """Name the line that stands close to a credit: "PHOTO: REUTERS", then what it shows."""
    if sum(line.is_apart for line in page.lines) * 2 < len(page.lines):
        return  # every paragraph is close to the next one: nothing is told by it
    for at in range(1, len(page.lines)):
        if page.lines[at].is_apart:
            continue
        pair = named[at - 1], named[at]
        if pair[0] == ("credit", BlockKind.CAPTION) and pair[1] is None:
            named[at] = ("caption_text", BlockKind.CAPTION)
        elif pair[1] == ("credit", BlockKind.CAPTION) and pair[0] is None:
            named[at - 1] = ("caption_text", BlockKind.CAPTION)


def _name_head(page: Page, named: list[Named], title: str) -> None:
    """Name the headline, its deck, and a lone name beside them."""
    has_title = False
    for at in range(min(page.first, len(page.lines))):
        line = page.lines[at]
        if title and _same_title(line.low, title):
            named[at] = ("duplicate_title", BlockKind.DUPLICATE) if has_title else _TITLE
            has_title = True
        if named[at] is not None:
            continue
        if page.has_body and clutter.is_author(line) and (has_title or line.words < 4):
            named[at] = ("bare_author", BlockKind.BYLINE)
        elif line.is_full and line.text[-1] not in "?!":
            continue
        elif not has_title and line.words <= _TITLE_WORDS:
            named[at], has_title = _TITLE, True
        elif line.words > 4 and not line.is_item:
            named[at] = ("deck", BlockKind.DECK)


def _same_title(low: str, title: str) -> bool:
    """Whether a line is the headline, perhaps with the site's name after it."""
    if low == title:
        return True
    short, long = sorted((low, title), key=len)
    return len(short) > 15 and long.startswith(short) and bool(_SITE.match(long, len(short)))


def _name_rest(page: Page, named: list[Named]) -> None:
    """Name repeats, headings, images' titles, and loose lines after the end."""
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        name = named[at]
        if line.words > 4 and (name is None or name[1].is_read):
            if line.low in seen:
                named[at] = ("repeated", BlockKind.DUPLICATE)
            seen.add(line.low)
        if named[at] is None:
            named[at] = _by_place(page, at)


def _by_place(page: Page, at: int) -> Named:
    line = page.lines[at]
    if line.is_marked:
        return "heading", BlockKind.HEADING
    is_listed = line.is_item or (at > 0 and page.lines[at - 1].text.endswith(":"))
    if line.is_full and not line.is_teaser:
        return None
    if at > page.first and clutter.is_image_title(line):
        return "image_title", BlockKind.CAPTION
    if is_listed:
        return "item", BlockKind.BODY
    if page.has_body and at > page.last:
        if clutter.is_author(line):
            return "bare_author", BlockKind.BYLINE
        if line.words <= _HEADING_WORDS:
            return "trailing_line", BlockKind.BOILERPLATE
    is_heading = line.words <= _HEADING_WORDS or (
        line.words <= _TITLE_WORDS and clutter.is_title_case(line.text)
    )
    return ("heading", BlockKind.HEADING) if is_heading else None
