"""What an event says where its mentions differ: its type, status, date, participants."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from timeline.interval import Granularity
from timeline.merge.facts import UNDONE, order
from timeline.model import (
    Mention,
    Participant,
    Role,
    SourceKind,
    Status,
    When,
    WhenBasis,
)

#: A state that has come about, the one that overrides first.
SETTLED = (
    Status.RESCINDED, Status.SUSPENDED, Status.IN_FORCE, Status.ENACTED, Status.OCCURRED,
)  # fmt: skip
#: The rest, the surest first.
UNSETTLED = (
    Status.REPORTED, Status.ALLEGED, Status.PROPOSED, Status.FORECAST, Status.SPECULATION,
)  # fmt: skip
#: Of the settled: what was made and not lifted; of the rest: what is yet to come.
MADE = frozenset(SETTLED) - UNDONE
PLANNED = frozenset({Status.PROPOSED, Status.FORECAST, Status.SPECULATION})
_BASIS = {
    WhenBasis.JUDGEMENT: 4, WhenBasis.EXPLICIT: 3, WhenBasis.RELATIVE: 3, WhenBasis.REPORT: 2,
    WhenBasis.UNDATED: 1,
}  # fmt: skip


def is_official(mention: Mention) -> bool:
    """Whether an office is said to say it, or the one whose own act it is."""
    said = mention.attribution
    if said is None:
        return False
    actors = {p.actor.id for p in mention.participants if p.role is Role.INITIATOR}
    return any(
        hop.kind is SourceKind.OFFICIAL or (hop.actor is not None and hop.actor.id in actors)
        for hop in said.hops
    )


def type_of(mentions: Sequence[Mention]) -> str:
    """The type of most mentions; of equals the one told first."""
    counts = Counter(mention.type for mention in mentions)
    first = {m.type: i for i, m in reversed(list(enumerate(mentions)))}
    return min(counts, key=lambda name: (-counts[name], first[name]))


def status(mentions: Sequence[Mention]) -> Status:
    """How real the event is, all told.

    What has come about counts if an office says so, or a third of the mentions: one headline
    ("China bans ...") over five reports of mere advice does not make a ban.  Then a rescinding
    or suspension holds if nothing later says otherwise; else what most say.  Of what is unsettled
    most mentions decide, the surer of equals.  The ladder keeps every step.
    """
    settled = [mention for mention in mentions if mention.status in SETTLED]
    if any(map(is_official, settled)) or (settled and len(settled) * 3 >= len(mentions)):
        last = max(order(mention)[0] for mention in settled)
        undone = [m for m in settled if m.status in UNDONE and order(m)[0] == last]
        return _most(undone or [m for m in settled if m.status not in UNDONE] or settled)
    return _most([mention for mention in mentions if mention.status in UNSETTLED])


def _most(mentions: Sequence[Mention]) -> Status:
    counts = Counter(mention.status for mention in mentions)
    rank = {state: i for i, state in enumerate((*SETTLED, *UNSETTLED))}
    return min(counts, key=lambda state: (-counts[state], rank[state]))


def when(
    mentions: Sequence[Mention], reports: Mapping[str, str], effects: Collection[str] = ()
) -> tuple[When, Mention]:
    """The best date and who gives it: dated by its own words before the report's date before
    none; the act before its effect; then the finest; then official; then by most independent
    reports; then explicit; then the earliest told.  ``effects``: ids of the mentions whose date
    is that on which a measure takes effect.
    """
    support: dict[str, set[str]] = {}
    edtf = {m.id: m.when.interval.edtf if m.when.interval else "" for m in mentions}
    for mention in mentions:
        told = support.setdefault(edtf[mention.id], set())
        told.add(reports.get(mention.document, mention.document))

    def rank(mention: Mention) -> tuple[int, bool, float, bool, int, bool]:
        interval = mention.when.interval
        return (
            _BASIS[mention.when.basis] if interval else 0,
            mention.id not in effects,
            exactness(mention.when),
            is_official(mention),
            len(support[edtf[mention.id]]),
            mention.when.basis is WhenBasis.EXPLICIT,
        )

    best = min(mentions, key=lambda m: (tuple(-value for value in rank(m)), order(m)))
    return best.when, best


def exactness(given: When) -> float:
    """How finely a date is told, 0 to 1: a day 1, a week 0.8, a month 0.6, a year 0.2."""
    interval = given.interval
    if interval is None or interval.days is None:
        return 0.0
    steps = ((1, 1.0), (7, 0.8), (31, 0.6), (92, 0.4), (366, 0.2))
    value = next((worth for days, worth in steps if interval.days <= days), 0.1)
    if interval.granularity < Granularity.DAY:
        value = min(value, 0.6)
    return value - 0.1 if interval.approximate else value


def participants(mentions: Sequence[Mention]) -> tuple[Participant, ...]:
    """Who takes part, initiators first: each in the roles that most mentions of it give.

    A role told half as often as the same actor's commonest is a slip and is dropped; the words
    are those of the first mention that has the role.
    """
    counts: Counter[tuple[str, Role]] = Counter()
    found: dict[tuple[str, Role], Participant] = {}
    for mention in mentions:
        for key in dict.fromkeys((p.actor.id, p.role) for p in mention.participants):
            counts[key] += 1
        for participant in mention.participants:
            found.setdefault((participant.actor.id, participant.role), participant)
    most: dict[str, int] = {}
    for (name, _), count in counts.items():
        most[name] = max(count, most.get(name, 0))
    kept = [key for key in found if counts[key] * 2 > most[key[0]] or counts[key] == most[key[0]]]
    roles = list(Role)
    kept.sort(key=lambda key: (roles.index(key[1]), -counts[key], key[0]))
    return tuple(found[key] for key in kept)


def objects(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Products and measures named, the commonest first, each as first written."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for mention in mentions:
        for item in mention.claim.objects:
            counts[item.text.casefold()] += 1
            written.setdefault(item.text.casefold(), item.text)
    return tuple(written[name] for name in sorted(counts, key=lambda name: (-counts[name], name)))
