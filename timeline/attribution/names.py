"""Names that no list holds, told by their form: "Qingyuan Lin", "the Global Gazette"."""

from timeline.attribution.cues import word_set
from timeline.attribution.words import Words
from timeline.model import SourceKind

_LONGEST = 6


def run(words: Words, first: int, head: int) -> tuple[int, int]:
    """The capitalised words that end with the head, (1, 0) if it is not capitalised.

    A word that only opens the sentence is no name.
    """
    at = head
    while at >= first and head - at < _LONGEST and words.texts[at][0].isupper():
        at -= 1
    start = at + 1
    if start == 0 and words.low[0] in ("the", "a", "an", "in", "on", "but", "and", "one", "this"):
        start = 1
    if start < len(words) and words.low[start] in ("the", "mr", "ms", "mrs", "dr"):
        start += 1
    return (start, head) if start <= head else (1, 0)


def kind(words: Words, first: int, last: int) -> SourceKind | None:
    """Person, outlet, company or body, by the words of a name; None where it is no name."""
    texts = [word.removesuffix("'s").removesuffix("’s") for word in words.texts[first : last + 1]]
    if any(word.lower() in word_set("adjunct", "times") for word in texts):
        return None
    if not word_set("heads", "official_names").isdisjoint(texts):
        return SourceKind.OFFICIAL
    if texts[-1] in word_set("heads", "company_names"):
        return SourceKind.COMPANY
    if texts[-1] in word_set("heads", "outlet_names") and len(texts) > 1:
        return SourceKind.OUTLET
    if len(texts) == 1 and (texts[0].isupper() or first == 0):
        return None
    return SourceKind.PERSON


def is_official(name: str) -> bool:
    """Whether an organisation's name is of the state's or states' side: NATO, a ministry."""
    return not word_set("heads", "official_names").isdisjoint(name.split())


def outlet_before(words: Words, first: int, head: int) -> str:
    """The newspaper's name in "a Daily Gazette report", "" if there is none."""
    start, last = run(words, first, head - 1)
    if start > last or words.texts[last] not in word_set("heads", "outlet_names"):
        return ""
    return " ".join(words.texts[start : last + 1])
