"""The day, month or year of each event of a document: its clause's, its story's, the report's."""

import re
from collections.abc import Sequence
from datetime import date

from bench.semeval_words import verbs, words
from timeline import timex
from timeline.interval import Granularity, Interval
from timeline.model import Sentence, Span, Timex, TimexType

_NO_BLANK = re.compile(r"[,.;:!?%)]|['’](?:s|t|re|ve|ll)?|n't")
_RECENT = 7  # days: what a report's first sentences date so is the day its story goes on
_LEAD = 5  # sentences


def days(dct: date, lines: Sequence[Sequence[str]], events: Sequence[tuple[int, int]]) -> list[str]:
    """For each event (line, word) when it was: "2024-05-03", "2024-05-XX", "2024-XX-XX"."""
    dated = _dated(dct, lines)
    story = next((day for line in dated[:_LEAD] for _, day in line if _is_recent(day, dct)), None)
    day = story or Interval.day(dct)
    told: list[str] = []
    for line, at in events:
        tokens = lines[line]
        own = _of_clause(tokens, dated[line], at)
        if own is None and not _is_modal(tokens, at):
            own = Interval.day(dct) if _is_present(tokens, at) else day
        told.append(written(own) if own else "")
    return told


def _is_modal(tokens: Sequence[str], at: int) -> bool:
    """Whether the verb there is told as no fact: "will close"."""
    return any(verb.modal for verb in verbs(tokens) if verb.head == at)


def _is_present(tokens: Sequence[str], at: int) -> bool:
    """Whether the verb there tells what is so as the report is written: "has", "sells"."""
    word = tokens[at].lower()
    if word in words("verb", "present"):
        return True
    stems = {word, word[:-1], word[:-2], word[:-3] + "y"} if word.endswith("s") else {word}
    return bool(stems & words("verb", "base")) and any(verb.head == at for verb in verbs(tokens))


def written(when: Interval) -> str:
    """A day, month or year as the task writes it; what is coarser has X."""
    start = when.start
    if start is None:
        return ""
    if when.granularity >= Granularity.DAY:
        return start.isoformat()
    return f"{start:%Y-%m}-XX" if when.granularity >= Granularity.MONTH else f"{start:%Y}-XX-XX"


def _is_recent(when: Interval, dct: date) -> bool:
    if when.granularity is not Granularity.DAY or when.start is None:
        return False
    return 0 <= (dct - when.start).days <= _RECENT


def _dated(dct: date, lines: Sequence[Sequence[str]]) -> list[list[tuple[int, Interval]]]:
    """For each line its dates, each with the word where it begins; a date line tells of none."""
    text, sentences, starts = _joined(lines)
    by_line: list[list[tuple[int, Interval]]] = [[] for _ in lines]
    for one in timex.find(text, dct, sentences, ranges=False):
        line = next(n for n, s in enumerate(sentences) if s.span.holds(one.span))
        if _is_date(one) and one.interval is not None and not _is_attribute(one, text):
            word = sum(start <= one.span.start for start in starts[line]) - 1
            by_line[line].append((word, one.interval))
    return [row if verbs(line) else [] for row, line in zip(by_line, lines, strict=True)]


def _is_date(one: Timex) -> bool:
    is_day = one.type in (TimexType.DATE, TimexType.TIME) and one.value[:4].isdigit()
    return is_day and one.interval is not None and one.interval.start is not None


def _is_attribute(one: Timex, text: str) -> bool:
    """Whether a month or year only says which thing: "the 1991 treaty", "this year's fair"."""
    if one.interval is None or one.interval.granularity is Granularity.DAY:
        return False
    before = text[: one.span.start].split()[-1:]
    if text.startswith(("'s", "’s", " 's", " ’s"), one.span.end):
        return True
    after = re.match(r" ([\w-]+)", text[one.span.end :][:40])
    led = bool(before) and before[0].lower() in words("clause", "determiner")
    outside = words("clause", "preposition") | words("clause", "opener")
    return led and after is not None and after[1].lower() not in outside


def _joined(lines: Sequence[Sequence[str]]) -> tuple[str, list[Sentence], list[list[int]]]:
    """The lines as running text, their sentences, and where each word begins."""
    text, sentences, starts = "", list[Sentence](), list[list[int]]()
    for n, tokens in enumerate(lines):
        begin, row = len(text), []
        for token in tokens:
            glued = len(text) == begin or _NO_BLANK.fullmatch(token)
            text += "" if glued else " "
            row.append(len(text))
            text += token
        sentences.append(Sentence(n, Span(begin, len(text)), text[begin:]))
        starts.append(row)
        text += "\n"
    return text, sentences, starts


def _of_clause(
    tokens: Sequence[str], dated: Sequence[tuple[int, Interval]], at: int
) -> Interval | None:
    """The date nearest to a word with the fewest clauses between."""
    breaks = words("clause", "opener") | {"and", "but", ";", "said"}

    def apart(one: tuple[int, Interval]) -> tuple[int, int]:
        low, high = sorted((one[0], at))
        return sum(t.lower() in breaks for t in tokens[low + 1 : high]), high - low

    best = min(dated, key=apart, default=None)
    return best[1] if best is not None and apart(best)[0] < 2 else None
