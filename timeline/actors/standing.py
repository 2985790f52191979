"""How a name stands in its clause: doer, owner, or before a noun."""

from timeline.actors.found import Found
from timeline.actors.lexemes import Around, around
from timeline.actors.words import Words
from timeline.model import ActorKind, Use

_ARTICLES = ("the", "a", "an", "both", "its", "their")
_NOUN, _PERSON = Use.NOUN, ActorKind.PERSON
_BARE = (ActorKind.COMPANY, ActorKind.PERSON, ActorKind.OUTLET, ActorKind.PRODUCT)
_CONJUNCTIONS = ("and", "or", "as", "but", "while", "when", "which", "if")


def use(words: Words, found: Found) -> Use:
    """The use of a mention: "Nvidia's", "shares of Nvidia", "Nvidia chips".

    A plural role phrase stands before no noun ("officials say"), an adjective nearly always does.
    """
    first, end, adjective = found.first, found.end, found.adjective
    if is_possessive(words, end):
        return Use.POSSESSIVE
    before = not (found.plural or found.whole) and _is_attribute(words, found)
    if adjective:
        nominal = first > 0 and words.low[first - 1] == "the" and not before
        nominal = nominal or words.low[first].endswith("ans") or _acts(words, end)
        return Use.NOUN if nominal else Use.ATTRIBUTIVE
    if before:
        return Use.ATTRIBUTIVE
    return Use.POSSESSIVE if _is_owner(words, first) else _NOUN


def _acts(words: Words, end: int) -> bool:
    """Whether the adjective is the doer, as in a headline: "Dutch to curb exports"."""
    if end >= len(words) or end > 4:
        return False
    return words.low[end] == "to" or is_verb(words, end)


def is_possessive(words: Words, end: int) -> bool:
    """Whether 's follows, or the bare apostrophe of a plural ("firms' orders")."""
    low = words.low
    if end >= len(low):
        return False
    if low[end] == "'s":
        return True
    if low[end] != "'" or not low[end - 1].endswith("s") or not words.is_glued(end):
        return False
    follows = end + 1 < len(low) and low[end + 1].isalpha() and not words.is_glued(end + 1)
    return follows and low[:end].count("'") % 2 == 0


def _is_attribute(words: Words, found: Found) -> bool:
    kind, at = _kind(found), found.end
    if at >= len(words):
        return False
    word, lists = words.low[at], around()
    if kind is _PERSON and word not in lists.nouns and word not in lists.either:
        return False
    if kind in _BARE and word in lists.either and words.low[found.first - 1] in ("the", "a", "an"):
        return found.first > 0  # "the Nvidia ban"
    return stands_before_noun(words, at)


def _kind(found: Found) -> ActorKind:
    if found.actor is not None:
        return found.actor.kind
    if found.ask is not None and found.ask.names:
        return found.ask.names[0].actor.kind
    is_person = found.ask is not None and found.ask.what in ("surname", "person", "he")
    return ActorKind.PERSON if is_person else ActorKind.BODY


def is_subject(words: Words, found: Found) -> bool:
    """Whether it does what the verb says, as far as its neighbours show."""
    lists, low = around(), words.low
    first, end, plural = found.first, found.end, found.plural or found.whole
    at = first - 1
    while at >= 0 and low[at] in _ARTICLES:
        at -= 1
    if at >= 0 and low[at] in lists.prepositions:
        return False
    if end >= len(low):
        return False
    if is_verb(words, end) or at < 0:
        return True
    word = low[end]
    return (
        plural and word.isalpha() and word not in lists.prepositions and word not in ("and", "or")
    )


def is_verb(words: Words, at: int) -> bool:
    """Whether word ``at`` reads as the verb of what stands before it."""
    lists, word = around(), words.low[at]
    if word in lists.verbs:
        return True
    if not word.isalpha() or word in lists.function or word in lists.prepositions:
        return word in ("also", "then", "now", "still", "just", "never", "not", "soon", "already")
    if word in lists.either:
        return not _is_noun_here(words, at, lists)
    return word.endswith(("ed", "ly")) and word not in lists.nouns


def stands_before_noun(words: Words, at: int) -> bool:
    """Whether word ``at`` is a noun (or its adjective) that what stands before describes."""
    low, lists = words.low, around()
    if at >= len(low):
        return False
    word = low[at]
    if word == "-":
        return words.is_glued(at) and words.is_glued(at + 1) if at + 1 < len(low) else False
    if not word[0].isalpha() or word in lists.function or word in lists.prepositions:
        return False
    if word in lists.either:
        return _is_noun_here(words, at, lists)
    if word in lists.nouns:
        return True
    if word in lists.verbs or word.endswith(("ed", "ing", "ly")):
        return False
    return _is_noun_here(words, at, lists) if word.endswith("s") else True


def _is_noun_here(words: Words, at: int, lists: Around) -> bool:
    """Whether it is a noun, by the word after: "US curbs hit", "China curbs exports"."""
    if at + 1 >= len(words.low):
        return words.low[at] in lists.nouns or words.low[at] in lists.either
    after = words.low[at + 1]
    if words.low[at] not in lists.either and words.low[at] not in lists.nouns:
        return after in lists.verbs or after.endswith("ed")
    if after == "to" or after == "that":
        return False
    if after in lists.prepositions or after in _CONJUNCTIONS or not after[0].isalnum():
        return True
    if after in lists.verbs or (after.endswith("ed") and after not in ("advanced", "limited")):
        return True
    return words.low[at] in lists.nouns and after in lists.nouns


def _is_owner(words: Words, first: int) -> bool:
    low, at = words.low, first - 1
    while at >= 0 and low[at] in _ARTICLES:
        at -= 1
    if at < 1 or low[at] != "of":
        return False
    return low[at - 1] not in around().not_owner
