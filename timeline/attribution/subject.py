"""What stands before a verb of saying: its subject, looked for over a few dozen words at most."""

from timeline.attribution.cues import Cue, word_set
from timeline.attribution.teller import Phrase
from timeline.attribution.words import BREAKS, Words
from timeline.values import dataclass

PRONOUNS = frozenset(("he", "she", "they", "it"))
_COMMAS = frozenset((",", "–", "—"))
_RELATIVE = frozenset(("who", "whose", "which"))
_ACTS = frozenset(("np", "name"))
_BEFORE_TIME = frozenset(("on", "late", "in", "last", "this", "next", "early", "earlier"))
_SINGULAR = frozenset(("a", "an", "this", "that", "its", "their", "his"))
_FAR = 18


@dataclass(frozen=True, slots=True)
class Left:
    """The subject: a phrase, or one of the words he, she, they, it, we, who, which."""

    phrase: Phrase
    word: str = ""

    @property
    def first(self) -> int:
        return self.phrase.first


def left_of(words: Words, verb: int, cue: Cue) -> Left | None:
    """The subject before a verb; None where the verb is no saying: "did not say", "was told"."""
    at = _skip_back(words, verb, cue)
    if at is None or at < 0 or (words.at(verb - 1) == "to" and cue.frames <= _ACTS):
        return None
    word = words.at(at)
    if word in ("and", "but", "or"):
        return None  # "urged the US to mend its ways and expressed regret"
    if word.endswith("'s") and cue.form in ("s", "base"):
        return None  # "Raimondo's comments"
    if word in PRONOUNS or word == "we":
        return Left(Phrase(at, at), word)
    if word in ("who", "which"):
        return _relative(words, at)
    if word == ")":
        at = _opening(words, at) - 1
        word = words.at(at)
    if word in _COMMAS:
        beside = _apposition(words, at)
        return Left(beside) if beside and beside.first <= beside.last else None
    first = _phrase_start(words, at)
    if first > at:
        return None
    if cue.form == "base" and _is_singular(words, first, at):
        return None  # "a Nikkei report" is no verb
    return Left(Phrase(first, at))


def _is_singular(words: Words, first: int, last: int) -> bool:
    """Whether the noun phrase that ends at ``last`` opens with "a", "this", "its"."""
    for at in range(last, max(min(last - 2, first), last - 6, 0) - 1, -1):
        if words.low[at] in _SINGULAR:
            return True
        if words.low[at] in word_set("grammar", "after_head"):
            break
    return words.at(first) in _SINGULAR


def _skip_back(words: Words, verb: int, cue: Cue) -> int | None:
    """The word before the verb's own adverbs and helpers; None where they undo the saying."""
    at = verb - 1
    if words.at(at) in word_set("phrases", "passives"):
        return None
    skip, modals = word_set("phrases", "skip"), word_set("phrases", "modals")
    for _ in range(8):
        word = words.at(at)
        if word in word_set("phrases", "negations"):
            return None
        if word == "to" and words.at(at - 1) in word_set("phrases", "forced"):
            at -= 2
            at -= words.at(at) in word_set("phrases", "passives")
        elif word in modals and cue.form == "base":
            return None
        elif word in skip and not words.quoted[at]:
            at -= 1
        elif word in word_set("adjunct", "times") and words.at(at - 1) in _BEFORE_TIME:
            at -= 2
        elif word == "statement" and words.at(at - 2) == "in":
            at -= 3
        else:
            return at
    return at


def _relative(words: Words, at: int) -> Left | None:
    """The noun before "who said" or ", which said"."""
    before = at - 1
    word = words.low[at]
    if words.at(before) == ",":
        before -= 1
    if words.at(before) in BREAKS:
        return None
    first = _phrase_start(words, before)
    return Left(Phrase(first, before), word) if first <= before else None


def _opening(words: Words, at: int) -> int:
    """The bracket that opens before the closing one at ``at``."""
    for back in range(at - 1, max(at - 12, -1), -1):
        if words.low[back] == "(":
            return back
    return at


def _apposition(words: Words, at: int) -> Phrase | None:
    """The name beside an apposition that ends at this comma.

    "Mao Ning, a spokeswoman, said"; "a spokeswoman, Mao Ning, said"; "NATO, too, said".
    """
    own = words.ending(at - 1)
    if own and any(words.low[k] in _COMMAS for k in range(own.first, own.last)):
        return Phrase(own.first, own.last)
    nearest = True
    for back in range(at - 1, max(at - 40, 0), -1):
        if words.low[back] not in _COMMAS:
            continue
        named = words.starting(back + 1)
        is_name = (named and named.last == at - 1) or _is_unknown(words, back + 1, at - 1)
        if nearest and is_name and _has_role(words, back - 9, back - 1):
            return Phrase(back + 1, at - 1, (max(back - 9, 0), back - 1))
        opens = words.at(back + 1)
        is_far = not nearest and words.texts[back - 1][0].isupper()
        if (
            opens in _RELATIVE
            or (nearest and _is_beside(words, back + 1, at - 1))
            or (is_far and _has_role(words, back + 1, at - 1))
        ):
            first = _phrase_start(words, back - 1)
            if not _is_list(words, first, back - 1):
                return Phrase(first, back - 1, (back + 1, at - 1))
        nearest = False
    return None


def _is_unknown(words: Words, first: int, last: int) -> bool:
    """Whether two or three words are a name that no list knows: "Andy Purdy"."""
    return 1 <= last - first <= 2 and all(
        text[0].isupper() and text.replace("-", "").isalpha()
        for text in words.texts[first : last + 1]
    )


def _is_list(words: Words, first: int, last: int) -> bool:
    """Whether it is an apposition itself: "Wang Tao, | minister of trade |, industry, said"."""
    is_after_name = first > 1 and words.at(first - 1) == "," and words.texts[first - 2][0].isupper()
    return is_after_name and _has_role(words, first, last) and words.ending(last) is None


def _is_beside(words: Words, first: int, last: int) -> bool:
    """Whether words between commas say more of the name before them."""
    opens = words.at(first)
    is_name = words.ending(first - 2) or (first > 2 and _is_unknown(words, first - 3, first - 2))
    if opens.endswith(("ed", "ing")) and is_name:
        return True  # "Nexperia, owned by Wingtech, said"
    known = opens in word_set("grammar", "beside") or opens in word_set("grammar", "prepositions")
    return known or _has_role(words, first, last)


def _has_role(words: Words, first: int, last: int) -> bool:
    heads = ("offices", "firms", "experts", "voices")
    return any(
        words.low[at].removesuffix("'s") in word_set("heads", key)
        for at in range(max(first, 0), last + 1)
        for key in heads
    )


def _phrase_start(words: Words, last: int) -> int:
    """The first word of the noun phrase that ends at ``last``."""
    at = last
    for _ in range(_FAR):
        inside = words.inside.get(at)
        if inside:
            at = inside.first
        before = words.at(at - 1)
        if at == 0 or before in BREAKS or _is_stop(words, at - 1):
            break
        at -= 1
    own = words.ending(last)
    if own and words.at(at) in word_set("grammar", "prepositions"):
        return own.first
    if own and own.first > at and _is_verb_like(words.at(own.first - 1)):
        return own.first
    return at


def _is_stop(words: Words, at: int) -> bool:
    """Whether a phrase cannot reach over this word; "Baidu and Huawei" is one phrase."""
    word = words.low[at]
    if word == "and" and words.ending(at - 1) and words.starting(at + 1):
        return False
    if word == "and" and at + 1 < len(words) and words.inside.get(at):
        return False  # "Minister for Trade and Development Li Wei"
    if word == "and" and _is_title(words, at):
        return False
    return word in word_set("grammar", "stops") or word in word_set("grammar", "finite")


def _is_title(words: Words, at: int) -> bool:
    """Whether "and" stands within an office: "Trade and Development Minister Li"."""
    after = words.texts[at + 1 : at + 5]
    capitals = words.texts[at - 1 : at] + after[:2]
    offices = word_set("heads", "offices")
    return all(text[0].isupper() for text in capitals) and any(
        text.lower() in offices for text in after
    )


def _is_verb_like(word: str) -> bool:
    return word.endswith("ed") or word in word_set("grammar", "finite")
