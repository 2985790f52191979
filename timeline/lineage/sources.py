"""What a document says of its own origin: outlets it cites, unnamed sources, an editor's word."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from timeline.errors import NoSuchDate
from timeline.interval import Interval
from timeline.lexicon import texts
from timeline.model import Document, Hop, Mention, SourceKind

#: Two declared dates this far apart may still be one report: late in New York, early in Asia.
DECLARED_DAYS = 3

#: Of the sentences that tell something, so many tell what is new.
NEWS = 2

_WORD = re.compile(r"[^\W_]+")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_WRITTEN = re.compile(
    r"(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]{2,8})\.? (?:(?P<us_day>\d{1,2}), )?(?P<year>\d{4})"
)


@dataclass(frozen=True, slots=True)
class Declared:
    """An editor's ``rests_on``: "Bloomberg, 27 September 2024", read as outlet, topic and date."""

    text: str
    outlet: tuple[str, ...]
    topic: frozenset[str]
    when: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a document has its news from, as it says.

    ``cited`` counts the sentences in which an outlet is named as source, its own among them
    ("told Reuters"); ``leans`` says that unnamed sources or hearsay carry some of it, ``official``
    that its news is on an official's word and no outlet's; ``events`` are its (type, actor) pairs.
    """

    cited: Mapping[str, int] = field(default_factory=dict)
    official: bool = False
    leans: bool = False
    events: frozenset[tuple[str, str]] = frozenset()
    declared: Declared | None = None

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(self.cited)

    @property
    def principals(self) -> frozenset[str]:
        """The outlets it cites most: what its news rests on, not what its background does."""
        most = max(self.cited.values(), default=0)
        return frozenset(name for name, times in self.cited.items() if times == most)


def read(document: Document, mentions: Sequence[Mention]) -> Sources:
    """What the mentions of one document, and its editor, say of where it comes from."""
    hops = _hops(mentions)
    cited = Counter(
        hop.actor.name if hop.actor else hop.name
        for hop in hops
        if hop.kind is SourceKind.OUTLET and (hop.actor or hop.name)
    )
    leans = any(hop.kind in (SourceKind.UNNAMED, SourceKind.HEARSAY) for hop in hops)
    official = not cited and any(hop.kind is SourceKind.OFFICIAL for hop in _hops(_news(mentions)))
    events = {(m.type, p.actor.id) for m in mentions for p in m.participants}
    said = declared(document.rests_on)
    return Sources(dict(cited), official, leans, frozenset(events), said)


def _news(mentions: Sequence[Mention]) -> list[Mention]:
    """Those of the title and the first sentences below it: what is new in it."""
    places = sorted({mention.sentence.start for mention in mentions})[:NEWS]
    return [mention for mention in mentions if mention.sentence.start in places]


def _hops(mentions: Sequence[Mention]) -> list[Hop]:
    """Every teller once a sentence: five claims of one sentence cite its outlet once."""
    seen: dict[tuple[int, str], Hop] = {}
    for mention in mentions:
        for hop in mention.attribution.hops if mention.attribution else ():
            seen.setdefault((mention.sentence.start, hop.name), hop)
    return list(seen.values())


def words(name: str) -> tuple[str, ...]:
    """The telling words of an outlet's name, lower case: "The Straits Times" -> straits, times."""
    stop = texts("lineage", "outlet", "stop")
    found = tuple(word.lower() for word in _WORD.findall(name))
    return tuple(word for word in found if word not in stop) or found


def same_outlet(a: str, b: str) -> bool:
    """Whether two names call one outlet: "FT" and "Financial Times", "Reuters (copy)"."""
    left, right = words(a), words(b)
    if not left or not right:
        return False
    initials = ("".join(word[0] for word in left), "".join(word[0] for word in right))
    return (
        set(left) <= set(right)
        or set(right) <= set(left)
        or (len(left) > 1 and right == (initials[0],))
        or (len(right) > 1 and left == (initials[1],))
    )


def shared(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether one outlet is in both, by whatever name."""
    return any(same_outlet(name, other) for name in a for other in b)


def shared_outlets(a: Sources, b: Sources) -> tuple[str, ...]:
    """Outlets that both cite, by the name that ``a`` uses."""
    return tuple(
        name for name in sorted(a.cited) if any(same_outlet(name, other) for other in b.cited)
    )


def declared(text: str) -> Declared | None:
    """Read an editor's ``rests_on``; None where it is empty.  What follows a ";" is secondary."""
    first = text.split(";")[0].strip()
    if not first:
        return None
    undated = _WRITTEN.sub(" ", _ISO.sub(" ", first))
    head, _, rest = undated.partition(",")
    return Declared(
        first,
        words(head),
        frozenset(words(rest)) if rest.strip(" /~") else frozenset(),
        _dates(first),
    )


def agree(a: Declared, b: Declared) -> bool:
    """Whether two declared origins are one: the outlet, and the date or else the topic."""
    if not same_outlet(" ".join(a.outlet), " ".join(b.outlet)):
        return False
    if a.when and b.when:
        reach = timedelta(days=DECLARED_DAYS)
        return a.when[0] <= b.when[1] + reach and b.when[0] <= a.when[1] + reach
    smaller = min(len(a.topic), len(b.topic))
    return not smaller or len(a.topic & b.topic) >= smaller / 2


def _dates(text: str) -> tuple[date, date] | None:
    found = [_calendar(day) for day in _ISO.findall(text)]
    found += [_written(match) for match in _WRITTEN.finditer(text)]
    known = [interval for interval in found if interval is not None]
    starts = [interval.start for interval in known if interval.start]
    ends = [interval.last for interval in known if interval.last]
    return (min(starts), max(ends)) if starts and ends else None


def _calendar(edtf: str) -> Interval | None:
    try:
        return Interval.parse(edtf)
    except NoSuchDate:
        return None


def _written(found: re.Match[str]) -> Interval | None:
    months = texts("lineage", "months", "short")
    word = found["month"][:3].lower()
    if word not in months:
        return None
    day = found["day"] or found["us_day"]
    try:
        return Interval.of(int(found["year"]), months.index(word) + 1, int(day) if day else None)
    except NoSuchDate:
        return None
