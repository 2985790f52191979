"""The words of a clause as one line: without its date, ended where a reader can stop."""

import re

from timeline import lexicon
from timeline.model import Mention

BREAK = re.compile(r"[:;?!\n]|\.\s")
_LEAST = 40  # characters: a line that is shorter where a side clause begins goes on
_EDGE = " \t\n,;:.–—-"
_QUOTED = re.compile(r",([\"”’])$")
_GAP = re.compile(r"\s{2,}")


def clean(words: str, mention: Mention) -> str:
    """One line without its date and without signs at its ends."""
    found = BREAK.search(words)
    words = words[: found.start()] if found else words
    dates = {mention.claim.timex.text if mention.claim.timex else ""}
    dates |= {mention.when.evidence.text if mention.when.evidence else "", *_ALONE}
    for given in sorted(dates - {""}):
        words = _dateless(words, given)
    words = _GAP.sub(" ", _LOOSE.sub("", words.replace("\n", " "))).strip(_EDGE)
    return _QUOTED.sub(r"\1", _TOLD.sub("", words))


def _dateless(words: str, given: str) -> str:
    """The words without "on Friday", and without what led it: "in its" of "in its last year"."""
    at = words.find(given)
    if at < 0 or words[at - 1 : at].isalnum() or words[at + len(given) :][:1].isalnum():
        return words
    left, right = words[:at].rstrip(), words[at + len(given) :]
    for _ in range(2):
        left = _LEADER.sub("", left)
    if left.endswith(",") and right.startswith(","):
        right = right[1:]
    return f"{left} {right.lstrip()}" if right[:1].isspace() else left + right


def cut(words: str, most: int) -> str:
    """At most so many characters, ended before a side clause, else with "…"."""
    if len(words) > most:
        for pattern, mark, least in (
            (_CLAUSE, "", _LEAST),
            (_PHRASE, "…", most // 2),
            (_SPACE, "…", 0),
        ):
            ends = [found.start() for found in pattern.finditer(words)]
            fitting = [end for end in ends if least <= end <= most - len(mark)]
            if fitting:
                kept = words[: fitting[-1]]
                return _whole(_UNTOLD_NUMBER.sub("", kept) if mark else kept) + mark
    return _whole(words[:most])


def _whole(words: str) -> str:
    """Without what nothing follows: "puts off the launch of the"."""
    while found := _DANGLING.search(words):
        words = words[: found.start()]
    return words.rstrip(_EDGE)


def capital(line: str) -> str:
    """With a capital at its beginning: "Lawmakers propose a ban"."""
    return line[:1].upper() + line[1:]


def any_of(table: str, *keys: str) -> str:
    """A pattern of any of these words of headlines.toml, longer ones first."""
    words = [word for key in keys for word in lexicon.texts("headlines", table, key)]
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ALONE = lexicon.texts("headlines", "date", "alone")
_LEADER = re.compile(
    rf"(?:^|\s)(?:{any_of('date', 'before')}|{any_of('cut', 'preposition', 'determiner')})$",
    re.IGNORECASE,
)
# "told Alibaba, Baidu and Tencent", "on gallium, germanium and antimony"
_LIST = r"(?:(?:[A-Z][\w’'-]{0,30} ?){1,4}|[a-z-]{2,20})(?:,| and | or )"
_CLAUSE = re.compile(rf",\s(?!(?-i:{_LIST}))|\s(?=(?:{any_of('cut', 'clause')})\s)", re.IGNORECASE)
_PHRASE = re.compile(rf"\s(?!to\s\d)(?=(?:{any_of('cut', 'phrase')})\s)", re.IGNORECASE)
_DANGLING = re.compile(
    rf"[\s,]+(?:{any_of('cut', 'preposition', 'determiner', 'auxiliary')})$", re.IGNORECASE
)
_UNTOLD_NUMBER = re.compile(  # "with 30" of "with 30 to 50 percent less"
    rf"\s(?:{any_of('cut', 'preposition')})\s[$€£¥]?\d[\d.,]*$", re.IGNORECASE
)
_LOOSE = re.compile(rf"\s(?:{any_of('cut', 'loose')})(?=\s)")
_TOLD = re.compile(rf",\s(?:the\s)?[A-Z][\w .’']{{1,40}}\s(?:{any_of('said', 'tail')})$")
_SPACE = re.compile(r"\s")
