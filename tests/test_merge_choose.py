"""What an event says where its mentions differ."""

from dataclasses import replace

from tests.sample_mentions import events, mention, one
from timeline import merge
from timeline.interval import Interval
from timeline.model import Actor, ActorKind, Participant, Report, Role, SourceKind, Status


def test_type_and_participants_go_by_majority() -> None:
    a = mention("a", "entity_listing", by="us", to="ymtc")
    b = mention("b", "export_control", by="us-commerce", to="ymtc")
    c = mention("c", "entity_listing", by="us", to="ymtc")
    wrong = mention("d", "entity_listing", by="ymtc", to="us")
    event = one(a, b, c, wrong)
    assert event.type == "entity_listing"
    roles = {(p.actor.id, p.role) for p in event.participants}
    assert roles == {("us", Role.INITIATOR), ("us-commerce", Role.INITIATOR), ("ymtc", Role.TARGET)}
    assert [p.role for p in event.participants] == sorted(
        (p.role for p in event.participants), key=list(Role).index
    )


def test_the_finest_date_with_words_of_its_own_wins() -> None:
    undated = mention("a")
    report = mention("b", date_="2024-03~ r")
    month = mention("c", date_="2024-03")
    day = mention("d", date_="2024-03-04")
    assert one(undated, report).when.interval == Interval.parse("2024-03~")
    assert one(undated, report, month).when.interval == Interval.parse("2024-03")
    assert one(undated, report, month, day).when.interval == Interval.parse("2024-03-04")


def test_the_day_of_a_report_gives_way_to_words_that_say_when() -> None:
    report = mention("a", told="2024-10-02", date_="2024-10-01~ r")
    told = mention("b", told="2024-10-02", date_="2024-07~/2024-09~")
    assert one(report, mention("c", told="2024-10-02")).when.interval == Interval.parse(
        "2024-10-01~"
    )
    assert one(report, told).when.interval == Interval.parse("2024-07~/2024-09~")


def test_of_two_days_the_official_one_wins_and_the_other_is_a_conflict() -> None:
    a = mention("a", date_="2024-03-04")
    b = mention("b", date_="2024-03-05", source=SourceKind.OFFICIAL)
    event = one(a, b)
    assert event.when.interval == Interval.parse("2024-03-05")
    (conflict,) = event.conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == (
        "date",
        "2024-03-05",
        "2024-03-04",
    )


def test_the_day_of_the_act_comes_before_that_of_its_effect_and_is_no_contradiction() -> None:
    a = mention("a", told="2023-07-03", date_="2023-08-01", text="curbs apply from August")
    b = mention("b", told="2023-07-04", date_="2023-07-03", text="curbs announced on Monday")
    c = mention("c", told="2023-08-02", date_="2023-08-01", text="the curbs took effect on Tuesday")
    event = one(a, b, c)
    assert event.when.interval == Interval.parse("2023-07-03")
    assert event.conflicts == ()


def test_one_headline_of_a_ban_over_reports_of_advice_makes_no_ban() -> None:
    told = [mention(f"m{i}", "procurement_guidance", status="reported") for i in range(4)]
    loud = mention("n", "procurement_guidance", status="enacted")
    assert one(*told, loud).status is Status.REPORTED
    official = mention("o", "procurement_guidance", status="enacted", source=SourceKind.OFFICIAL)
    assert one(*told, official).status is Status.ENACTED


def test_what_is_rescinded_later_is_rescinded_and_the_ladder_keeps_every_step() -> None:
    steps = [
        ("a", "2024-01-10", "proposed", "2024-01-09"),
        ("b", "2024-02-11", "enacted", "2024-02-10"),
        ("c", "2024-05-02", "rescinded", "2024-05-01"),
    ]
    event = one(*(mention(n, told=t, status=s, date_=d) for n, t, s, d in steps))
    assert event.status is Status.RESCINDED
    assert [(rung.status.value, rung.when.edtf if rung.when else "") for rung in event.ladder] == [
        ("proposed", "2024-01-09"),
        ("enacted", "2024-02-10"),
        ("rescinded", "2024-05-01"),
    ]
    (only,) = one(*(mention(n, told=t, status="enacted") for n, t, _, _ in steps)).ladder
    assert (only.status, only.mention, str(only.said)) == ("enacted", "a", "2024-01-10")


def test_sources_that_contradict_each_other_become_conflicts() -> None:
    a = mention("a", "trade_measure", date_="2024-03-04", text="a duty of 12%")
    b = mention(
        "b",
        "trade_measure",
        told="2024-03-06",
        date_="2024-03-04",
        text="a duty of 15%",
        status="proposed",
    )
    fields = {
        conflict.field: (conflict.a_says, conflict.b_says) for conflict in one(a, b).conflicts
    }
    assert fields == {"number": ("12%", "15%"), "status": ("enacted", "proposed")}
    other = mention("c", "trade_measure", by="eu", to="cn", date_="2024-03-04")
    (conflict,) = one(a, other).conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == ("actor", "US", "EU")


def test_independent_reports_are_counted_not_documents() -> None:
    found = [mention(name, date_="2024-03-04", document=f"d{name}") for name in "abc"]
    reports = [Report("r1", "Reuters", ("da", "db")), Report("r2", "AP", ("dc",))]
    (event,) = merge.merge(found, reports)
    assert event.documents == ("da", "db", "dc")
    assert event.reports == ("r1", "r2")


def test_a_title_may_be_given() -> None:
    (event,) = merge.merge([mention("a")], [], title=lambda kind, *_: f"{kind}!")
    assert event.title == "export_control!"
    (plain,) = events([mention("a")])
    assert plain.title == "US: export control (CN)"


def test_the_lifting_of_a_measure_is_an_event_of_its_own_and_the_last_step_of_its_ladder() -> None:
    text = "curbs on sales of the H20"
    plan = mention("a", told="2025-04-02", status="proposed", objects="H20", text=text)
    made = mention("b", told="2025-04-10", date_="2025-04-09", objects="H20", text=text)
    lifted = mention(
        "c", told="2025-07-16", date_="2025-07-15", status="rescinded", objects="H20",
        text="Washington lifts its curbs on the H20",
    )  # fmt: skip
    other = mention("d", told="2025-04-11", date_="2025-04-10", objects="910C", text="a 910C ban")
    found = {event.first: event for event in events([plan, made, lifted, other])}
    assert set(found) == {"a", "c", "d"}
    assert [step.status for step in found["a"].ladder] == ["proposed", "enacted", "rescinded"]
    assert found["a"].ladder[-1].mention == "c"
    assert found["c"].ladder == ()
    assert [step.status for step in found["d"].ladder] == ["enacted"]


def test_a_coarse_date_ahead_does_not_join_the_measure_of_that_year() -> None:
    kind = "trade_measure"
    a = mention(
        "a", kind, told="2024-05-15", date_="2025", status="forecast", text="duties on chips"
    )
    b = mention("b", kind, told="2025-08-07", date_="2025-08-06", status="proposed", text="a levy")
    assert len(events([a, b])) == 2


def test_a_contradiction_is_told_once() -> None:
    kind = "company_results"
    a = mention("a", kind, date_="2024-03", text="a charge of $5.5 billion", to="")
    b = mention("b", kind, date_="2024-03", text="the charge is $5.9 billion", to="")
    c = mention("c", kind, date_="2024-03", text="$5.9 billion was written off", to="")
    (conflict,) = one(a, b, c).conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == (
        "number", "5.5e9 USD", "5.9e9 USD",
    )  # fmt: skip


def test_a_plan_and_a_campaign_have_other_dates_and_contradict_nobody() -> None:
    plan = mention("a", told="2025-05-08", date_="2025-05-07", status="proposed")
    made = mention("b", told="2025-05-14", date_="2025-05-13")
    assert one(plan, made).conflicts == ()
    kind = "procurement_guidance"
    a = mention("a", kind, told="2025-08-12", date_="2025-08-12", status="reported", by="cn")
    b = mention("b", kind, told="2025-08-21", date_="2025-08-20", status="reported", by="cn")
    assert one(a, b).conflicts == ()


def test_what_will_take_effect_is_no_contradiction_and_what_is_still_weighed_later_is_one() -> None:
    made = mention("a", told="2025-08-10", date_="2025-08-10")
    soon = mention("b", told="2025-08-12", date_="2025-08~ r", status="forecast")
    assert one(made, soon).conflicts == ()
    weighed = mention("c", told="2025-08-12", date_="2025-08~ r", status="proposed")
    (conflict,) = one(made, weighed).conflicts
    assert (conflict.field, conflict.a_says, conflict.b_says) == ("status", "enacted", "proposed")


def test_a_country_s_firms_are_no_other_side_than_one_of_them() -> None:
    kind = "procurement"
    baidu = Actor("baidu", "Baidu", ActorKind.COMPANY, "CN")
    a = mention("a", kind, date_="2024-03-04", by="cn:firms", to="nvidia")
    b = mention("b", kind, date_="2024-03-04", by="", to="nvidia")
    people = (Participant(baidu, Role.INITIATOR, b.claim.trigger), *b.participants)
    b = replace(b, claim=replace(b.claim, participants=people))
    assert one(a, b).conflicts == ()
