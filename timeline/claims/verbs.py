"""Which tokens of a sentence are verbs: "regulators urged", "to ban", not "the ban"."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.frames import frames
from timeline.claims.kinds import auxiliaries, verb_lemmas, words
from timeline.claims.tokens import (
    ACTS,
    ED,
    HELPS,
    INFLECTED,
    ING,
    LEADS_NOUN,
    PLURAL,
    PREPOSES,
    RARELY,
    Token,
    reduced,
    where,
)

_STOPS = frozenset({".", "?", "!", "”", '"'})


def verbs(tokens: Sequence[Token], flags: bytes) -> list[bool]:
    """For each token whether it is a verb: "regulators urged", "to ban", not "the ban"."""
    verb = [False] * len(tokens)
    for i in where(flags, ACTS):
        verb[i] = not _is_of_name(tokens, i) and _stands_as_verb(tokens, i)
    for i in where(flags, HELPS):
        verb[i] = True
    return verb


def _is_of_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether its capital makes it part of a name: "High Point", but every word of a headline.

    What begins a sentence, a quotation or stands behind a colon has a capital anyhow.
    """
    if not i or not tokens[i].text[0].isupper() or not tokens[i - 1].text[-1].isalnum():
        return False
    if tokens[-1].lower not in _STOPS:
        return False
    capitals = sum(token.text[0].isupper() for token in tokens)
    return capitals * 2 < sum(token.text[0].isalpha() for token in tokens)


def _stands_as_verb(tokens: Sequence[Token], i: int) -> bool:
    token, looks = tokens[i], tokens[i].looks
    before = tokens[i - 1].lower if i else ""
    led = tokens[i - 1].looks if i else 0
    if looks & RARELY and _is_no_verb(tokens, i, before):
        return False
    if before == "that":
        return not _noun_like(tokens, i)
    if led & LEADS_NOUN and not (before == "first" and looks & ED and _follows_name(tokens, i - 1)):
        return bool(looks & ING) and before not in ("the", "a", "an", "'s", "’s")
    if looks & ING:
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if after == "of":
            return before == "," or token.helps  # "the targeting of firms" is a noun
        return before not in ("of", "in") or after in ("the", "a", "an", "its", "their")
    if led & PREPOSES and before != "to":
        return False
    if looks & ED or looks & (INFLECTED | PLURAL) == INFLECTED:
        return True
    if before == "to" and looks & PLURAL:
        return False  # "sold to partners"
    if before == "to" or before in auxiliaries() or before in ("not", "n't", "also", "now"):
        return True
    return not _noun_like(tokens, i)


def _follows_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands right before: "China | first requested talks"."""
    return i > 0 and tokens[i - 1].text[:1].isupper() and not tokens[i - 1].looks & LEADS_NOUN


def _is_no_verb(tokens: Sequence[Token], i: int, before: str) -> bool:
    """Whether what stands around it says so: ", called Xyz", "a stark warning", "accused of"."""
    if before == "," and _is_naming(tokens, i):
        return True
    lower, after = tokens[i].lower, tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if lower in words("gerund") and _has_article(tokens, i):
        return True
    if after in reduced().get(lower, ()) and _tells_which(tokens, i):
        return True
    if lower == "given" and before != "that" and not _is_helped(tokens, i):
        return True  # "given the risk"
    return lower in words("attributive") and _stands_before_noun(after)


def _is_naming(tokens: Sequence[Token], i: int) -> bool:
    """Whether it gives a name and tells nothing: ", called Xyz", but ", named by the Pentagon"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in words("naming") and after not in ("as", "by")


def _stands_before_noun(after: str) -> bool:
    if not after.isalpha() or after in words("preposition") or after in words("determiner"):
        return False
    return after not in words("subordinator") and after not in words("coordinator")


def _tells_which(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun stands before a participle, and no helper: "entities accused of dumping"."""
    if not i or not tokens[i - 1].text[:1].isalpha() or tokens[-1].text.isalnum():
        return False  # in a headline it is what is told
    return not _is_helped(tokens, i)


def _is_helped(tokens: Sequence[Token], i: int) -> bool:
    """Whether a helper stands before it: "was given"."""
    return any(token.helps for token in tokens[max(i - 3, 0) : i])


def _has_article(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article stands before it and at most one adjective: "a stark warning"."""
    return any(t.lower in ("a", "an", "the") for t in tokens[max(i - 2, 0) : i])


def _noun_like(tokens: Sequence[Token], i: int) -> bool:
    """A bare or plural form that may be a noun: told by what stands around it."""
    token = tokens[i]
    if i and tokens[i - 1].lower in words("figures") and token.lower == token.lemma:
        return True  # "a staggering revenue jump"
    if token.lemma not in frames().nouns and token.lemma not in nounish():
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[:1].isalnum():
        return True
    if token.lower == "calls" and after.lower == "for" and _is_of_headline(tokens, i):
        return False
    if after.lemma in verb_lemmas() and after.lower != after.lemma and not after.looks & PLURAL:
        return True  # "chip stocks sold off"
    if after.lower in words("coordinator") and token.looks & PLURAL:
        return True  # "market rules and the spirit of contracts"
    if after.lower in ("the", "a", "an", "its", "their", "that", "his", "her", "on") or (
        after.text[:1].isupper() and i > 0
    ):
        return after.lower == "on"
    return after.lower in words("preposition") or after.lower in auxiliaries()


def _is_of_headline(tokens: Sequence[Token], i: int) -> bool:
    """Whether a headline's subject stands before it: "Senator Calls for", not "Rejects Calls"."""
    before = tokens[i - 1] if i else None
    if before is None or tokens[-1].lower in _STOPS or not before.text[:1].isupper():
        return False
    return before.lemma not in verb_lemmas() and not before.looks & (LEADS_NOUN | PREPOSES | ING)


@cache
def nounish() -> frozenset[str]:
    classes = frames().classes
    names = ("MEASURE", "ORDER", "PROBE", "TALKS", "EXPORT", "FUND", "FINE", "RESULT")
    return frozenset(w for name in names for w in classes[name]) | words("ambiguous")
