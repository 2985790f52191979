"""Two actors, outlets, event types or threads beside each other: what both tell, what only one.

``compare(tables, Pair("outlet", "Reuters", "Xinhua"))`` gives the tables of all events of either,
the events with a column ``side``: "Reuters only", "Both" or "Xinhua only".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pandas as pd

from timeline import filters
from timeline.filters import FilterError, Filters
from timeline.language import gettext, mark, ngettext

Tables = Mapping[str, pd.DataFrame]

KINDS: Mapping[str, str] = {
    "actor": "actors",
    "outlet": "outlets",
    "type": "types",
    "thread": "threads",
}
BOTH = mark("Both")
_ANY = Filters()


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: a key of ``KINDS``, and two values of it."""

    kind: str
    a: str
    b: str

    @property
    def sides(self) -> tuple[str, str, str]:
        """The lanes, in the order in which they are drawn."""
        only = [gettext("{side} only", side=one) for one in (self.a, self.b)]
        return only[0], gettext(BOTH), only[1]


@dataclass(frozen=True, slots=True)
class Compared:
    """The events of either side with what stands behind them, and how many are on which side.

    ``first`` counts the events of both that ``a``, that ``b``, that both on one day told first;
    it is for outlets, and None for others.
    """

    pair: Pair
    tables: Tables
    counts: tuple[int, int, int]
    first: tuple[int, int, int] | None = None

    @property
    def finding(self) -> str:
        """In a line: "Reuters and Xinhua: 20 events, 6 in both"."""
        pair = self.pair
        return gettext(
            "{a} and {b}: {events}, {both:,} in both",
            a=pair.a,
            b=pair.b,
            events=ngettext("{n:,} event", "{n:,} events", sum(self.counts)),
            both=self.counts[1],
        )


def compare(tables: Tables, pair: Pair, rest: Filters = _ANY) -> Compared:
    """The events of either side that fit ``rest`` as well, in the order of the record.

    Raises FilterError where the two are one, or one is not known.
    """
    if pair.a.casefold() == pair.b.casefold():
        raise FilterError(f"{pair.kind} {pair.a!r} is on both sides; expected two that differ")
    chosen = [
        set(filters.select(tables, _of(rest, pair.kind, one))["events"]["event_id"])
        for one in (pair.a, pair.b)
    ]
    kept = filters.cut(tables, chosen[0] | chosen[1])
    one, two, other = pair.sides
    names = {(True, False): one, (True, True): two, (False, True): other}
    side = [names[key in chosen[0], key in chosen[1]] for key in kept["events"]["event_id"]]
    kept = {**kept, "events": kept["events"].assign(side=pd.Series(side, dtype="str"))}
    a, both, b = (side.count(name) for name in pair.sides)
    first = _first(kept, pair) if pair.kind == "outlet" else None
    return Compared(pair, kept, (a, both, b), first)


def independent(tables: Tables, outlets: Sequence[str]) -> tuple[str, str]:
    """The two of these outlets that tell most events independently; of equals the first named.

    A copy tells what its original does: where two rest on one report the event does not count.
    Where no two are independent they are those that tell most events both.
    """
    order = {name: place for place, name in enumerate(outlets)}
    apart, shared = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for told in _reports(tables, order).values():
        for one, other in combinations(sorted(told), 2):
            shared[one, other] += 1
            apart[one, other] += told[one].isdisjoint(told[other])
    both = apart if any(apart.values()) else shared
    first, second = min(both, key=lambda pair: (-both[pair], pair[1], pair), default=(0, 1))
    return outlets[first], outlets[second]


def _reports(tables: Tables, order: Mapping[str, int]) -> dict[str, dict[int, set[str]]]:
    """The reports on which each outlet tells each event; media reports of events left out."""
    events, mentions = tables["events"], tables["mentions"]
    echoes = set(events.loc[events["tells"] != "", "event_id"])
    found: dict[str, dict[int, set[str]]] = {}
    columns = (mentions[name] for name in ("event_id", "outlet", "report_id"))
    for event, outlet, report in zip(*columns, strict=True):
        if outlet in order and event not in echoes:
            found.setdefault(event, {}).setdefault(order[outlet], set()).add(report)
    return found


def _of(rest: Filters, kind: str, value: str) -> Filters:
    if kind == "actor":
        return replace(rest, actors=(value,))
    if kind == "outlet":
        return replace(rest, outlets=(value,))
    return replace(rest, types=(value,)) if kind == "type" else replace(rest, threads=(value,))


def _first(kept: Tables, pair: Pair) -> tuple[int, int, int]:
    """Of the events of both: how often a, b, or both on one day were first to tell it."""
    documents, mentions, events = kept["documents"], kept["mentions"], kept["events"]
    both = set(events.loc[events["side"] == pair.sides[1], "event_id"])
    told = mentions.merge(documents, on="document_id", suffixes=("", "_of"))
    told = told[told["event_id"].isin(both)]
    days = []
    for one in (pair.a, pair.b):
        own = told["outlet_id"].str.casefold() == one.casefold()
        own |= told["outlet_of"].str.casefold() == one.casefold()
        days.append(told[own].groupby("event_id")["published_start"].min())
    a, b = days[0].align(days[1])
    return int((a < b).sum()), int((b < a).sum()), int((a == b).sum())
