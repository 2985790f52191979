"""What seeds/ says of the world."""

from datetime import date

from timeline.model.found import Actor
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes.  ``timezone`` is IANA's: without it "yesterday" has no meaning."""

    id: str
    name: str
    kind: str  # news, agency, official, company, blog, aggregator
    country: str
    timezone: str
    url: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor.  ``flags``: ``case`` (only as written), ``context`` (needs a word of
    business near), ``metonym`` (Beijing for China's government), ``common`` (other states' bodies
    bear it too: "Supreme Court"); ``title`` marks an office ("US Commerce Secretary") whose holder
    is ``actor`` between ``start`` and ``end``.
    """

    text: str
    actor: str
    language: str = "en"
    flags: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """A company's fiscal years.

    ``names`` are the words that call the company in text; the fiscal year ``n`` ends in ``month``
    of calendar year ``n + offset``, on ``rule``: "month_end" or "last_sunday", "last_saturday".
    """

    actor: str
    names: tuple[str, ...]
    month: int
    offset: int
    rule: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict, which beats any score.

    ``verdict`` is same, different (of mentions ``a`` and ``b``), or set (``a``'s ``field`` is
    ``value``); ``reason`` and ``by`` are required.  ``where`` is its row: "judgements.csv:14".
    """

    verdict: str
    a: str
    b: str
    field: str
    value: str
    reason: str
    by: str
    date: str = ""
    where: str = ""


#: What a judgement may ``set`` of a mention, and of an event (named by its id).
MENTION_FIELDS = ("type", "status", "date")
EVENT_FIELDS = (*MENTION_FIELDS, "title", "thread")


@dataclass(frozen=True, slots=True)
class Thread:
    """Measures that belong together: events that name one of ``words``, are of one of ``types``,
    have one of ``actors`` in them, between ``start`` and ``end``; what is empty asks nothing.
    """

    id: str
    name: str
    meaning: str = ""
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something met on the way that did not stop the build: where, found, expected, what to do."""

    where: str
    found: str
    expected: str
    todo: str = ""

    @property
    def message(self) -> str:
        """The problem on one line; a suggestion says more than the list of all that was expected.

        ``seeds/aliases.csv:14: actor 'eu-comission' is not in actors.csv; did you mean
        'eu-commission'?``
        """
        if self.todo.startswith("did you mean"):
            return f"{self.where}: {self.found}; {self.todo}"
        todo = f"; {self.todo}" if self.todo else ""
        return f"{self.where}: {self.found}; expected {self.expected}{todo}"


@dataclass(frozen=True, slots=True)
class World:
    """All that seeds/ says, but for the documents."""

    outlets: tuple[Outlet, ...] = ()
    actors: tuple[Actor, ...] = ()
    aliases: tuple[Alias, ...] = ()
    calendars: tuple[FiscalCalendar, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    threads: tuple[Thread, ...] = ()
