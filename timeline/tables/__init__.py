"""Values to pandas tables, each with a declared schema that every build checks.

To add a column: a line in ``schema.SCHEMAS`` and one in its builder in ``rows`` or ``parts``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from timeline.model import Document, Event, Mention, Problem, Report, World
from timeline.tables import parts, rows
from timeline.tables.cells import Row, event_type, event_types
from timeline.tables.check import check, check_evidence, check_references, evidence_of
from timeline.tables.given import Given, gather
from timeline.tables.schema import SCHEMAS, Column, Schema

__all__ = [
    "SCHEMAS",
    "Column",
    "Schema",
    "Tables",
    "build",
    "check",
    "check_evidence",
    "check_references",
    "event_type",
    "event_types",
    "evidence_of",
    "frame",
]

Tables = Mapping[str, pd.DataFrame]


def frame(name: str, given: Sequence[Row]) -> pd.DataFrame:
    """The rows as the table ``name`` with its dtypes, in the order given.

    Raises TableError where they break the schema.
    """
    columns = {}
    for column, declared in SCHEMAS[name].columns.items():
        values = [row[column] for row in given]
        if declared.dtype.startswith("datetime"):
            days = np.array(values, dtype="datetime64[D]").astype(declared.dtype)
            columns[column] = pd.Series(days)
        else:
            columns[column] = pd.Series(values, dtype=declared.dtype)
    return check(name, pd.DataFrame(columns))


_ROWS: dict[str, Callable[[Given], Iterator[Row]]] = {
    "documents": rows.documents,
    "reports": parts.reports,
    "links": parts.links,
    "events": rows.events,
    "mentions": rows.mentions,
    "evidence": parts.evidence,
    "actors": rows.actors,
    "event_actors": parts.event_actors,
    "ladders": parts.ladders,
    "conflicts": parts.conflicts,
    "joins": parts.joins,
    "corrections": parts.corrections,
    "outlets": parts.outlets,
    "problems": parts.problems,
}


def build(
    documents: Sequence[Document],
    reports: Sequence[Report],
    events: Sequence[Event],
    mentions: Sequence[Mention],
    world: World,
    problems: Sequence[Problem] = (),
) -> Tables:
    """Every table of SCHEMAS, checked, in an order that the values alone decide.

    Raises TableError where the values contradict each other or the text they come from.
    """
    check_evidence(documents, mentions)
    given = gather(documents, reports, events, mentions, world, problems)
    tables = {name: frame(name, list(make(given))) for name, make in _ROWS.items()}
    check_references(tables)
    return tables
