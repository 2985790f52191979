"""Names that no list holds, told by their form: "Qingyuan Lin", "the Global Gazette"."""

from timeline.attribution.cues import word_set
from timeline.attribution.words import Words
from timeline.model import SourceKind

_LONGEST = 6
_HEADS = (
    "insiders", "experts", "voices", "officials", "firms", "outlets", "documents", "never",
    "partitives", "trades",
)  # fmt: skip


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


def house(words: Words, within: tuple[int, int], head: int) -> str:
    """The firm of "Bernstein analysts", "an analyst at Bernstein", "a Quectel spokesperson".

    "" where none is named, or a nation, a month or a calling is.
    """
    start, last = run(words, within[0], head - 1)
    if start > last:
        behind = head + 2 if words.at(head + 1) in ("at", "with", "from", "of") else len(words)
        end = behind
        while end <= within[1] and words.texts[end][0].isupper():
            end += 1
        start, last = behind, end - 1
    texts = [words.texts[at] for at in range(start, min(last, len(words) - 1) + 1)]
    plain = [text.removesuffix("'s").removesuffix("’s") for text in texts]
    if not plain or plain[-1].endswith(("ese", "ish", "ean", "ian", "ican")):
        return ""
    known = word_set("adjunct", "times") | word_set("heads", "offices")
    if start == 0 and plain[0].lower() in word_set("heads", "trades"):
        return ""
    is_name = known.isdisjoint(text.lower() for text in plain) and not plain[0].endswith("-based")
    return " ".join(plain) if is_name else ""


def opens_sentence(words: Words, last: int) -> bool:
    """Whether a sentence opens with one unknown name: "Stifel called it a paper tiger"."""
    word = words.low[0]
    if last or len(word) < 4 or not word.isalpha() or word.endswith(("s", "ly", "ing", "one")):
        return False
    return not any(word in word_set("heads", key) for key in _HEADS) and not any(
        word in word_set("grammar", key) for key in ("stops", "beside", "wh", "prepositions")
    )
