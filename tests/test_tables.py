"""Tables are exactly what their schemas declare, and their rows stand in one order."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest

from tests import sample
from timeline import tables
from timeline.errors import TableError
from timeline.model import Actor, ActorKind, Participant, Role, Span
from timeline.tables import lanes

SAMPLE = sample.sample_tables()


def made(**changed: object) -> tables.Tables:
    """The tables of the sample, with some of the values changed."""
    values: dict[str, object] = {
        "documents": sample.documents(),
        "reports": sample.reports(),
        "events": sample.events(),
        "mentions": [mention for _, mention in sample.mentions()],
        "world": sample.world(),
    }
    return tables.build(**{**values, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_a_table_has_the_columns_and_dtypes_of_its_schema(name: str) -> None:
    columns = tables.SCHEMAS[name].columns
    assert list(SAMPLE[name].columns) == list(columns)
    assert [str(dtype) for dtype in SAMPLE[name].dtypes] == [one.dtype for one in columns.values()]
    assert len(SAMPLE[name]) > 0


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_an_empty_table_has_its_dtypes_too(name: str) -> None:
    empty = tables.frame(name, [])
    assert [str(dtype) for dtype in empty.dtypes] == [str(dtype) for dtype in SAMPLE[name].dtypes]


def test_no_value_gets_lost_on_the_way() -> None:
    assert len(SAMPLE["events"]) == len(sample.events())
    assert len(SAMPLE["mentions"]) == len(sample.mentions())
    assert len(SAMPLE["documents"]) == len(sample.documents())
    assert SAMPLE["events"]["mentions"].sum() == len(sample.mentions())


def test_the_order_of_the_values_does_not_matter() -> None:
    def shuffled(rows: Sequence[object]) -> list[object]:
        return random.Random(7).sample(rows, len(rows))

    again = made(
        documents=shuffled(sample.documents()),
        reports=shuffled(sample.reports()),
        events=shuffled(sample.events()),
        mentions=shuffled([mention for _, mention in sample.mentions()]),
    )
    straight = made()
    for name in tables.SCHEMAS:
        pd.testing.assert_frame_equal(again[name], straight[name])


def test_events_stand_by_first_day() -> None:
    starts = SAMPLE["events"]["start"].tolist()
    assert starts == sorted(starts)


def test_the_quoted_sentence_tells_the_title_at_the_status_of_the_event() -> None:
    said = SAMPLE["mentions"]
    for row in SAMPLE["events"].itertuples():
        own = said[said["event_id"] == row.event_id]
        quoted = own[own["sentence"] == row.quote]
        assert len(quoted)
        alike = own[(own["type"] == row.type) & (own["status"] == row.status)]
        assert alike.empty or set(quoted["mention_id"]) & set(alike["mention_id"])


def test_offsets_that_give_other_words_stop_the_build() -> None:
    own = [mention for _, mention in sample.mentions()]
    claim = replace(own[0].claim, span=Span(3, 12))
    own[0] = replace(own[0], claim=claim)
    with pytest.raises(TableError, match="clause of mention"):
        made(mentions=own)


def test_evidence_of_an_unknown_document_stops_the_build() -> None:
    own = [mention for _, mention in sample.mentions()]
    own[0] = replace(own[0], document="nowhere")
    with pytest.raises(TableError, match="no document 'nowhere'"):
        made(mentions=own)


def test_a_key_that_stands_twice_is_found() -> None:
    twice = pd.concat([SAMPLE["outlets"], SAMPLE["outlets"].head(1)], ignore_index=True)
    with pytest.raises(TableError, match="stands twice"):
        tables.check("outlets", twice)


def test_a_column_too_many_or_of_another_dtype_is_found() -> None:
    with pytest.raises(TableError, match="columns differ"):
        tables.check("outlets", SAMPLE["outlets"].assign(extra=1))
    with pytest.raises(TableError, match="'documents' is float64, expected int64"):
        tables.check("outlets", SAMPLE["outlets"].assign(documents=1.5))


def test_a_gap_in_a_text_is_found() -> None:
    gap = SAMPLE["outlets"].assign(name=pd.Series([None] * len(SAMPLE["outlets"]), dtype="str"))
    with pytest.raises(TableError, match="'name' has gaps"):
        tables.check("outlets", gap)


def test_a_reference_to_nothing_is_found() -> None:
    broken = {**SAMPLE, "documents": SAMPLE["documents"].iloc[1:]}
    with pytest.raises(TableError, match="is not in documents"):
        tables.check_references(broken)


def test_two_reports_count_as_two_however_many_documents() -> None:
    columns = ["event_id", "documents", "reports", "first_outlet"]
    events = SAMPLE["events"][columns].to_numpy().tolist()
    assert ["e-rule22", 2, 2, "Federal Register"] in events
    assert ["e-guide25", 2, 1, "Financial Times"] in events


def test_evidence_stands_for_each_field_of_a_mention() -> None:
    rows = SAMPLE["evidence"]
    own = rows[rows["mention_id"] == "m-bloomberg-2024-09-27-guidance-0"]
    assert own["field"].tolist() == [
        "actor:affected",
        "actor:initiator",
        "actor:target",
        "date",
        "objects",
        "source",
        "type",
    ]
    assert dict(zip(own["field"], own["value"], strict=True))["date"] == "2024-06~/2024-08~"


def actor(key: str, kind: ActorKind, country: str = "", parent: str = "") -> Actor:
    return Actor(key, key.upper(), kind, country, parent)


ACTORS = [
    actor("cn", ActorKind.STATE, "CN"),
    actor("cac", ActorKind.BODY, "CN", "cn"),
    actor("nvidia", ActorKind.COMPANY, "US"),
    actor("smic", ActorKind.COMPANY, "CN", "cn"),
    actor("hisilicon", ActorKind.COMPANY, "CN", "huawei"),
    actor("huawei", ActorKind.COMPANY, "CN"),
    actor("huang", ActorKind.PERSON, "US", "nvidia"),
    actor("csia", ActorKind.ORGANISATION, "CN", "cn"),
    actor("officials", ActorKind.OFFICIALS, "CN"),
    actor("startups", ActorKind.FIRMS, "CN", "cn"),
    actor("firms", ActorKind.FIRMS),
    actor("insiders", ActorKind.SOURCE),
    actor("loop", ActorKind.BODY, "", "pool"),
    actor("pool", ActorKind.BODY, "", "loop"),
]


@pytest.mark.parametrize(
    "who, lane",
    [
        ("cac", "CN"),
        ("officials", "CN"),
        ("huang", "NVIDIA"),
        ("smic", "SMIC"),
        ("hisilicon", "HUAWEI"),
        ("csia", "CSIA"),
        ("startups", "Companies (CN)"),
        ("firms", "Companies"),
        ("insiders", "Unnamed sources"),
        ("loop", "POOL"),
    ],
)
def test_people_and_bodies_fold_into_the_lane_of_their_own(who: str, lane: str) -> None:
    homes = lanes.Homes({one.id: one for one in ACTORS})
    evidence = sample.mentions()[0][1].claim.trigger
    said = (Participant(homes.actors[who], Role.TARGET, evidence),)
    assert lanes.lane(said, homes) == lane


def test_who_does_it_gives_the_lane_before_who_reports_it() -> None:
    homes = lanes.Homes({one.id: one for one in ACTORS})
    evidence = sample.mentions()[0][1].claim.trigger
    report = Participant(homes.actors["huawei"], Role.REPORTER, evidence)
    act = Participant(homes.actors["cac"], Role.INITIATOR, evidence)
    assert lanes.lane((report, act), homes) == "CN"
    assert lanes.lane((), homes) == "Not named"
