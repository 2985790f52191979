"""The nouns of the timeline, as frozen values.  No behaviour beyond themselves.

The way of the data: Document -> Sentences -> Timexes, ActorMentions, Attributions, Claims ->
Mentions -> Reports, Events.  Nothing is overwritten on the way: a value keeps the words it came
from and the rule that read them (``Evidence``).
"""

from timeline.model.claims import (
    Claim,
    EventType,
    Mention,
    Participant,
    Role,
    Status,
    When,
    WhenBasis,
)
from timeline.model.events import Conflict, Correction, Event, Join, Link, Report, Rung
from timeline.model.found import (
    Actor,
    ActorKind,
    ActorMention,
    ActorOf,
    Attribution,
    Hop,
    SourceKind,
    Timex,
    TimexType,
    Use,
)
from timeline.model.text import (
    Block,
    BlockKind,
    DateBasis,
    Document,
    Evidence,
    Published,
    Sentence,
    Span,
)
from timeline.model.world import (
    EVENT_FIELDS,
    MENTION_FIELDS,
    Alias,
    FiscalCalendar,
    Judgement,
    Outlet,
    Problem,
    Thread,
    World,
)

__all__ = [
    "EVENT_FIELDS",
    "MENTION_FIELDS",
    "Actor",
    "ActorKind",
    "ActorMention",
    "ActorOf",
    "Alias",
    "Attribution",
    "Block",
    "BlockKind",
    "Claim",
    "Conflict",
    "Correction",
    "DateBasis",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "FiscalCalendar",
    "Hop",
    "Join",
    "Judgement",
    "Link",
    "Mention",
    "Outlet",
    "Participant",
    "Problem",
    "Published",
    "Report",
    "Role",
    "Rung",
    "Sentence",
    "SourceKind",
    "Span",
    "Status",
    "Thread",
    "Timex",
    "TimexType",
    "Use",
    "When",
    "WhenBasis",
    "World",
]
