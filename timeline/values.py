"""``dataclass`` for values that are made by the thousand: frozen to mypy, cheap to make.

Python freezes an instance by one call a field: a value of four fields takes three times as long
to make.  ``mypy --strict`` reads every module and tells of any assignment to a frozen one.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen=False, **settings):
        """``dataclasses.dataclass``, but that ``frozen`` makes it hashable and no more."""
        return dataclasses.dataclass(unsafe_hash=frozen, **settings)
