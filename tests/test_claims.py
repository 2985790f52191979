"""Claims: the corpus of single sentences, each type's own example, and the lexicon's form."""

import pytest

from tests.claims_corpus import check, read, rows
from timeline import claims
from timeline.model import Role

ROWS = rows("claims")
DATED = rows("when")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_corpus(row: dict[str, str]) -> None:
    check(row)


@pytest.mark.parametrize("row", DATED, ids=lambda row: f"{row['type']}: {row['text']}")
def test_a_claim_has_the_date_of_its_act_or_about_that_of_its_report(row: dict[str, str]) -> None:
    found = next(m.when for m in read(row["text"]) if m.type == row["type"])
    assert found.interval is not None
    assert (found.interval.edtf, found.basis) == (row["edtf"], row["basis"])
    assert (found.evidence is None) == found.interval.edtf.startswith("2025-09~")


@pytest.mark.parametrize("type_", claims.frames().types.values(), ids=lambda t: t.id)
def test_a_type_reads_its_own_example(type_: claims.Type) -> None:
    if type_.id == "background":
        assert read(type_.example) == ()
    else:
        assert type_.id in {m.type for m in read(type_.example)}


def test_every_title_names_its_roles() -> None:
    for type_ in claims.frames().types.values():
        assert "{" not in claims.title(type_.id, type_.status, ())


def test_the_firms_of_a_country_are_whom_a_control_keeps_from_buying() -> None:
    (told,) = read(
        "The Commerce Department restricted chip exports to Chinese companies on Monday."
    )
    line = claims.title(told.type, told.status, told.participants)
    assert line == "US Commerce Department restricts exports to Chinese companies"


def test_whom_others_are_to_replace_is_no_target() -> None:
    told = "China urged banks to buy {0} of Dell, HP and IBM."
    for way in ("domestic servers rather than those", "local machines instead of those"):
        (found,) = read(told.format(way))
        borne = [p.actor.name for p in found.participants if p.role is Role.AFFECTED]
        assert borne == ["Dell", "HP", "IBM"]


def test_a_bare_measure_is_of_the_type_of_the_measure_told_before() -> None:
    tariff = read(
        "Brussels set duties on Chinese cars in May. The measure takes effect in December."
    )
    assert [m.type for m in tariff] == ["trade_measure", "trade_measure"]
    limit = read("Joe Biden limited investment in China. The rules take effect in December.")
    assert [m.type for m in limit] == ["investment_control", "investment_control"]


def test_what_a_participle_adds_by_the_way_is_no_event_of_its_own() -> None:
    found = read("China cut its tariffs on Friday, easing restrictions on sales of magnets.")
    assert [m.type for m in found] == ["trade_measure"]


def test_what_may_come_is_of_about_the_day_on_which_it_was_said() -> None:
    (found,) = read("Tokyo may limit exports of chips, Reuters reported on Friday.")[:1]
    assert found.status == "speculation"
    assert found.when.interval is not None
    assert found.when.interval.edtf == "2025-09-12~"
