"""Tables cut down to some events, each when it is first asked for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from timeline.rows import rows, take

Tables = Mapping[str, pd.DataFrame]


class Cut(Tables):
    """The tables with these events, and of the others only what stands behind them.

    A page that shows the events of a large record need not wait for its evidence to be cut.
    """

    def __init__(self, tables: Tables, events: pd.DataFrame) -> None:
        self._tables: Tables = tables._tables if isinstance(tables, Cut) else tables
        self._held = {"events": events}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._held:
            make = _MAKERS.get(name)
            self._held[name] = make(self._tables, self) if make else self._tables[name]
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def _of_events(name: str) -> Callable[[Tables, Tables], pd.DataFrame]:
    return lambda tables, kept: _of(tables[name], "event_id", kept["events"]["event_id"])


def _of(frame: pd.DataFrame, column: str, wanted: "pd.Series[str]") -> pd.DataFrame:
    return take(frame, rows(frame, column, wanted.tolist()))


def _among(frame: pd.DataFrame, column: str, wanted: "pd.Series[str]") -> pd.DataFrame:
    """The same of a table that is cut already."""
    held = set(wanted.tolist())
    return take(frame, [row for row, cell in enumerate(frame[column].tolist()) if cell in held])


def _ladders(tables: Tables, kept: Tables) -> pd.DataFrame:
    wanted = kept["events"]["event_id"]
    return _among(_of(tables["ladders"], "event_id", wanted), "measure", wanted)


def _evidence(tables: Tables, kept: Tables) -> pd.DataFrame:
    return _of(tables["evidence"], "mention_id", kept["mentions"]["mention_id"])


def _joins(tables: Tables, kept: Tables) -> pd.DataFrame:
    held = _of(tables["joins"], "event_id", kept["events"]["event_id"])
    return _among(held, "b", kept["mentions"]["mention_id"])


def _documents(tables: Tables, kept: Tables) -> pd.DataFrame:
    told = kept["mentions"]["document_id"]
    held = _of(tables["documents"], "document_id", told)
    return _counted(held, "document_id", {"mentions": told})


def _reports(tables: Tables, kept: Tables) -> pd.DataFrame:
    return _of(tables["reports"], "report_id", kept["documents"]["report_id"])


def _links(tables: Tables, kept: Tables) -> pd.DataFrame:
    held = _of(tables["links"], "report_id", kept["documents"]["report_id"])
    return _among(held, "a", kept["mentions"]["document_id"])


def _outlets(tables: Tables, kept: Tables) -> pd.DataFrame:
    held = kept["documents"]["outlet_id"]
    return _counted(_of(tables["outlets"], "outlet_id", held), "outlet_id", {"documents": held})


def _counted(frame: pd.DataFrame, key: str, counts: Mapping[str, "pd.Series[str]"]) -> pd.DataFrame:
    for column, values in counts.items():
        number = Counter(values.tolist())
        told = pd.Series([number[one] for one in frame[key].tolist()], dtype="int64")
        frame = frame.assign(**{column: told})
    return frame


def _actors(tables: Tables, kept: Tables) -> pd.DataFrame:
    actors, acting = tables["actors"], kept["event_actors"]
    wanted, parent = (
        set(acting["actor_id"]),
        dict(zip(actors["actor_id"], actors["parent"], strict=True)),
    )
    for actor in sorted(wanted):
        while (actor := parent.get(actor, "")) and actor not in wanted:
            wanted.add(actor)
    once = acting.drop_duplicates(["event_id", "actor_id"])
    held = take(actors, rows(actors, "actor_id", wanted))
    frame = _counted(held, "actor_id", {"events": once["actor_id"]})
    said = kept["evidence"]
    said = said[said["field"].str.startswith("actor:")].drop_duplicates(["mention_id", "value"])
    return _counted(frame, "name", {"mentions": said["value"]})


_MAKERS: Mapping[str, Callable[[Tables, Tables], pd.DataFrame]] = {
    "mentions": _of_events("mentions"),
    "event_actors": _of_events("event_actors"),
    "conflicts": _of_events("conflicts"),
    "corrections": _of_events("corrections"),
    "ladders": _ladders,
    "evidence": _evidence,
    "joins": _joins,
    "documents": _documents,
    "reports": _reports,
    "links": _links,
    "actors": _actors,
    "outlets": _outlets,
}
