"""Blocks cut where clutter is glued to an article's own words.

"Source LinkIt seems", "SHANGHAI, May 22 (Reuters) - China's", "... on Friday. REUTERS",
"UPDATE 3-Dutch to curb": what is glued becomes a block of its own, and no character is lost.
"""

import re
from functools import cache

from timeline.documents.words import alternation, words
from timeline.model import Block, BlockKind, Span

_HEAD = 160  # characters: the longest dateline before a paragraph


def cut(block: Block, text: str) -> tuple[Block, ...]:
    """The block, or its parts, in order."""
    if block.kind is BlockKind.TITLE:
        return _front(block, _kicker().match(text, block.span.start, block.span.end), "kicker")
    if block.kind is not BlockKind.BODY:
        return (block,)
    start, end = block.span.start, block.span.end
    tail = _tail().search(text, max(start, end - 40), end)
    parts = _front(block, _glued().match(text, start, end), "glued")
    last = parts[-1]
    head = _agency().match(text, last.span.start, min(end, last.span.start + _HEAD))
    parts = (*parts[:-1], *_front(last, head, "agency_dateline", BlockKind.DATELINE))
    return (*parts[:-1], *_back(parts[-1], tail))


def _front(
    block: Block,
    found: re.Match[str] | None,
    rule: str,
    kind: BlockKind = BlockKind.BOILERPLATE,
) -> tuple[Block, ...]:
    if not found or not block.span.start < found.end() < block.span.end:
        return (block,)
    stretch = found.group().rstrip()
    return (
        Block(Span(found.start(), found.start() + len(stretch)), kind, rule),
        Block(Span(found.end(), block.span.end), block.kind, block.rule),
    )


def _back(block: Block, found: re.Match[str] | None) -> tuple[Block, ...]:
    if not found or found.start() <= block.span.start:
        return (block,)
    return (
        Block(Span(block.span.start, found.start()), block.kind, block.rule),
        Block(
            Span(found.start(found.lastgroup or 0), found.end()), BlockKind.BOILERPLATE, "signature"
        ),
    )


@cache
def _kicker() -> re.Pattern[str]:
    """Such as "UPDATE 3-", "WRAPUP 1-", "EXCLUSIVE-"."""
    return re.compile(
        rf"(?:{alternation('boilerplate', 'kickers')})(?: \d{{1,2}})?\s?[-–—]\s?(?=[A-Z])"
    )


@cache
def _glued() -> re.Pattern[str]:
    """Such as "Source LinkIt seems": no blank between the button and the sentence."""
    return re.compile(rf"(?:{alternation('boilerplate', 'glued')})(?=[A-Z“\"][a-z’' A-Z])")


@cache
def _tail() -> re.Pattern[str]:
    """Such as "... on Friday. REUTERS", "... for now.Read more"."""
    signature = rf"[(/]?(?:{alternation('boilerplate', 'signatures')})[)/]?\.?"
    button = alternation("boilerplate", "glued")
    return re.compile(
        rf"(?<=[.!?”\"’)])(?:\s{{1,3}}(?:[-–—]{{1,2}}\s?)?(?P<name>{signature})"
        rf"|\s?(?P<button>{button}))$"
    )


@cache
def _agency() -> re.Pattern[str]:
    """Such as "SHANGHAI/BEIJING, May 22 (Reuters) - ", "TAIPEI (Reuters) - ", "WASHINGTON : "."""
    places = alternation("dateline", "places")
    named = r"[A-Z][\w.'’-]{1,20}"
    place = rf"{named}(?:[ /]{named}){{0,3}}(?:, ?[A-Z][A-Za-z. ]{{1,20}}){{0,2}}"
    months = "|".join(
        name.capitalize() for names in words("dateline", "months") for name in names.split("|")
    )
    day = rf"(?:{months})\.? \d{{1,2}}(?:, \d{{4}})?"
    agency = rf"[(\[](?:{alternation('dateline', 'agencies')})(?: [\w ]{{1,20}})?[)\]]"
    dash = r"\s?(?:--|[-–—])\s?"
    return re.compile(
        rf"(?:(?:{place}(?:,? {day})?,? ?)?{agency}{dash}"
        rf"|{place},? {day}{dash}"
        rf"|(?:{places})(?:/(?:{places})){{0,2}}(?:, ?[A-Z][A-Za-z. ]{{1,20}})?(?:{dash}|\s?:\s)"
        rf")(?=[\"'“‘(]?[A-Z0-9])"
    )
