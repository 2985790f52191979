"""Steps of a measure joined on the axis: lines where both are drawn, days where there is room."""

from dataclasses import replace

import pytest

from tests.sample import sample_tables
from timeline import figures
from timeline.figures import Frame, Step
from ui import choices, data, steps

EVENTS = sample_tables()["events"]
TWO = Step("e-listing22", "e-micron", 160)


def joined(*given: Step, width: int = 1200) -> figures.Scene:
    return figures.place(EVENTS, Frame(width=width, steps=given))


def test_two_steps_are_joined_from_mark_to_mark_with_their_days() -> None:
    plain, scene = joined(), joined(TWO)
    rules = set(scene.rules) - set(plain.rules)
    marks = {mark.event_id: mark for mark in scene.marks}
    first, last = marks["e-listing22"], marks["e-micron"]
    xs = [x for rule in rules for x in (rule.x0, rule.x1)]
    assert first.x <= min(xs) < max(xs) < last.x
    assert not any(
        box.x0 < rule.x0 < box.x1 and box.y0 < rule.y0 < box.y1
        for rule in rules
        for box in (label.box for label in scene.labels)
    )
    (text,) = set(scene.texts) - set(plain.texts)
    assert text.text == "160 days"
    assert replace(scene, rules=plain.rules, texts=plain.texts) == plain


@pytest.mark.parametrize("width", [320, 700, 1200, 2560])
def test_the_days_never_stand_on_a_label(width: int) -> None:
    pairs = list(zip(EVENTS["event_id"], EVENTS["event_id"].iloc[5:], strict=False))
    scene = joined(*(Step(a, b, 99) for a, b in pairs), width=width)
    for text in scene.texts:
        if text.role == "step":
            half = figures.font.width(text.text, text.size, bold=True) / 2
            box = figures.scene.Box(text.x - half, text.y - 5, text.x + half, text.y + 5)
            assert not any(box.overlaps(label.box) for label in scene.labels)


def test_a_step_that_is_not_drawn_joins_nothing() -> None:
    assert joined(Step("e-micron", "e-nowhere", 3)) == joined()


def test_the_address_asks_for_the_steps_of_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "load", sample_tables)
    asked, faults = choices.read(sample_tables(), [("steps", "true")])
    assert not faults
    assert choices.query(asked) == "?steps=true"
    ladders = sample_tables()["ladders"]
    several = ladders.groupby("measure")["event_id"].nunique()
    assert len(steps.of(asked)) == int((several - 1).sum())
    assert steps.of(choices.Choice()) == ()
