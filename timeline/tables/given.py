"""The values that tables are made of, and where to find each by its id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Actor, Document, Event, Mention, Outlet, Problem, Report, World
from timeline.tables import lanes


@dataclass(frozen=True)
class Given:
    """All values of one build, in a stable order, with their indexes.

    ``beside`` are the mentions of a sentence, by its document and where it starts.
    """

    documents: Sequence[Document]
    reports: Sequence[Report]
    events: Sequence[Event]
    mentions: Sequence[Mention]
    problems: Sequence[Problem]
    world: World
    document: Mapping[str, Document]
    mention: Mapping[str, Mention]
    outlet: Mapping[str, Outlet]
    actor: Mapping[str, Actor]
    event_of: Mapping[str, str]
    report_of: Mapping[str, str]
    beside: Mapping[tuple[str, int], Sequence[Mention]]
    homes: lanes.Homes

    def outlet_name(self, document: str) -> str:
        """The name for readers of the outlet of a document."""
        return self.name_of(self.document[document].outlet)

    def name_of(self, outlet: str) -> str:
        """The outlet's name for readers; what is no id of one is a name already."""
        return self.outlet[outlet].name if outlet in self.outlet else outlet

    def is_primary(self, document: str) -> bool:
        """Whether an office or a company published it itself: a rule, a filing, a notice."""
        outlet = self.outlet.get(self.document[document].outlet)
        return outlet is not None and outlet.kind in ("official", "company")

    def published(self, document: str) -> date | None:
        """The first day that the document can be of, None where nothing is known."""
        known = self.document[document].published
        return known.when.start if known.when and known.when.start else known.dct


def gather(
    documents: Sequence[Document],
    reports: Sequence[Report],
    events: Sequence[Event],
    mentions: Sequence[Mention],
    world: World,
    problems: Sequence[Problem],
) -> Given:
    """The values sorted and indexed."""
    actor = {one.actor.id: one.actor for said in mentions for one in said.participants}
    actor |= {one.actor.id: one.actor for event in events for one in event.participants}
    actor |= {one.id: one for one in world.actors}
    return Given(
        documents=sorted(documents, key=lambda one: one.id),
        reports=sorted(reports, key=lambda one: one.id),
        events=sorted(events, key=when_first),
        mentions=sorted(mentions, key=lambda one: (one.document, one.claim.span, one.id)),
        problems=sorted(problems, key=lambda one: (one.where, one.found)),
        world=world,
        document={one.id: one for one in documents},
        mention={one.id: one for one in mentions},
        outlet={one.id: one for one in world.outlets},
        actor=actor,
        event_of={said: event.id for event in events for said in event.mentions},
        report_of={one: report.id for report in reports for one in report.documents},
        beside=_beside(mentions),
        homes=lanes.Homes(actor),
    )


def _beside(mentions: Sequence[Mention]) -> dict[tuple[str, int], list[Mention]]:
    """The mentions of each sentence, by its document and where it starts."""
    found: dict[tuple[str, int], list[Mention]] = {}
    for said in sorted(mentions, key=lambda one: (one.claim.span, one.id)):
        found.setdefault((said.document, said.sentence.start), []).append(said)
    return found


def when_first(event: Event) -> tuple[date, date, str, str]:
    """The order of events: by first day, last day, title; an open start counts as its end."""
    at = event.when.interval
    start, end = (at.start, at.end) if at else (None, None)
    return start or end or date.max, end or date.max, event.title, event.id
