"""Windows of time: where a story begins, what a "+4" and a year open to, the ways between them."""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.figures_sample import event, some, table
from timeline import figures
from timeline.figures import Frame, spans
from ui import windows as ways

LATE = [event(n, f"2024-{n % 12 + 1:02}-{n % 27 + 1:02}") for n in range(1, 80)]


def pills(scene: figures.Scene, role: str) -> list[str]:
    return [text.event_id for text in scene.texts if text.role == role]


def test_a_story_begins_where_its_events_do_and_says_how_many_were_before() -> None:
    events = table(event(100, "2019"), event(101, "2020-04-16"), *LATE)
    scene = figures.place(events, Frame(width=1000))
    assert scene.first == date(2024, 1, 1)
    assert scene.tally.earlier == scene.tally.outside == 2
    assert "+ 2 events before Jan 2024, in the table." in scene.notes
    assert "2 events before the dates shown" in scene.alt
    assert pills(scene, "earlier") == ["2019-01-01/2023-12-31"]
    asked = figures.place(events, Frame(width=1000, start=date(2019, 1, 1)))
    assert asked.tally.outside == 0
    assert not pills(asked, "earlier")


def test_events_by_the_thousand_begin_where_the_story_does() -> None:
    many = table(
        event(5000, "2001-05-05"), *[dict(row, event_id=f"m{n}") for n, row in enumerate(LATE * 10)]
    )
    scene = figures.place(many, Frame(width=1000))
    assert (scene.first, scene.tally.earlier) == (date(2024, 1, 1), 1)


@pytest.mark.parametrize("early", [(), ("2023-11-05",), ("2019", "2020-04-16", "2021-02-02")])
def test_a_story_without_few_events_long_before_it_is_drawn_whole(early: tuple[str, ...]) -> None:
    rows = [event(100 + n, edtf) for n, edtf in enumerate(early)]
    assert figures.place(table(*rows, *LATE), Frame(width=1000)).tally.outside == 0


def test_more_opens_to_less_until_everything_has_its_label() -> None:
    rows = [event(n, f"2024-03-{n % 9 + 1:02}", title="A long title " * 4) for n in range(30)]
    events, frame = (
        table(event(90, "2022-01-01"), event(91, "2025-12-31"), *rows),
        Frame(width=700, rows=3),
    )
    keys = pills(figures.place(events, frame), "cluster")
    assert len(set(keys)) == len(keys) == 1
    window = figures.windows.read(keys[0])
    assert window == (date(2024, 1, 1), date(2024, 3, 31))
    closer = Frame(width=700, rows=40, start=window[0], end=window[1] + timedelta(days=1))
    scene = figures.place(events, closer)
    assert scene.tally.labelled == 30
    assert not pills(scene, "cluster")


def test_each_window_of_a_drawing_is_a_link_of_its_own_in_the_same_frame() -> None:
    rows = [
        event(n, "2024-03-05", lane=f"Actor {n % 2}", title="A long title " * 4) for n in range(30)
    ]
    scene = figures.place(table(event(90, "2022-01-01"), *rows), Frame(width=700, rows=3))
    drawn = figures.linked(scene, lambda key: key, "_blank")
    assert drawn.count('target="_self"') == sum(bool(pill.opens) for pill in scene.pills) > 3
    assert drawn.count('target="_blank"') == len(
        {mark.event_id for mark in scene.marks if mark.event_id}
    )


@pytest.mark.parametrize("pixels", [340, 1200])
def test_the_bars_of_a_density_open_to_their_days_in_chart_and_drawing(pixels: int) -> None:
    scene = figures.place(some(2000), Frame(width=pixels))
    found = spans.areas(scene)
    assert len(found) < len(scene.cells) / 3
    for cell in scene.cells:
        (area,) = (
            one
            for one in found
            if one.opens == cell.opens and one.box.y0 <= cell.box.y0 <= cell.box.y1 <= one.box.y1
        )
        assert area.box.x0 <= cell.box.x0
        assert cell.box.x1 <= area.box.x1
    lane, *_ = found
    assert lane.told[0] == scene.bands[0].name
    assert spans.days(lane.opens) in lane.told[1]
    (bars,) = (one for one in go.Figure(figures.figure(scene)).data if one.type == "bar")
    assert [key for key, _ in bars.customdata] == [one.opens for one in found]
    drawn = figures.linked(scene, lambda key: key, "_blank")
    for one in found:
        assert f"<title>{'; '.join(one.told)}</title>" in drawn
    assert drawn.count('target="_self"') == len(found) + sum(bool(p.opens) for p in scene.pills)


@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        ("2024-01-01/2024-12-31", "2024"),
        ("2024-07-01/2024-09-30", "Jul 2024 to Sep 2024"),
        ("2024-08-05/2024-08-11", "5 Aug 2024 to 11 Aug 2024"),
        ("2024-08-05/2024-08-05", "5 Aug 2024"),
        ("e0123", ""),
    ],
)
def test_a_window_is_told_as_finely_as_it_is(opens: str, expected: str) -> None:
    assert spans.days(opens) == expected


def test_a_year_that_is_all_of_the_picture_leads_nowhere() -> None:
    scene = figures.place(table(event(0, "2024-02-10"), event(1, "2024-11-10")), Frame())
    assert not any(pill.opens for pill in scene.pills)


def test_bare_marks_in_a_density_leave_no_empty_row() -> None:
    events = some(200, 3, 2).assign(lane="One lane")
    scene = figures.place(events, Frame(width=800, max_events=120))
    assert scene.cells
    assert len({label.box.y0 for label in scene.labels}) == scene.rows


def test_todays_line_stops_for_words() -> None:
    rows = [
        event(n, "2024-06-01", title="A title that runs on past today for a good while")
        for n in range(4)
    ]
    day = date(2024, 6, 20)
    scene = figures.place(table(*rows, event(9, "2024-12-24")), Frame(width=900, today=day))
    red = figures.look.palette(figures.Theme.LIGHT).today
    pieces = [rule for rule in scene.rules if rule.color == red]
    assert len(pieces) > 1
    for label in scene.labels:
        for rule in pieces:
            inside = label.box.x0 < rule.x0 < label.box.x1
            assert not (inside and rule.y0 < label.box.y1 and label.box.y0 < rule.y1)


def test_earlier_later_closer_and_wider_stay_within_what_there_is() -> None:
    whole = (date(2022, 3, 5), date(2025, 9, 9))
    found = dict(ways.around((date(2024, 1, 1), date(2024, 12, 31)), whole))
    assert found["Earlier"] == (date(2023, 7, 1), date(2024, 6, 30))
    assert found["Later"] == (date(2024, 7, 1), date(2025, 6, 30))
    assert found["Closer"] == (date(2024, 4, 1), date(2024, 9, 30))
    assert found["Wider"] == (date(2023, 7, 2), date(2025, 7, 2))
    assert not dict(ways.around((whole[0], whole[0] + timedelta(days=9)), whole)).keys() & {
        "Earlier",
        "Closer",
    }
    assert ways.told(found["Earlier"]) == "Jul 2023 – Jun 2024"


def test_the_last_day_that_is_asked_for_is_drawn() -> None:
    from timeline.filters import Filters

    assert Filters(end=date(2024, 12, 31)).stop == date(2025, 1, 1)
    events = table(event(0, "2024-12-31"))
    assert figures.place(events, Frame(end=Filters(end=date(2024, 12, 31)).stop)).tally.drawn == 1
    assert ways.edges(pd.DataFrame(events)) == (date(2024, 12, 31), date(2024, 12, 31))
