"""Words of a sentence -> its verbs, and who stands as the subject and the object of each.

A shallow reading of any English sentence, for the bench of cross-document timelines: "Smith, head
of the firm, said it sold shares" has the verbs "said" and "sold".  Words are in semeval.toml.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The words of a key of semeval.toml."""
    with Path(__file__).with_name("semeval.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[table][key].split())


@dataclass(frozen=True)
class Verb:
    """A verb group: its first word (``will``), its head, and how it is told.

    ``form`` is one of finite, participle, bare; ``modal`` that it is told as no fact.
    """

    start: int
    head: int
    form: str
    modal: bool
    quoted: bool


def lower(tokens: Sequence[str]) -> list[str]:
    """The words in lower case; one with a comma stuck to it ("Inc.,") is as good as a comma."""
    return ["," if token.endswith(",") else token.lower() for token in tokens]


def verbs(tokens: Sequence[str]) -> list[Verb]:
    """The verb groups of a sentence but those of mere auxiliaries, in order."""
    low = lower(tokens)
    quoted = _quoted(low)
    found: list[Verb] = []
    for i in range(len(low)):
        form = _form(tokens, low, i)
        if form:
            start = _group(low, i)
            modal = any(word in words("verb", "modal") for word in low[start:i])
            is_bare = form == "participle" and start == i
            kind = "participle" if is_bare else ("bare" if low[start] == "to" else "finite")
            found.append(Verb(start, i, kind, modal, quoted[i]))
    return found


def _quoted(low: Sequence[str]) -> list[bool]:
    """For each word whether it stands in quotation marks."""
    inside, found = False, []
    for word in low:
        if word in ('"', "“", "”", "``", "''"):
            inside = word in ("“", "``") or (word == '"' and not inside)
        found.append(inside)
    return found


def _group(low: Sequence[str], i: int) -> int:
    """Where the verb group of the head at ``i`` begins: "had not been | sold"."""
    start = i
    helpers = words("verb", "be") | words("verb", "have") | words("verb", "modal")
    for j in range(i - 1, max(i - 6, -1), -1):
        if low[j] in helpers | {"do", "does", "did"}:
            start = j
        elif low[j] not in words("clause", "adverb") and not low[j].endswith("ly"):
            break
    return start


def _form(tokens: Sequence[str], low: Sequence[str], i: int) -> str:
    """How the word at ``i`` stands as a verb: finite, participle or bare; "" if as none."""
    word, before = low[i], low[i - 1] if i else ""
    after = low[i + 1] if i + 1 < len(low) else ""
    if not word.isalpha() or (i and tokens[i][0].isupper()):
        return ""
    in_noun = before in words("clause", "determiner") - {"that"} or before in ("'s", "'")
    if word in words("verb", "irregular"):
        return "" if in_noun else "finite"
    if word.endswith("ed") and len(word) > 4 and word not in words("verb", "not_ed"):
        return "" if in_noun else "finite"
    if word.endswith("ing") and len(word) > 4 and word not in words("verb", "not_ing"):
        led = not i or before in words("clause", "leads_participle") or _group(low, i) < i
        return "participle" if led else ""
    if word in words("verb", "base"):
        led = _group(low, i) < i or before in ("they", "we", "i", "you", "who")
        return "bare" if led else ""
    if _is_led(low, i):
        return "bare"
    return "finite" if _is_present(tokens, word, before, after, i) else ""


def _is_led(low: Sequence[str], i: int) -> bool:
    """Whether a word of no list is a verb by what stands around it: "to step down"."""
    led = i > 0 and low[i - 1] in words("verb", "modal") and not low[i].endswith("s")
    follows = low[i + 1] if i + 1 < len(low) else ""
    ends = words("clause", "determiner") | words("verb", "particle")
    return led and low[i] not in words("verb", "be") and follows in ends


def _is_present(tokens: Sequence[str], word: str, before: str, after: str, i: int) -> bool:
    """Whether "sells" is a verb: behind a pronoun or a noun, before an object."""
    stems = {word[:-1], word[:-2], word[:-3] + "y"} if word.endswith("s") else set()
    if not stems & words("verb", "base"):
        return False
    if before in ("it", "he", "she", "who", "which") or before in words("clause", "adverb"):
        return True
    if before in words("clause", "preposition") or before in words("clause", "determiner"):
        return False
    opens = words("clause", "determiner") | words("clause", "preposition")
    return i > 0 and (after in opens or after in words("clause", "adverb"))


def subject(tokens: Sequence[str], found: Sequence[Verb], n: int) -> range:
    """The words that hold the subject of the verb ``n``: its noun phrase, up to a preposition."""
    low = lower(tokens)
    verb = found[n]
    j = _past_adverbs(low, verb.start - 1)
    if verb.form != "finite" or (n and (j < 0 or low[j] in words("clause", "coordinator"))):
        return _shared(tokens, found, n)
    if low[j : j + 1] and low[j] in words("clause", "relative"):
        j = j - 2 if j and low[j - 1] == "," else j - 1
        return _phrase(low, found, j)
    if j >= 0 and low[j] in (",", ")", "--", "–", "—"):
        aside = _before_aside(low, j)
        if aside < 0 and not any(other.head < j for other in found):
            aside = j - 1  # "Smith , born in Leeds"
        return _phrase(low, found, aside) if aside >= 0 else _shared(tokens, found, n)
    return _phrase(low, found, j)


def _shared(tokens: Sequence[str], found: Sequence[Verb], n: int) -> range:
    """The subject of the verb before it, or of the main one after: "Moving on, Smith said"."""
    for m in range(n - 1, -1, -1):
        if found[m].form == "finite" and not found[m].quoted:
            return subject(tokens, found, m)
    main = next((m for m in range(n + 1, len(found)) if found[m].form == "finite"), None)
    comma = "," in tokens[found[n].head : found[main].start] if main is not None else False
    return subject(tokens, found, main) if main is not None and comma else range(0)


def _past_adverbs(low: Sequence[str], j: int) -> int:
    while j >= 0 and (low[j] in words("clause", "adverb") or low[j].endswith("ly")):
        j -= 1
    return j


def _before_aside(low: Sequence[str], j: int) -> int:
    """The word before an aside that ends at ``j``: "Smith | , head of the firm , said"."""
    marks = {")": ("(",)}.get(low[j], (low[j],))
    for k in range(j - 1, max(j - 25, -1), -1):
        if low[k] in marks:
            return k - 1
    return -1


def _phrase(low: Sequence[str], found: Sequence[Verb], j: int) -> range:
    """The noun phrase that ends at ``j``, without what hangs on it by a preposition."""
    heads = {verb.head for verb in found}
    stops = words("clause", "mark") | words("clause", "opener") | words("clause", "coordinator")
    start = j + 1
    while start > 0 and low[start - 1] not in stops and start - 1 not in heads:
        start -= 1
    prepositions = words("clause", "preposition")
    if start <= j and low[start] in prepositions:
        inside = [k for k in range(start, j + 1) if low[k] in prepositions]
        return range(inside[-1] + 1, j + 1)
    end = next((k for k in range(start, j + 1) if low[k] in prepositions), j + 1)
    return range(start, end)


def objects(tokens: Sequence[str], found: Sequence[Verb], n: int) -> range:
    """The words behind the verb ``n`` up to the end of its clause."""
    low = lower(tokens)
    start = found[n].head + 1
    stops = words("clause", "mark") | words("clause", "opener")
    limit = found[n + 1].start if n + 1 < len(found) else len(low)
    end = next((k for k in range(start, limit) if low[k] in stops), limit)
    return range(start, end)
