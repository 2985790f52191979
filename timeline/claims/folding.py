"""Forms to lemmas: "curbs", "curbed", "curbing" -> "curb".

Lemmas come from the lexicon: only words that some frame, cue or class names are folded; all others
stay as they are, in lower case.
"""

import re
from collections.abc import Iterable, Mapping

from timeline.values import dataclass

_VOWELS = "aeiou"


def inflections(lemma: str) -> Iterable[str]:
    """The regular forms of an English verb or noun: "curb" -> curb, curbs, curbed, curbing."""
    yield lemma
    stem = lemma[:-1]
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", stem + "ing")
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield from (stem + "ies", stem + "ied", lemma + "ing")
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")
        if re.search(r"[^aeiou][aeiou][bdglmnprt]$", lemma):
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


@dataclass(frozen=True, slots=True)
class Folder:
    """Folds forms to lemmas and joins the lexicon's compounds ("entity list" -> entity_list)."""

    lemmas: Mapping[str, str]
    compounds: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]  # by two first words

    @classmethod
    def of(cls, words: Iterable[str], irregular: Mapping[str, str]) -> "Folder":
        """Made of the lexicon's words ("_" joins a compound's) and {form: lemma} of irregulars."""
        singles, compounds = set[str](), dict[str, set[tuple[str, ...]]]()
        for word in words:
            parts = tuple(word.split("_"))
            singles.update(part for part in parts)
            if len(parts) > 1:
                compounds.setdefault(parts[0], set()).add(parts)
        lemmas: dict[str, str] = {}
        for lemma in sorted(singles, key=lambda w: (len(w), w)):
            for form in inflections(lemmas.get(lemma, lemma)):
                lemmas.setdefault(form, lemmas.get(lemma, lemma))
        lemmas.update(irregular)
        return cls(lemmas, {first: _by_second(group) for first, group in compounds.items()})

    def lemma(self, lower: str) -> str:
        """What a word in lower case is folded to: "curbs" -> "curb", "Beijing" stays."""
        return self.lemmas.get(lower, lower)


def _by_second(group: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Compounds of one first word by their second, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in sorted(group, key=longest_first):
        found[parts[1]] = (*found.get(parts[1], ()), parts)
    return found


def longest_first(parts: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(parts), parts
