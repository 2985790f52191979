"""Whether a clause begins at a token, and of what kind it is."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.frames import frames
from timeline.claims.kinds import auxiliaries, words
from timeline.claims.tokens import Token, is_dating, is_gerund
from timeline.claims.verbs import nounish

PREPOSITIONS = frozenset({"after", "before", "since", "until", "as"})  # and subordinators
_DASHES = frozenset({"—", "–", ";"})
_ADVERBS = frozenset({"also", "now", "still", "then", "since", "already"})
_EXAMPLES = frozenset({"including", "excluding"})
_ONWARD = frozenset({"to", "on", "onto", "from", "into", "over", "for", "after", "by"})
_ASIDE = 16  # tokens between two dashes
_LONG = 40  # tokens of a subject with its appositions
_DATING = frozenset({"beginning", "starting", "effective"})
_CLOSERS = frozenset({",", ";", "—", "–", ":", "(", ")"})


def opens(tokens: Sequence[Token], verb: Sequence[bool], i: int, start: int) -> str:
    """The kind of the clause that begins at ``i``, "" if none does; ``start`` begins the last one.

    "Nvidia | which sells chips" gives relative, "said | that it would" complement.
    """
    lower, before = tokens[i].lower, tokens[i - 1].lower
    if before in _DASHES and _is_aside(tokens, verb, i):
        return ""
    if before in _DASHES or (before == ":" and any(verb[start:i])):
        return "main" if any(verb[i:]) else ""
    if lower in words("relative"):
        return "relative"
    if lower == "that":
        return _that(tokens, verb, i)
    if _opens_speech(tokens, verb, i):
        return "complement"
    if lower == "as":
        return "adverbial" if _as_opens(tokens, verb, i) else ""
    if lower in words("subordinator"):
        return _adverbial(tokens, verb, i)
    if lower in words("coordinator") and any(verb[start:i]):
        return "coordinate" if _new_predicate(tokens, verb, i) else ""
    return _after_comma(tokens, verb, i, start) if before == "," else ""


def _after_comma(tokens: Sequence[Token], verb: Sequence[bool], i: int, start: int) -> str:
    """What begins behind a comma without a word that opens it: ", easing pressure", ", it said"."""
    lower, has_verb = tokens[i].lower, any(verb[start:i])
    if lower in _DATING and (is_dating(tokens, i + 1) or is_dating(tokens, i + 2)):
        return ""  # ", starting from October"
    if lower.endswith("ing") and (verb[i] or (len(lower) > 5 and has_verb)):
        is_name = tokens[i].text[:1].isupper()  # "Beijing"
        is_example = lower in _EXAMPLES and _is_within(tokens, verb, i)
        return "participle" if verb[i] or not (is_name or is_example) else ""
    is_told = any(verb[start : i - 1]) or tokens[start].lower == "who"
    if is_told and _after_relative(tokens, start):
        on = i + (not verb[i] and lower in _ADVERBS)  # "the order, which cites X, also requires"
        if verb[on : on + 1] == [True]:
            return "main"
    return "main" if has_verb and _new_subject(tokens, verb, i) else ""


def _adverbial(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> str:
    """What a subordinator opens: "after the ban took effect", or, by the way, "after finding"."""
    if i + 1 < len(tokens) and verb[i + 1] and tokens[i + 1].form.endswith("ing"):
        return "participle"
    if tokens[i].lower in PREPOSITIONS and is_dating(tokens, i + 1):
        ahead = next((j for j in range(i + 2, min(i + 9, len(tokens))) if verb[j]), 0)
        if ahead and is_gerund(tokens[ahead]):
            return ""  # "the most since April in early trading"
    return "adverbial" if _verb_ahead(tokens, verb, i + 1, 9) else ""


def _is_within(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether the clause goes on behind the examples: "added firms, including Xyz, to the list"."""
    end = next((j for j in range(i + 1, min(i + 25, len(tokens) - 1)) if verb[j]), i + 25)
    ahead = range(i + 1, min(end, len(tokens) - 1))
    return any(tokens[j].lower == "," and tokens[j + 1].lower in _ONWARD for j in ahead)


def _is_aside(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether the dash before ``i`` opens or closes a mere name: "ASML – the maker of tools –"."""
    after = range(i, min(i + _ASIDE, len(tokens)))
    back = range(i - 2, max(i - _ASIDE, 0), -1)
    closes = next((j for j in back if tokens[j].lower in _DASHES), None)
    opens = next((j for j in after if tokens[j].lower in _DASHES), None)
    if closes is not None and not any(verb[closes:i]):
        return tokens[i].lower in words("preposition") or verb[i]
    return opens is not None and not any(verb[i:opens]) and any(verb[opens:])


def _opens_speech(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether what is said begins here without "that": "Kress said | the firm had received"."""
    before = tokens[i - 1]
    if not verb[i - 1] or before.lemma not in words("speech") or verb[i]:
        return False
    if before.form.endswith("ing"):
        return False
    if tokens[i].lower in words("preposition") or not tokens[i].text[:1].isalnum():
        return False
    if tokens[i].lower in words("pronoun") and verb[i + 1 : i + 2] == [True]:
        return True  # "announced it planned to"
    for j in range(i + 1, min(i + 12, len(tokens))):
        if verb[j]:
            return tokens[j - 1].lower != "to" and _is_finite(tokens[j])
        if tokens[j].lower == "that":
            return False
        if tokens[j].lower in _CLOSERS:
            return False
    return False


def _as_opens(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether "as" opens a clause: "fell, as Japan weighed curbs", not "as part of" a deal."""
    if tokens[i - 1].lower in ("such", "well", "much", "known", "same", "far", "soon", "as"):
        return False
    if tokens[i - 1].lower != "," and tokens[i + 1 : i + 2] and tokens[i + 1].lower in ("a", "an"):
        return False  # "singled out as a rival in chips made for AI"
    for j in range(i + 1, min(i + 10, len(tokens))):
        if verb[j]:
            return j > i + 1 and not tokens[j].lower.endswith("ing") and tokens[j - 1].lower != "to"
        if tokens[j].lower in _CLOSERS or tokens[j].lower in ("of", "as", "that"):
            return False
    return False


def _is_finite(token: Token) -> bool:
    """Whether a verb could be no noun and no participle: "had", "targets", not "a decline"."""
    if token.lower in auxiliaries():
        return True
    if token.text[:1].isupper():
        return False  # "the GAIN AI Act"
    return not token.form.endswith("ing") and token.lemma not in _nouns()


@cache
def _nouns() -> frozenset[str]:
    return frozenset(frames().nouns) | nounish()


def _after_relative(tokens: Sequence[Token], start: int) -> bool:
    return tokens[start].lower in words("relative") or tokens[start].lower == "that"


def _that(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> str:
    before = tokens[i - 1]
    if verb[i - 1] and before.lemma in words("speech") and any(verb[i + 1 : i + _LONG]):
        return "complement"  # "alleges that Li, 43, a citizen of Canada, conspired"
    if before.lower in words("preposition") and before.lower != "in":
        return ""  # "added to that list"
    if not _verb_ahead(tokens, verb, i + 1, 18 if verb[i - 1] else 12):
        return ""
    if before.lemma in words("mandative") and not _is_told(tokens, verb, i):
        return ""
    if before.lemma in words("saying") or before.lower in ("”", '"', ",", "said"):
        return "complement"
    return "relative" if verb[i + 1] else "complement"


def _is_told(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether "suggested that" tells a fact ("it found a way") rather than asks for one."""
    if tokens[i - 1].lemma not in words("saying"):
        return False
    ahead = next(
        (t for t, is_verb in zip(tokens[i + 1 :], verb[i + 1 :], strict=True) if is_verb), None
    )
    if ahead is None or ahead.lower in ("be", "should"):
        return False
    return ahead.lower in auxiliaries() or (ahead.lower != ahead.lemma and ahead.form[-3:] != "ing")


def _verb_ahead(tokens: Sequence[Token], verb: Sequence[bool], i: int, reach: int) -> bool:
    for j in range(i, min(i + reach, len(tokens))):
        if verb[j]:
            return True
        if tokens[j].lower in _CLOSERS:
            return False
    return False


def _new_predicate(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After "and": a finite verb at once, or a subject and then a finite verb."""
    letting = _letting(tokens, verb, i)
    for j in range(i + 1, min(i + 10, len(tokens))):
        if verb[j]:
            infinitive = tokens[j - 1].lower == "to" or (letting and j > i + 1)
            return not infinitive and not is_gerund(tokens[j])
        if tokens[j].lower in _CLOSERS or tokens[j].lower in words("coordinator"):
            return False
        if tokens[j].lower == "that" and tokens[j - 1].lemma in words("saying"):
            return False  # "and Thailand over concerns that"
    return False


def _letting(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """Whether two are let do something: "let Intel and Qualcomm sell"."""
    last = next((j for j in range(i - 1, max(i - 12, -1), -1) if verb[j]), None)
    return last is not None and tokens[last].lemma in ("let", "help")


def _new_subject(tokens: Sequence[Token], verb: Sequence[bool], i: int) -> bool:
    """After a comma: a pronoun or a noun phrase with a finite verb soon, as in run-on news."""
    if tokens[i].lower not in ("it", "they", "he", "she", "the", "this", "these", "there"):
        return False
    return _verb_ahead(tokens, verb, i + 1, 6)
