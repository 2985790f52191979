"""Rules that tell by one line alone what it is on a Chinese page: "来源：新华社", "责任编辑：王某".

They are the peers of those in ``clutter``; their words are in lexicon/clutter.toml, [chinese].
"""

import re
from collections.abc import Sequence
from functools import cache

from timeline.documents import dates
from timeline.documents.lines import Line
from timeline.documents.words import words
from timeline.lexicon import han
from timeline.model import Block, BlockKind

_CLOCK = re.compile(r"\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?秒?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_STOPS = "。！？；，"
_LONGEST = 60  # characters of a line that dates a page or names its author
_MOST = 18  # Chinese characters beside the date in such a line
_LABELLED = 40


def tell(line: Line) -> tuple[str, BlockKind] | None:
    """What a line of a Chinese page is by itself; None for the article's own."""
    plain = han.plain(line.text).strip("【】[]（）() 　")
    if is_dateline(line, plain):
        return "dateline", BlockKind.DATELINE
    if is_byline(plain):
        return "byline", BlockKind.BYLINE
    if plain.startswith(words("chinese", "captions")) and len(plain) < 80:
        return "credit", BlockKind.CAPTION
    if _is_notice(plain):
        return "notice", BlockKind.BOILERPLATE
    if plain in words("chinese", "sections"):
        return "section", BlockKind.BOILERPLATE
    return None


def is_dateline(line: Line, plain: str) -> bool:
    """Such as "2025-07-31 13:51 来源：央视新闻", "财新网 2025年8月27日 09:40"."""
    if len(plain) > _LONGEST or plain[-1:] in _STOPS or "，" in plain:
        return False
    found = dates.find(line.low)
    if not found:
        return bool(_CLOCK.fullmatch(plain)) or _is_label(plain)
    rest = _CLOCK.sub("", plain)
    for one in reversed(found):
        rest = rest.replace(plain[one.start : one.end], "")
    return len(_HAN.findall(_without_labels(rest))) <= _MOST and not _is_news(rest)


def _is_news(rest: str) -> bool:
    """Whether words beside a date tell something: a headline that holds a date."""
    unlabelled = _without_labels(rest)
    return len(_HAN.findall(unlabelled)) > 8 and not any(mark in rest for mark in "：:|｜ /／　")


def _without_labels(rest: str) -> str:
    for label in sorted(words("chinese", "date_labels"), key=len, reverse=True):
        rest = rest.replace(label, "")
    return rest


def _is_label(plain: str) -> bool:
    """Such as "来源：新华社": a label of dating and a name."""
    label, colon, name = plain.partition("：")
    if not colon:
        label, colon, name = plain.partition(":")
    told = bool(colon) and label.strip() in words("chinese", "date_labels")
    return told and len(name) < _MOST


def is_byline(plain: str) -> bool:
    """Such as "责任编辑：王某", "记者某某／综合报道", "总台央视记者某某"."""
    if len(plain) > _LABELLED or any(stop in plain for stop in _STOPS):
        return False
    labels = words("chinese", "byline_labels")
    label = re.split(r"[：:/／丨|｜ 　]", plain, maxsplit=1)[0].strip()
    if label in labels and len(plain) > len(label):
        return True
    named = plain.startswith(("记者", "总台央视记者", "央视记者", "编译", "本报记者"))
    ends = plain.endswith(words("chinese", "byline_ends"))
    return (named and (ends or len(plain) < 14)) or (ends and "/" in plain.replace("／", "/"))


def _is_notice(plain: str) -> bool:
    return plain.startswith(words("chinese", "boilerplate")) and (
        len(plain) < _LABELLED
        or plain.startswith(("免责声明", "版权", "声明：", "特别声明", "特别提醒"))
    )


@cache
def _source() -> re.Pattern[str]:
    labels = "|".join(words("chinese", "sources"))
    return re.compile(rf"(?:{labels})\s?[：:]\s?([^\s|｜，。；：:）)]{{2,20}})")


def outlet(text: str, blocks: Sequence[Block]) -> str:
    """The publisher that a line of the page names: "来源：新华社"; "" where none does."""
    for block in blocks:
        if block.kind not in (BlockKind.DATELINE, BlockKind.BYLINE):
            continue
        stretch = text[block.span.start : block.span.end]
        found = _source().search(han.plain(stretch)) if not stretch.isascii() else None
        if found:
            return stretch[found.start(1) : found.end(1)]
    return ""
