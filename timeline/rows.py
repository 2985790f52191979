"""Where the rows of a table stand, worked out once: a record is asked for the same again and again.

``places(events, "type")["penalty"]`` are the rows with that type, without a look at the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import pandas as pd

T = TypeVar("T")
Places = Mapping[str, Sequence[int]]


class Same(Generic[T]):
    """A table or picture, equal only to itself, so that what is worked out of it may be kept.

    A key of a cache that holds it keeps it alive, so that its number is nobody else's.
    """

    __slots__ = ("one",)

    def __init__(self, one: T) -> None:
        self.one = one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)


def places(frame: pd.DataFrame, column: str) -> Places:
    """The rows of each value of a column; for tables that stay, not for a cut of one."""
    return _places(Same(frame), column)


@lru_cache(maxsize=96)
def _places(same: Same[pd.DataFrame], column: str) -> Places:
    found: dict[str, list[int]] = {}
    for row, value in enumerate(same.one[column].tolist()):
        found.setdefault(value, []).append(row)
    return found


def rows(frame: pd.DataFrame, column: str, wanted: Iterable[str]) -> list[int]:
    """The rows that have one of these values, in their order."""
    known = places(frame, column)
    return sorted(row for value in set(wanted) for row in known.get(value, ()))


def take(frame: pd.DataFrame, wanted: Sequence[int]) -> pd.DataFrame:
    """These rows as a table of their own; the table itself where that is all of it."""
    if len(wanted) == len(frame):
        return frame
    if not wanted:
        return frame.iloc[:0]  # a hundredth of the time of taking none
    return frame.iloc[list(wanted)].reset_index(drop=True)


def texts(
    frame: pd.DataFrame, wanted: Sequence[int], columns: Sequence[str]
) -> list[dict[str, str]]:
    """The cells of a few rows in columns of text: a tenth of the time of taking the rows."""
    held = {name: frame[name].array for name in columns}
    return [{name: str(cells[row]) for name, cells in held.items()} for row in wanted]
