"""Values that are made by the thousand: dataclasses to mypy, structs of C to Python.

A class decorated here is written, read and checked as a frozen dataclass; at run time it is made
by msgspec, which makes, compares and hashes an instance in C, and keeps the frozen ones out of
the garbage collector: a value holds only older ones, so that none can lie in a ring.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses
    import inspect

    import msgspec
    from msgspec.structs import replace as replace

    def dataclass(*, frozen=False, slots=True, order=False, eq=True):
        """``dataclasses.dataclass``, but that the class it gives is a ``msgspec.Struct``."""

        def made(cls):
            names = inspect.get_annotations(cls)
            struct = msgspec.defstruct(
                cls.__name__,
                [(name, object, *_default(cls, name)) for name in names],
                module=cls.__module__,
                namespace={k: v for k, v in vars(cls).items() if k not in (*names, *_OWN)},
                frozen=frozen,
                order=order,
                eq=eq,
                gc=not frozen,
            )
            struct.__dataclass_fields__ = dataclasses.dataclass(cls).__dataclass_fields__
            return struct

        return made

    _OWN = ("__dict__", "__weakref__", "__annotations__")

    def _default(cls, name):
        """What stands behind a field's "=", as msgspec writes it; nothing where none does."""
        if name not in vars(cls):
            return ()
        value = vars(cls)[name]
        if isinstance(value, dataclasses.Field):
            return (msgspec.field(default_factory=value.default_factory),)
        return (value,)
