"""``dataclass`` for values that are made by the thousand: frozen to mypy, cheap to make.

Python freezes an instance by one call a field: a value of four fields takes three times as long
to make.  ``mypy --strict`` reads every module and tells of any assignment to a frozen one.
``replace`` is ``dataclasses.replace`` for these, in a third of the time.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen=False, **settings):
        """``dataclasses.dataclass``, but that ``frozen`` makes it hashable and no more."""
        return dataclasses.dataclass(unsafe_hash=frozen, **settings)

    def replace(value, /, **changes):
        """A value with some of its fields changed."""
        names, fields = _fields(type(value))
        return type(value)(**dict(zip(names, fields(value), strict=False)) | changes)

    @cache
    def _fields(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        if len(names) > 1:
            return names, attrgetter(*names)
        return names, lambda value: (getattr(value, names[0]),)
