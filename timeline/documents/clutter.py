"""Rules that tell by one line alone what it is: a byline, a credit, a share button ...

To add one: a predicate here, its row in RULES, rows in tests/corpus/documents.csv, some of them
sentences of an article that it must leave alone.  Words go to lexicon/clutter.toml.
"""

import re
from collections.abc import Callable
from functools import cache

from timeline.documents import chinese, dates
from timeline.documents.lines import Line
from timeline.documents.words import alternation, begins, word_set, words
from timeline.lexicon import han
from timeline.model import BlockKind

_LABEL = re.compile(r"([a-z][a-z' /+-]{1,34}?) ?(?::|\||–|—| - | » |>)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?")
_SEGMENT = re.compile(r" ?[|•·–—] ?| - |/ ")
_FILE = re.compile(
    r"[\w-]{3,80}\.(?:jpe?g|png|webp|gif|svg)|(?:img|dsc|image|screenshot)[_-]?\d{2,}"
)
_NUMBERED = re.compile(r"[^\W\d_]\s\d$")
_LINKS = frozenset(("in", "for", "at"))  # "By Jane Doe in Taipei"
_SHORT, _LONG, _LONGEST = 30, 45, 80  # words; a longer line is a paragraph, however it starts


def is_stamp(line: Line) -> bool:
    """Such as "10 hours ago" under a list of posts."""
    return line.words <= 5 and bool(_stamp().fullmatch(line.low))


def is_comment_form(line: Line) -> bool:
    """Such as "Your email address will not be published"."""
    return line.words <= _SHORT and begins(line.low, "comments", "starts")


def is_button(line: Line) -> bool:
    """Such as "Share this story", "Advertisement", "Photo of author": the whole line."""
    return line.words <= 8 and line.low in word_set("boilerplate", "whole")


def is_bracketed_note(line: Line) -> bool:
    """Such as "(Reporting by the Beijing newsroom)"."""
    if line.text[0] not in "([（" or line.text[-1] not in ")]）.":
        return False
    return begins(line.low[1:].lstrip(), "boilerplate", "bracketed")


def is_credit(line: Line) -> bool:
    """Such as "Image source: NVIDIA", "PHOTO: REUTERS", "Newport Wafer Fab. Picture by Google"."""
    label = _LABEL.match(line.low)
    if label and label[1] in word_set("caption", "labels"):
        return True
    if begins(line.low, "caption", "starts"):
        return True
    return any(mark in line.low for mark in _CREDITING) and bool(_credit().search(line.low))


_CREDITING = (":", "/", ")", "]", " by ")  # no credit that closes a line goes without


def is_labelled(line: Line) -> bool:
    """Such as "READ MORE: ...", "Tags: chip, US", "Also read | Markets today"."""
    label = _LABEL.match(line.low)
    if label is None or label[1] not in word_set("boilerplate", "labels"):
        return False
    return not (label.group().endswith(("–", "—", "- ")) and line.is_full)


def is_notice(line: Line) -> bool:
    """Such as "Subscribe to our weekly newsletter."."""
    starts = begins(line.low, "boilerplate", "starts")
    return starts or bool(_holds().search(line.low))


def is_dateline(line: Line) -> bool:
    """Such as "Published 06/15/2025, 09:40 AM", "by News Desk May 3, 2024 in World".

    A date, and beside it only words of dating, times and names.
    """
    if line.words > 24 or not any(map(str.isdigit, line.low)):
        return False
    found = dates.find(line.low)
    if not found or (line.low.endswith(".") and line.words > 5):
        return False
    rest = _rest(line, found)
    if not rest:
        return True
    if any(word[0].islower() and "." not in word for word in rest) or len(rest) > 9:
        return False
    starts = (
        line.low.startswith("by ")
        or begins(line.low, "dateline", "starts")
        or _leads(line, found[0])
    )
    return starts or any(_is_date_only(part) for part in _SEGMENT.split(line.low))


def is_byline(line: Line) -> bool:
    """Such as "By Maya Cantina", "admin", "Jane Doe, Senior Editor"; not "By May, it had."."""
    if line.words > 14 or line.is_full:
        return False
    if line.low.strip(" -–—|") in word_set("byline", "whole"):
        return True
    if begins(line.low, "byline", "starts"):
        for start in words("byline", "starts"):
            if line.low.startswith(f"{start} "):
                return _is_names(line.text[len(start) :], _LINKS)
    last = line.low.rsplit(" ", 1)[-1]
    named = line.words <= 8 and _is_names(line.text)
    return named and (last in word_set("byline", "jobs") or _has_job_after_comma(line))


def is_author(line: Line) -> bool:
    """Such as "Muhammad Zuhair": two to four capitalised words that are no headline.

    True of many headings too: for the head and foot of a page only.
    """
    found = line.text.split()
    if not 2 <= len(found) <= 4 or line.text[-1] in ".!?:;," or any(map(str.isdigit, line.text)):
        return False
    small = word_set("byline", "particles")
    return all(
        word in small or (_is_name(word) and word.lower() not in word_set("byline", "never"))
        for word in found
    )


def is_image_title(line: Line) -> bool:
    """Such as "Nvidia to Earn Billions From China as Demand Holds 1": another story's image.

    For the middle of an article only.
    """
    if line.is_full or line.words > _SHORT:
        return False
    if _FILE.search(line.low):
        return True
    return line.words >= 7 and bool(_NUMBERED.search(line.text)) and is_title_case(line.text)


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words are capitalised."""
    found = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(found) > 2 and sum(word[0].isupper() for word in found) * 5 >= len(found) * 4


RULES: tuple[tuple[str, BlockKind, Callable[[Line], bool]], ...] = (
    ("stamp", BlockKind.SIDEBAR, is_stamp),
    ("button", BlockKind.BOILERPLATE, is_button),
    ("comment_form", BlockKind.COMMENTS, is_comment_form),
    ("bracketed_note", BlockKind.BOILERPLATE, is_bracketed_note),
    ("credit", BlockKind.CAPTION, is_credit),
    ("labelled", BlockKind.BOILERPLATE, is_labelled),
    ("dateline", BlockKind.DATELINE, is_dateline),
    ("notice", BlockKind.BOILERPLATE, is_notice),
    ("byline", BlockKind.BYLINE, is_byline),
)
"""Tried in order; the first that holds names the line."""


def tell(line: Line) -> tuple[str, BlockKind] | None:
    """The first rule that knows the line, and what it makes of it; None for the article's own."""
    if not line.text.isascii() and han.is_chinese(line.text):
        return chinese.tell(line)
    if line.words > _LONGEST or (line.words > _LONG and line.text[0] not in "([（"):
        return None
    for name, kind, holds in RULES:
        if holds(line):
            return name, kind
    return None


@cache
def _stamp() -> re.Pattern[str]:
    units = alternation("sidebar", "stamp_units")
    return re.compile(rf"(?:about |over )?(?:\d{{1,3}}|an?|one|few) ?(?:{units})s? ago\.?|just now")


@cache
def _holds() -> re.Pattern[str]:
    return re.compile(alternation("boilerplate", "holds"))


@cache
def _credit() -> re.Pattern[str]:
    """A credit that closes a line: "... in Paris. Photo: AFP", "(REUTERS/A. Name)"."""
    agencies = alternation("caption", "agencies")
    credits = alternation("caption", "credits")
    return re.compile(
        rf"(?:^|[.!?\"')] |[(\[|] ?)(?:{credits})(?: by |: ?|/)[^.:]{{2,60}}\.?[)\]]?$"
        rf"|[ (\[/](?:{agencies})(?:/[a-z][\w .'-]{{1,40}}|[)\]])\.?[)\]]?$"
        rf"|[(\[](?:{agencies}|photo|image|file)[ :/][^()\[\]]{{0,60}}[)\]]\.?$"
    )


def _rest(line: Line, found: tuple[dates.PageDate, ...]) -> list[str]:
    """The words of a line that are neither dates, times nor words of dating, as written."""
    cut = line.text if len(line.text) == len(line.low) else line.low
    for one in reversed(found):
        cut = f"{cut[: one.start]} | {cut[one.end :]}"
    cut = _CLOCK.sub(" ", cut)
    known = word_set("dateline", "words")
    return [word for word in _WORD.findall(cut) if word.lower().rstrip(".") not in known]


def _leads(line: Line, first: dates.PageDate) -> bool:
    """Whether nothing but a weekday, a place or a time stands before the date."""
    before = _CLOCK.sub(" ", line.low[: first.start])
    known = word_set("dateline", "words")
    return all(word.rstrip(".") in known for word in _WORD.findall(before))


def _is_date_only(part: str) -> bool:
    found = dates.find(part)
    return len(found) == 1 and not _WORD.search(part[: found[0].start] + part[found[0].end :])


def _is_names(text: str, links: frozenset[str] = frozenset()) -> bool:
    """Whether a text is made of capitalised words, "and", commas, jobs and these links."""
    small = _small_words(links)
    found = _WORD.findall(text)
    return (
        bool(found)
        and any(word[0].isupper() for word in found)
        and all(word[0].isupper() or word.lower() in small for word in found)
    )


@cache
def _small_words(links: frozenset[str]) -> frozenset[str]:
    return word_set("byline", "particles") | word_set("byline", "jobs") | links


def _has_job_after_comma(line: Line) -> bool:
    return "," in line.low and any(
        word in word_set("byline", "jobs") for word in _WORD.findall(line.low)
    )


def _is_name(word: str) -> bool:
    letters = word.replace("-", "").replace(".", "").replace("'", "").replace("’", "")
    return letters.isalpha() and word[0].isupper()
