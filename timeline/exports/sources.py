"""The documents behind some events as a numbered list, and as the line below a picture."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from timeline.exports.nested import records
from timeline.language import gettext, pgettext

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its number; ``origin`` is whose report it rests on, as far as it is known."""

    number: int
    outlet: str
    origin: str
    author: str
    title: str
    published: str
    url: str

    def line(self) -> str:
        """As a list has it: "[2] Chip Daily, “Regulators steer firms away”, 2024-09-28. https://..."."""
        who = f"{self.author}, {self.outlet}" if self.author else self.outlet
        named = [who, f"“{self.title}”" if self.title else "", self.published]
        return f"[{self.number}] {', '.join(part for part in named if part)}. {self.url}".rstrip()


def numbered(tables: Tables) -> tuple[Source, ...]:
    """The documents in the order of their publication, numbered from 1."""
    origins = dict(zip(tables["reports"]["report_id"], tables["reports"]["origin"], strict=True))
    rows = records(tables["documents"])
    rows.sort(key=lambda row: (str(row["published_start"] or "9999"), str(row["document_id"])))
    return tuple(
        Source(
            number,
            _line(row["outlet"] or row["outlet_id"]),
            _line(origins.get(str(row["report_id"]), "")),
            _line(row["author"]),
            _line(row["title"]),
            str(row["published"]),
            _line(row["url"]),
        )
        for number, row in enumerate(rows, 1)
    )


def _line(value: object) -> str:
    return " ".join(str(value or "").split())


def source_line(sources: tuple[Source, ...]) -> str:
    """By whose report they rest on: "Bloomberg via Chip Daily [2], 4nownews [3]; Reuters [1]"."""
    told: dict[str, list[str]] = {}
    for one in sources:
        own = not one.origin or one.origin == one.outlet
        name = f"[{one.number}]" if own else f"{one.outlet} [{one.number}]"
        told.setdefault(one.origin or one.outlet, []).append(name)
    parts = []
    for origin, names in told.items():
        own_first = sorted(names, key=lambda name: not name.startswith("["))
        named = pgettext("between names", ", ").join(own_first)
        if own_first[0].startswith("["):
            parts.append(f"{origin} {named}")
        else:
            parts.append(gettext("{origin} via {outlets}", origin=origin, outlets=named))
    return pgettext("between filters", "; ").join(parts)
