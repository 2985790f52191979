"""What stands before and after a verb of saying: its subject, and what is said.

All scans are bounded: a subject or an adjunct is looked for over a few dozen words at most.
"""

from dataclasses import dataclass

from timeline.attribution.cues import Cue, word_set
from timeline.attribution.speaker import Phrase
from timeline.attribution.words import Words

PRONOUNS = frozenset(("he", "she", "they", "it"))
QUOTES = frozenset("“\"”'‘")
BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "-", "“", "”", '"'))
_COMMAS = frozenset((",", "–", "—"))
_RELATIVE = frozenset(("who", "whose", "which"))
_FAR = 18


@dataclass(frozen=True, slots=True)
class Left:
    """The subject: a phrase, or one of the words he, she, they, it, we, who, which."""

    phrase: Phrase
    word: str = ""

    @property
    def first(self) -> int:
        return self.phrase.first


@dataclass(frozen=True, slots=True)
class Right:
    """What follows the verb: its frame, the first word of what is said, and who hears it.

    ``frame`` is that, clause, quote, of, to, or end where nothing follows.
    """

    frame: str
    start: int
    hearer: Phrase | None = None


def left(words: Words, verb: int, cue: Cue) -> Left | None:
    """The subject before a verb; None where the verb is no saying: "did not say", "was told"."""
    at = _skip_back(words, verb, cue)
    if at is None or at < 0:
        return None
    word = words.at(at)
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
    if cue.form == "base" and words.at(first) in ("a", "an", "this", "that", "its", "their", "his"):
        return None
    return Left(Phrase(first, at))


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
        elif word in word_set("adjunct", "times") and words.at(at - 1) in ("on", "late", "in"):
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
    nearest = True
    for back in range(at - 1, max(at - 40, 0), -1):
        if words.low[back] not in _COMMAS:
            continue
        named = words.starting(back + 1)
        if nearest and named and named.last == at - 1 and _has_role(words, back - 6, back - 1):
            return Phrase(back + 1, at - 1, (max(back - 6, 0), back - 1))
        opens = words.at(back + 1)
        if opens in _RELATIVE or (nearest and _is_beside(words, back + 1, at - 1)):
            first = _phrase_start(words, back - 1)
            return Phrase(first, back - 1, (back + 1, at - 1))
        nearest = False
    return None


def _is_beside(words: Words, first: int, last: int) -> bool:
    """Whether words between commas say more of the name before them."""
    opens = words.at(first)
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
        inside = next((n for n in words.named if n.first < at <= n.last), None)
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
    return word in word_set("grammar", "stops") or word in word_set("grammar", "finite")


def _is_verb_like(word: str) -> bool:
    return word.endswith("ed") or word in word_set("grammar", "finite")


# ---------------------------------------------------------------- what follows


def right(words: Words, cue: Cue, verb: int) -> Right | None:
    """What follows the verb; None where it has no hearer though it needs one."""
    at = verb + 1
    hearer = None
    if "hearer" in cue.frames:
        end = _hearer_end(words, at)
        if end == at:
            return None
        hearer = Phrase(at, end - 1)
        at = end
    if words.at(at) == "back" or (words.at(at) == "as" and cue.lemma == "describe"):
        at += 1
    at = _adjuncts_end(words, at)
    return _frame(words, at, hearer)


def _frame(words: Words, at: int, hearer: Phrase | None) -> Right:
    word, after = words.at(at), words.at(at + 1)
    if word in ("", ".", ";", ")", "!", "?") or word in word_set("grammar", "joins"):
        return Right("end", at, hearer)
    if word == ":" or word in QUOTES:
        return Right("quote", at + (word == ":"), hearer)
    if word in (",", "–", "—", "--", "-"):
        return Right("quote" if after in QUOTES else "end", at + (after in QUOTES), hearer)
    if word == "that" or (word == "so" and after == "that"):
        return Right("that", at + 1 + (word == "so"), hearer)
    if word in word_set("grammar", "wh") or (
        word in ("on", "about", "of") and after in word_set("grammar", "wh")
    ):
        return Right("that", at, hearer)
    if word in ("of", "about", "against"):
        return Right("of", at + 1, hearer)
    if word == "to":
        return Right("to", at, hearer)
    return Right("clause", at, hearer)


def _hearer_end(words: Words, at: int) -> int:
    """The word after whoever is told: "reporters", "the BBC's Today programme"."""
    named = words.starting(at)
    if named is None and words.at(at) in ("the", "a", "an"):
        named = words.starting(at + 1)
    if named:
        return named.last + 1
    if words.at(at) not in word_set("adjunct", "hearers") and not _is_name(words, at):
        return at
    if words.at(at) in ("us", "me", "him", "her", "them", "mps", "reporters", "analysts"):
        return at + 1
    times, prepositions = word_set("adjunct", "times"), word_set("adjunct", "prepositions")
    for end in range(at + 1, min(at + 8, len(words) + 1)):
        word = words.at(end)
        if (
            word in BREAKS
            or word in word_set("grammar", "stops")
            or word in times
            or word in prepositions
            or word in ("", ".")
        ):
            return end
        if word in PRONOUNS or word == "the":
            return end
    return at + 1


def _is_name(words: Words, at: int) -> bool:
    return at < len(words) and words.texts[at][0].isupper()


def _adjuncts_end(words: Words, at: int) -> int:
    """The word after "on Friday", "in a separate statement this week", "late on Wednesday"."""
    times, prepositions = word_set("adjunct", "times"), word_set("adjunct", "prepositions")
    for _ in range(10):
        word = words.at(at)
        if word in ("this", "last", "next", "the", "a", "an", "two", "three"):
            if words.at(at + 1) not in times:
                return at
            at += 1
        elif word in times or (word[:1].isdigit() and words.at(at - 1) in times):
            at += 1
            at += words.at(at) == "." and words.at(at + 1)[:1].isdigit()
        elif word in prepositions and _is_adjunct(words, at):
            at = _prepositional_end(words, at)
        else:
            return at
    return at


def _is_adjunct(words: Words, at: int) -> bool:
    """Whether a preposition opens a time, a place or a medium rather than what is said."""
    if words.at(at) == "to":
        return words.at(at + 1) in word_set("adjunct", "hearers") or bool(words.starting(at + 1))
    return words.at(at + 1) not in word_set("grammar", "wh") and words.at(at + 1) not in QUOTES


def _prepositional_end(words: Words, at: int) -> int:
    """The word after a prepositional phrase: "in a letter to parliament" takes two calls."""
    times, prepositions = word_set("adjunct", "times"), word_set("adjunct", "prepositions")
    media = word_set("adjunct", "media")
    limit = 6
    for end in range(at + 1, min(at + 2 + limit, len(words) + 1)):
        word = words.at(end)
        if word in BREAKS or word in word_set("grammar", "stops") or word in ("", "."):
            return end
        if end > at + 1 and (
            word in prepositions or word in PRONOUNS or word in ("the", "a", "its")
        ):
            return end
        if word in media and words.at(end + 1) not in media:
            return end + 1
        if word in times and words.at(end + 1) not in times and not words.at(end + 1)[:1].isdigit():
            return end + 1
    return min(at + 5, len(words))


def forward(words: Words, first: int) -> Phrase:
    """The noun phrase that starts here, as after "according to" or an inverted "said"."""
    at = first
    for at in range(first, min(first + 2 * _FAR, len(words))):
        inside = any(n.first < at <= n.last for n in words.named)
        if inside or (at == first and words.low[at] in QUOTES):
            continue
        word = words.low[at]
        is_joint = word == "and" and bool(words.starting(at + 1) and words.ending(at - 1))
        if word in BREAKS or (word == "." and at >= len(words) - 2):
            break
        if (
            word in word_set("grammar", "stops")
            and not is_joint
            and not (word == "who" and at > first)
        ):
            break
    else:
        at += 1
    end = at - 1
    beside = _beside_after(words, at)
    return Phrase(first, end, beside)


def _beside_after(words: Words, comma: int) -> tuple[int, int] | None:
    """An apposition after a name: ", an analyst at Bernstein"."""
    if words.at(comma) != "," or words.at(comma + 1) not in word_set("grammar", "beside"):
        return None
    for end in range(comma + 2, min(comma + 14, len(words))):
        if words.low[end] in BREAKS or words.low[end] == ".":
            return comma + 1, end - 1
    return None


def has_finite(words: Words, first: int, last: int) -> bool:
    """Whether some word between looks like a finite verb."""
    return any(
        words.low[at] in word_set("grammar", "finite") or words.low[at].endswith("ed")
        for at in range(max(first, 0), min(last + 1, len(words)))
    )
