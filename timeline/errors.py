"""Everything this package raises on purpose.

A message says, in this order: where, what was found, what was expected, what to do.
"""


class TimelineError(Exception):
    """Base class: catch this to catch only our own failures."""


class DocumentError(TimelineError):
    """One document cannot be read; the build goes on without it and lists it as a problem."""


class SeedError(TimelineError):
    """A seed or lexicon file breaks its contract; the build stops.

    ``seeds/aliases.csv:14: actor 'eu-comission' is not in actors.csv; did you mean
    'eu-commission'?``
    """


class TableError(TimelineError):
    """A built table breaks its declared schema."""


class NoSuchDate(TimelineError, ValueError):
    """Words that look like a date but name no day, such as February 30."""
