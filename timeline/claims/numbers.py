"""The figures of a clause, with their scale: "$3.7 billion", "12%"."""

from collections.abc import Iterator
from functools import cache

from timeline.claims.clauses import Clause
from timeline.claims.kinds import MONEY
from timeline.claims.view import View
from timeline.lexicon import load


@cache
def _scales() -> frozenset[str]:
    """What a sum is counted in: "billion", "bn"."""
    return frozenset(load("words")["scale"])


def numbers(ready: View, clause: Clause) -> Iterator[str]:
    """Figures with their scale: "$3.7 billion" -> "$3.7 billion", "12%", "1,600"."""
    for i in ready.figures:
        if not clause.start <= i < clause.end:
            continue
        token = ready.tokens[i]
        after = ready.tokens[i + 1].lower if i + 1 < clause.end else ""
        if token.lower.endswith("%"):
            yield token.lower
        elif after in ("percent", "%") or after == "per":
            yield f"{token.lower}%"
        elif after in _scales():
            yield f"{token.text} {after}"
        elif token.lower[:1] in MONEY or "," in token.text:
            yield token.text
