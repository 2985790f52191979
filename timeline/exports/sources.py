"""The documents behind some events as a numbered list, and as the line below a picture."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from timeline import dates
from timeline.exports.nested import records
from timeline.language import gettext, pgettext

Tables = Mapping[str, pd.DataFrame]

_NOBODY = ("admin", "administrator", "webmaster")


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its number; ``origin`` is whose report it rests on, as far as it is known."""

    number: int
    document: str
    outlet: str
    origin: str
    author: str
    title: str
    published: str
    url: str

    def line(self) -> str:
        """As a list has it: "[2] Chip Daily, “Regulators steer firms away”, 28 Sep 2024. …"."""
        who = f"{self.author}, {self.outlet}" if self.author else self.outlet
        named = [who, f"“{self.title}”" if self.title else "", _day(self.published)]
        return f"[{self.number}] {', '.join(part for part in named if part)}. {self.url}".rstrip()


def numbered(tables: Tables) -> tuple[Source, ...]:
    """The documents in the order of their publication, numbered from 1."""
    origins = dict(zip(tables["reports"]["report_id"], tables["reports"]["origin"], strict=True))
    rows = records(tables["documents"])
    rows.sort(key=lambda row: (str(row["published_start"] or "9999"), str(row["document_id"])))
    return tuple(
        Source(
            number,
            str(row["document_id"]),
            _line(row["outlet"] or row["outlet_id"]),
            _line(origins.get(str(row["report_id"]), "")),
            _author(row["author"]),
            _line(row["title"]),
            str(row["published"]),
            _line(row["url"]),
        )
        for number, row in enumerate(rows, 1)
    )


def _author(value: object) -> str:
    """Who signs it; "admin" is the name of an account and of nobody."""
    name = _line(value)
    return "" if name.casefold() in _NOBODY else name


def _day(published: str) -> str:
    return dates.when(published) if published else ""


def _line(value: object) -> str:
    return " ".join(str(value or "").split())


def credits(sources: Sequence[Source]) -> tuple[str, ...]:
    """By whose report they rest on: ("Bloomberg via Chip Daily [2], 4nownews [3]", "Reuters [1]").

    Those with the most documents come first.
    """
    told: dict[str, dict[str, list[Source]]] = {}
    for one in sources:
        origin = one.origin or one.outlet
        via = "" if origin == one.outlet else one.outlet
        told.setdefault(origin, {}).setdefault(via, []).append(one)
    order = sorted(told, key=lambda origin: -sum(map(len, told[origin].values())))
    return tuple(_credit(origin, told[origin]) for origin in order)


def _credit(origin: str, via: Mapping[str, Sequence[Source]]) -> str:
    """Its own documents first, then others': "Bloomberg [1], Chip Daily [2], [5]"."""
    names = pgettext("between names", ", ").join(
        f"{outlet} {_numbers(via[outlet])}".lstrip()
        for outlet in sorted(via, key=lambda outlet: outlet != "")
    )
    if "" in via:
        return f"{origin} {names}"
    return gettext("{origin} via {outlets}", origin=origin, outlets=names)


def _numbers(sources: Sequence[Source]) -> str:
    return pgettext("between names", ", ").join(f"[{one.number}]" for one in sources)


def behind(tables: Tables, event_ids: Collection[str]) -> tuple[Source, ...]:
    """Those of the documents that tell of these events, with their numbers among all."""
    mentions = tables["mentions"]
    held = set(mentions.loc[mentions["event_id"].isin(event_ids), "document_id"])
    return tuple(one for one in numbered(tables) if one.document in held)
