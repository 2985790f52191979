"""The steps of the record's measures, for charts that join them by lines."""

from itertools import pairwise

from timeline.figures import Step
from ui import data
from ui.choices import Choice


def of(chosen: Choice) -> tuple[Step, ...]:
    """Each two steps that two events tell, where the choice asks for them."""
    if not chosen.steps:
        return ()
    ladders = data.load()["ladders"].sort_values(["measure", "step"])
    rows = list(zip(ladders["measure"], ladders["event_id"], ladders["days"], strict=True))
    return tuple(
        Step(before[1], after[1], int(after[2]))
        for before, after in pairwise(rows)
        if before[0] == after[0] and before[1] != after[1]
    )
