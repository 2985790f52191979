"""Values by what they are, not what they hold, so that what is worked out of them may be kept."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """A table or picture, equal only to itself: ``data.chosen`` gives the same for the same choice.

    A key of a cache that holds it keeps it alive, so that its number is nobody else's.
    """

    one: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)
