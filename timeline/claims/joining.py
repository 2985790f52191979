"""One claim out of several of one sentence that tell of the same act."""

from collections.abc import Callable, Sequence

from timeline.model import Claim, Status
from timeline.values import replace

__all__ = ["merged"]

_UNSURE = frozenset({Status.SPECULATION, Status.FORECAST})


def merged(
    claims: Sequence[Claim], are_apart: Callable[[Claim, Claim], bool] = lambda _a, _b: False
) -> list[Claim]:
    """Claims of one type are one, the first's, unless each has a date of its own.

    "banned the chip and a ban on its sale" gives one claim; "banned it in May and in July" two.
    ``are_apart`` says of a kept claim and a later one what else keeps them two.
    """
    kept: list[Claim] = []
    for claim in claims:
        twin = next(
            (n for n, k in enumerate(kept) if _same(k, claim) and not are_apart(k, claim)), None
        )
        if twin is None:
            kept.append(claim)
        else:
            kept[twin] = _joined(kept[twin], claim)
    return kept


def _same(a: Claim, b: Claim) -> bool:
    dated_apart = a.timex is not None and b.timex is not None and a.timex != b.timex
    return a.type == b.type and not dated_apart and (a.status in _UNSURE) == (b.status in _UNSURE)


def _joined(a: Claim, b: Claim) -> Claim:
    named = {p.actor.id for p in a.participants}
    more = tuple(p for p in b.participants if p.actor.id not in named)
    objects = {o.text: o for o in (*b.objects, *a.objects)}
    return replace(
        a,
        participants=a.participants + more,
        timex=a.timex or b.timex,
        objects=tuple(objects[k] for k in sorted(objects)),
        numbers=tuple(dict.fromkeys((*a.numbers, *b.numbers))),
    )
