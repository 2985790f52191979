"""What a choice of events shows, in one sentence made by rule: the heading of a picture."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from timeline.language import gettext, ngettext

Tables = Mapping[str, pd.DataFrame]


def headline(tables: Tables, actors: Sequence[str] = ()) -> str:
    """The finding: "China leads with 14 of 28 events, most often procurement guidance".

    Of one event its title.  A lane is named where it has more events than any other, a type where
    most of those events are of it and there are two at least.  Where one of ``actors`` chose the
    events, that he leads is no finding but who else does: "74 events with Nvidia: 33 its own, 24
    by United States".
    """
    events = tables["events"]
    if events.empty:
        return gettext("No event fits")
    if len(events) == 1:
        return str(events["title"].iloc[0])
    all_ = ngettext("{n} event", "{n} events", len(events))
    lanes = Counter(lane for lane in events["lane"] if lane)
    if len(actors) == 1 and (told := _around(all_, lanes, _name(tables, actors[0]))):
        return told
    leading = lanes.most_common(2)
    if not leading or (len(leading) > 1 and leading[0][1] == leading[1][1]):
        return _by_type(all_, list(events["type_label"]))
    name, number = leading[0]
    own = list(events.loc[events["lane"] == name, "type_label"])
    if number == len(events):
        return _by_type(gettext("{events} of {actor}", events=all_, actor=name), own)
    told = gettext(
        "{actor} leads with {number} of {events}", actor=name, number=number, events=all_
    )
    return _by_type(told, own)


def _name(tables: Tables, actor: str) -> str:
    """As the record calls him: "nvidia" is Nvidia."""
    known = tables["actors"][["actor_id", "name"]].itertuples(index=False)
    asked = actor.casefold()
    return next((str(one.name) for one in known if asked in map(str.casefold, one)), actor)


def _around(events: str, lanes: Counter[str], name: str) -> str:
    """How many of his events are his own, and whose most others are; empty where all are his."""
    others = Counter({lane: number for lane, number in lanes.items() if lane != name})
    if not others:
        return ""
    ((other, number),) = others.most_common(1)
    if not lanes[name]:
        return gettext(
            "{events} with {actor}: {number} by {other}",
            events=events,
            actor=name,
            number=number,
            other=other,
        )
    return gettext(
        "{events} with {actor}: {own} its own, {number} by {other}",
        events=events,
        actor=name,
        own=lanes[name],
        number=number,
        other=other,
    )


def _by_type(told: str, types: list[str]) -> str:
    (first, number), *others = Counter(types).most_common()
    if number == 1 or (others and others[0][1] == number):
        return told
    return gettext("{finding}, most often {type}", finding=told, type=_lower(first))


def _lower(label: str) -> str:
    """The label inside a sentence: "Export control" but "AI model"."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
