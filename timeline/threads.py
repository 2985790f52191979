"""Which story an event belongs to: the rows of threads.csv, tried in their order.

"The H20: licensed, banned, returned" takes in each event that names an H20, has one of its types,
and in which one of its actors, or somebody that belongs to them, takes part.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.model import Actor, Event, Mention, Thread


def assign(
    events: Iterable[Event],
    mentions: Mapping[str, Mention],
    threads: Sequence[Thread],
    actors: Iterable[Actor],
) -> tuple[Event, ...]:
    """The events, each with the name of the first thread that it fits; a judgement's stays."""
    parents = {actor.id: actor.parent for actor in actors}
    words = {thread.id: _pattern(thread.words) for thread in threads}

    def named(event: Event) -> str:
        told = " ".join([*event.objects, *(mentions[key].claim.text for key in event.mentions)])
        return next(
            (
                thread.name
                for thread in threads
                if _fits(event, thread, parents) and words[thread.id].search(told)
            ),
            "",
        )

    return tuple(event if event.thread else replace(event, thread=named(event)) for event in events)


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words, whole, in any case; without words all fits."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else "", re.IGNORECASE)


def _fits(event: Event, thread: Thread, parents: Mapping[str, str]) -> bool:
    if thread.types and event.type not in thread.types:
        return False
    if thread.actors and not any(
        key in thread.actors for one in event.participants for key in _upwards(one.actor, parents)
    ):
        return False
    at = event.when.interval
    first, last = (at.start or at.end, at.end or at.start) if at else (None, None)
    too_late = thread.end is not None and (first is None or first > thread.end)
    return not too_late and (thread.start is None or (last is not None and last > thread.start))


def _upwards(actor: Actor, parents: Mapping[str, str]) -> Iterable[str]:
    """The actor and those it belongs to, nearest first."""
    seen: list[str] = []
    key = actor.id
    while key and key not in seen:
        seen.append(key)
        key = parents.get(key, actor.parent if key == actor.id else "")
    return seen
