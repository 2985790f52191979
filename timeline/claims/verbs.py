"""Which tokens of a sentence are verbs: "regulators urged", "to ban", not "the ban"."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.frames import frames
from timeline.claims.kinds import auxiliaries, verb_lemmas, words
from timeline.claims.tokens import ACTS, HELPS, Token, where

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
    if i and tokens[i - 1].lower == "," and _is_naming(tokens, i):
        return False
    token = tokens[i]
    if token.lower in words("gerund") and _has_article(tokens, i):
        return False
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if after in _reduced().get(token.lower, ()) and _tells_which(tokens, i):
        return False
    if token.lower in words("attributive") and _stands_before_noun(after):
        return False
    if before == "that":
        return not _noun_like(tokens, i)
    if token.lower == "given" and not any(t.helps for t in tokens[max(i - 3, 0) : i]):
        return False  # "given the risk"
    if before in ("'s", "’s", "’", "'", "$") or before in words("determiner"):
        return token.form.endswith("ing") and before not in ("the", "a", "an", "'s", "’s")
    if token.form.endswith("ing"):
        if after == "of":
            return before == "," or token.helps  # "the targeting of firms" is a noun
        return before not in ("of", "in") or after in ("the", "a", "an", "its", "their")
    if before in words("preposition") and before != "to":
        return False
    if token.form.endswith("ed") or (token.lower != token.lemma and not _is_plural(token)):
        return True
    if before == "to" and _is_plural(token):
        return False  # "sold to partners"
    if before == "to" or before in auxiliaries() or before in ("not", "n't", "also", "now"):
        return True
    return not _noun_like(tokens, i)


def _is_naming(tokens: Sequence[Token], i: int) -> bool:
    """Whether it gives a name and tells nothing: ", called Xyz", but ", named by the Pentagon"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in words("naming") and after not in ("as", "by")


def _stands_before_noun(after: str) -> bool:
    if not after.isalpha() or after in words("preposition") or after in words("determiner"):
        return False
    return after not in words("subordinator") and after not in words("coordinator")


@cache
def _reduced() -> dict[str, list[str]]:
    """The words that tell which behind a noun: "accused" -> "of"."""
    found: dict[str, list[str]] = {}
    for pair in sorted(words("reduced")):
        first, _, second = pair.partition("_")
        found.setdefault(first, []).append(second)
    return found


def _tells_which(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun stands before a participle, and no helper: "entities accused of dumping"."""
    if not i or not tokens[i - 1].text[:1].isalpha() or tokens[-1].text.isalnum():
        return False  # in a headline it is what is told
    return not any(token.helps for token in tokens[max(i - 3, 0) : i])


def _has_article(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article stands before it and at most one adjective: "a stark warning"."""
    return any(t.lower in ("a", "an", "the") for t in tokens[max(i - 2, 0) : i])


def _is_plural(token: Token) -> bool:
    return token.lower.endswith("s") and not token.lower.endswith("ss")


def _noun_like(tokens: Sequence[Token], i: int) -> bool:
    """A bare or plural form that may be a noun: told by what stands around it."""
    token = tokens[i]
    if token.lemma not in frames().nouns and token.lemma not in nounish():
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[:1].isalnum():
        return True
    if after.lemma in verb_lemmas() and after.lower != after.lemma and not _is_plural(after):
        return True  # "chip stocks sold off"
    if after.lower in words("coordinator") and _is_plural(token):
        return True  # "market rules and the spirit of contracts"
    if after.lower in ("the", "a", "an", "its", "their", "that", "his", "her", "on") or (
        after.text[:1].isupper() and i > 0
    ):
        return after.lower == "on"
    return after.lower in words("preposition") or after.lower in auxiliaries()


@cache
def nounish() -> frozenset[str]:
    classes = frames().classes
    names = ("MEASURE", "ORDER", "PROBE", "TALKS", "EXPORT", "FUND", "FINE", "RESULT")
    return frozenset(w for name in names for w in classes[name]) | words("ambiguous")
