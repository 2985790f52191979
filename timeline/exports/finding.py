"""What a choice of events shows, in one sentence made by rule: the heading of a picture."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from timeline.language import gettext, ngettext

Tables = Mapping[str, pd.DataFrame]


def headline(tables: Tables) -> str:
    """The finding: "China leads with 14 of 28 events, most often procurement guidance".

    Of one event its title.  A lane is named where it has more events than any other, a type where
    most of those events are of it and there are two at least.
    """
    events = tables["events"]
    if events.empty:
        return gettext("No event fits")
    if len(events) == 1:
        return str(events["title"].iloc[0])
    all_ = ngettext("{n} event", "{n} events", len(events))
    lanes = Counter(lane for lane in events["lane"] if lane).most_common()
    if not lanes or (len(lanes) > 1 and lanes[0][1] == lanes[1][1]):
        return _by_type(all_, list(events["type_label"]))
    name, number = lanes[0]
    own = list(events.loc[events["lane"] == name, "type_label"])
    if number == len(events):
        return _by_type(gettext("{events} of {actor}", events=all_, actor=name), own)
    told = gettext(
        "{actor} leads with {number} of {events}", actor=name, number=number, events=all_
    )
    return _by_type(told, own)


def _by_type(told: str, types: list[str]) -> str:
    (first, number), *others = Counter(types).most_common()
    if number == 1 or (others and others[0][1] == number):
        return told
    return gettext("{finding}, most often {type}", finding=told, type=_lower(first))


def _lower(label: str) -> str:
    """The label inside a sentence: "Export control" but "AI model"."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
