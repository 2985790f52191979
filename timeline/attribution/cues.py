"""lexicon/cues.toml, compiled once."""

from functools import cache

from timeline.errors import SeedError
from timeline.lexicon import Table, load, texts
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in one of its forms.

    ``form`` is base, s, past or ing; ``frames`` what may follow it, as cues.toml explains.
    """

    lemma: str
    form: str
    frames: frozenset[str]


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """A list of cues.toml for looking up."""
    return frozenset(texts("cues", table, key))


@cache
def verbs() -> dict[str, Cue]:
    """Every form of every verb of saying; of two that look alike, the first in the file."""
    forms: dict[str, Cue] = {}
    for lemma, entry in load("cues")["verbs"].items():
        row = _row(entry, lemma)
        for form, word in _forms(lemma, str(row.get("forms", ""))):
            forms.setdefault(word, _cue(row, lemma, form))
    return forms


@cache
def phrasal() -> dict[tuple[str, str], Cue]:
    """Verbs of two words: "pointed out"."""
    forms: dict[tuple[str, str], Cue] = {}
    for phrase, entry in load("cues")["phrasal"].items():
        first, _, second = phrase.partition(" ")
        form = "ing" if first.endswith("ing") else "past"
        forms[first, second] = _cue(_row(entry, phrase), phrase, form)
    return forms


def _row(entry: object, name: str) -> Table:
    if not isinstance(entry, dict) or "frames" not in entry:
        raise SeedError(f"lexicon/cues.toml: found {name} = {entry!r}; expected {{ frames = ... }}")
    return entry


def _cue(row: Table, lemma: str, form: str) -> Cue:
    return Cue(lemma, form, frozenset(str(row["frames"]).split()))


def _forms(lemma: str, irregular: str) -> list[tuple[str, str]]:
    """The forms of a verb: claim, claims, claimed, claiming."""
    given = irregular.split()
    if given:
        rest = [("ing" if word.endswith("ing") else "past", word) for word in given[1:]]
        forms = [("base", lemma), ("s", given[0]), *rest]
        return [(form, word) for form, word in forms if word != "-"]
    stem = lemma.removesuffix("e")
    past = f"{stem}ed"
    return [("base", lemma), ("s", f"{lemma}s"), ("past", past), ("ing", f"{stem}ing")]
