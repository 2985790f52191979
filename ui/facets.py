"""What the lists of the filters show beside each value: how many events it would leave.

``/api/facets.json?actor=Nvidia`` gives {"actor": {"Nvidia": 61, "AMD": 12, ...}, "type": ...},
by the names of the lists in the reader's language; assets/facets.js asks when a list is opened.
"""

import json

from timeline import facets
from ui import data, labels, words
from ui.answers import Address, Answer, Asked


def _facets(asked: Asked) -> Answer:
    counts = dict(facets.counts(data.of(asked.record), asked.chosen.filters))
    for name, names in (("status", words.statuses()), ("role", labels.roles())):
        counts[name] = {names[key]: number for key, number in counts[name].items()}
    return Answer(json.dumps(counts, ensure_ascii=False).encode(), "application/json")


ADDRESSES = (
    Address(
        "/api/facets.json",
        "How many events each value of a filter would show, beside the others chosen",
        ("application/json",),
        _facets,
        is_told=True,
    ),
)
