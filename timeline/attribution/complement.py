"""What follows a verb of saying: when and to whom it is said, then what is said.

All scans are bounded to a few dozen words.
"""

from timeline.attribution.cues import Cue, word_set
from timeline.attribution.subject import PRONOUNS
from timeline.attribution.teller import Phrase
from timeline.attribution.words import BREAKS, QUOTES, Words
from timeline.values import dataclass

_FAR = 36
_WITHIN = frozenset(("and", "or", "after", "before"))
_ABOUT = frozenset(("of", "about", "against"))


@dataclass(frozen=True, slots=True)
class Right:
    """What follows the verb: its frame, the first word of what is said, and who hears it.

    ``frame`` is that, clause, quote, of, to, or end where nothing follows.
    """

    frame: str
    start: int
    hearer: Phrase | None = None


def right_of(words: Words, cue: Cue, verb: int) -> Right | None:
    """What follows the verb; None where it has no hearer though it needs one."""
    at = verb + 1
    hearer = None
    if "hearer" in cue.frames:
        end = _hearer_end(words, at)
        end = _listener_end(words, at) if end == at else end
        if end == at:
            return None
        hearer = Phrase(at, end - 1)
        at = end
    elif "listener" in cue.frames:
        end = _listener_end(words, at)
        hearer = Phrase(at, end - 1) if end > at else None
        at = end
    if words.at(at) == "back" or (words.at(at) == "as" and cue.lemma == "describe"):
        at += 1
    after = _that_ahead(words, at) if hearer or words.at(at) in _prepositions() else None
    return _frame(words, _adjuncts_end(words, at) if after is None else after, hearer)


def _prepositions() -> frozenset[str]:
    return word_set("adjunct", "prepositions")


def _that_ahead(words: Words, at: int) -> int | None:
    """The "that" behind hearers, media and dates: "told members of a panel | that".

    None where another clause or a comma comes first, or where "that" only says which: "on a call
    that was recorded".
    """
    for that in range(at, min(at + 16, len(words) - 1)):
        word = words.low[that]
        if word == "that":
            after = words.low[that + 1]
            is_which = after in word_set("grammar", "finite") or after.endswith("ed")
            return None if is_which else that
        is_end = word in BREAKS or word in QUOTES or word in word_set("grammar", "finite")
        if is_end or (word in word_set("grammar", "stops") and word not in _WITHIN):
            return None
    return None


def _listener_end(words: Words, at: int) -> int:
    """The word after whoever is warned or assured: "warned chipmakers | that"; ``at`` if nobody."""
    opens = words.at(at)
    if opens in _prepositions() or opens in word_set("grammar", "wh") or opens in _ABOUT:
        return at
    topic = at
    for end in range(at, min(at + 12, len(words))):
        word = words.low[end]
        if word == "that":
            return end
        is_end = word == "to" or word in BREAKS or word in QUOTES
        if is_end or word in word_set("grammar", "finite"):
            return at
        if word in _ABOUT and topic == at:
            topic = end
    return topic


def _frame(words: Words, at: int, hearer: Phrase | None) -> Right:
    word, after = words.at(at), words.at(at + 1)
    if word in ("", ".", ";", ")", "!", "?") or word in word_set("grammar", "joins"):
        return Right("end", at, hearer)
    if word == ":" or word in QUOTES:
        return Right("quote", at + (word == ":"), hearer)
    if word == "," and (that := _behind_aside(words, at)):
        return Right("that", that + 1, hearer)
    if word in (",", "–", "—", "--", "-"):
        return Right("quote" if after in QUOTES else "end", at + (after in QUOTES), hearer)
    if word == "that" or (word == "so" and after == "that"):
        return Right("that", at + 1 + (word == "so"), hearer)
    if word in word_set("grammar", "wh"):
        return Right("that", at, hearer)
    if word in ("on", "about", "of") and after in word_set("grammar", "wh"):
        return Right("that", at + 1, hearer)
    if word in _ABOUT:
        return Right("of", at + 1, hearer)
    if word == "to":
        return Right("to", at, hearer)
    return Right("clause", at, hearer)


def _behind_aside(words: Words, comma: int) -> int:
    """The "that" behind an aside: "hinted, on condition of anonymity, | that"; 0 for none."""
    for at in range(comma + 1, min(comma + 12, len(words) - 1)):
        word = words.low[at]
        if word == ",":
            return at + 1 if words.low[at + 1] == "that" else 0
        if word in BREAKS or word in QUOTES or word in word_set("grammar", "finite"):
            return 0
    return 0


def _hearer_end(words: Words, at: int) -> int:
    """The word after whoever is told: "reporters", "the BBC's Today programme"."""
    named = words.starting(at)
    if named is None and words.at(at) in ("the", "a", "an"):
        named = words.starting(at + 1)
    if named:
        end = named.last + 1
        while words.low[named.last].endswith("'s") and _is_name(words, end):
            end += 1  # "the BBC's Newsnight"
        return end
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
        elif word == "(" and ")" in words.low[at + 1 : at + 7]:
            at = words.low.index(")", at) + 1
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
    known = words.starting(first) or words.starting(first + 1)
    end = first
    while end < min(first + _FAR, len(words)):
        inside = end in words.inside
        is_verb = known is not None and end == known.last + 1 and not _goes_on(words, end)
        if not inside and (is_verb or (end > first and _ends_phrase(words, end))):
            break
        end += 1
    return Phrase(first, end - 1, _beside_after(words, end))


def _ends_phrase(words: Words, at: int) -> bool:
    """Whether a noun phrase cannot hold this word; "people who know" holds its "who"."""
    word = words.low[at]
    if word in BREAKS or (word == "." and at >= len(words) - 2):
        return True
    is_joint = word == "and" and bool(words.starting(at + 1) and words.ending(at - 1))
    return word in word_set("grammar", "stops") and word != "who" and not is_joint


def _goes_on(words: Words, at: int) -> bool:
    """Whether the word after a name belongs to its phrase: "Bloomberg sources", "Nvidia's"."""
    word = words.low[at]
    if not word.isalpha() or words.texts[at][0].isupper():
        return True
    heads = ("insiders", "experts", "voices", "officials", "firms", "outlets", "documents", "never")
    is_head = any(word in word_set("heads", key) for key in heads)
    return (
        is_head or word in word_set("grammar", "after_head") or word in ("and", "news", "finance")
    )


def _beside_after(words: Words, comma: int) -> tuple[int, int] | None:
    """An apposition after a name: ", an analyst at Bernstein"."""
    if words.at(comma) != "," or words.at(comma + 1) not in word_set("grammar", "beside"):
        return None
    for end in range(comma + 2, min(comma + 14, len(words))):
        if words.low[end] in BREAKS or words.low[end] == ".":
            return comma + 1, end - 1
    return None
