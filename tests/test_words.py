"""Dates and counts as people write them."""

import pytest

from ui import words


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-09-27", "27 Sep 2024"),
        ("2024-09-27~", "around 27 Sep 2024"),
        ("2024-05~/2024-07~", "around May – Jul 2024"),
        ("2023-11/2024-02", "Nov 2023 – Feb 2024"),
        ("2024-04-29/2024-07-28", "29 Apr – 28 Jul 2024"),
        ("2024-09", "Sep 2024"),
        ("2024-09~", "around Sep 2024"),
        ("2024", "2024"),
        ("2022/2024", "2022 – 2024"),
        ("202X", "2020s"),
        ("2024-33", "Q1 2024"),
        ("2024-40", "first half of 2024"),
        ("2025-22", "summer 2025"),
        ("../2025-08-21", "by 21 Aug 2025"),
        ("2022-10/..", "since Oct 2022"),
        ("2024-03-04?", "4 Mar 2024 (uncertain)"),
        ("", "no date given"),
        ("nonsense", "nonsense"),
    ],
)
def test_when_is_how_people_write_it(edtf: str, expected: str) -> None:
    assert words.when(edtf) == expected


def test_a_table_knows_a_quarter_that_edtf_spells_as_months() -> None:
    assert words.when("2024-04/2024-06", "quarter") == "Q2 2024"


@pytest.mark.parametrize(
    ("joined", "most", "expected"),
    [
        ("", 0, ""),
        ("A", 0, "A"),
        ("A; B", 0, "A and B"),
        ("A; B; C", 0, "A, B and C"),
        ("A; B; C; D", 2, "A, B and 2 more"),
    ],
)
def test_names_read_as_prose(joined: str, most: int, expected: str) -> None:
    assert words.names(joined, most) == expected


def test_every_status_has_a_meaning() -> None:
    assert set(words.STATUSES) == set(words.STATUS_MEANINGS)
