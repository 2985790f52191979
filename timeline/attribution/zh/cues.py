"""lexicon/cues_zh.toml, compiled once."""

import re
from functools import cache

from timeline.lexicon import han, load, texts
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying in a sentence, by its characters; ``lemma`` is the English verb's."""

    start: int
    end: int
    lemma: str


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    return texts("cues_zh", table, key)


@cache
def lemmas() -> dict[str, str]:
    """Every Chinese verb of saying with the English one: "敦促" -> urge."""
    table = load("cues_zh")["verbs"]
    own = {word: lemma for lemma in table for word in words("verbs", lemma)}
    return dict.fromkeys(words("report", "verbs"), "report") | own


@cache
def _pattern() -> re.Pattern[str]:
    """The words that hide a cue first, then the cues; of each the longer before the shorter."""
    hidden = sorted(words("never", "words"), key=len, reverse=True)
    cues = sorted(lemmas(), key=lambda word: (-len(word), word))
    return re.compile(f"(?:{'|'.join(hidden)})|(?P<cue>{'|'.join(cues)})")


def find(plain: str) -> list[Cue]:
    """The verbs of saying in a folded sentence, in order: none in "名称" or "说明"."""
    return [
        Cue(one.start(), one.end(), lemmas()[one["cue"]])
        for one in _pattern().finditer(plain)
        if one["cue"]
    ]


def lemma(text: str) -> str:
    """The English lemma of a Chinese word of saying, "" for another."""
    return lemmas().get(han.plain(text), "")


@cache
def _no_comment() -> re.Pattern[str]:
    refusing, answering = ("|".join(words("no_comment", key)) for key in ("refusing", "answering"))
    return re.compile(rf"(?:{refusing})[^，。；]{{0,10}}?(?:{answering})")


@cache
def _answers() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("answers", "words"), key=len, reverse=True)))


def no_comment(text: str) -> bool:
    """Whether a Chinese sentence says only that somebody did not comment."""
    found = _no_comment().findall(han.plain(text))
    return bool(found) and len(text) - sum(map(len, found)) < _MOST


_MOST = 32  # characters that stand beside "拒绝置评" where nothing else is told


def answers(text: str) -> bool:
    """Whether what is said answers another's act: "中方坚决反对"."""
    return _answers().search(han.plain(text)) is not None
