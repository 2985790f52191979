"""Coverage: months without articles are there, thin stretches and shares are told."""

import pandas as pd

from tests.sample import sample_tables
from timeline.language import Language, speaking
from ui import coverage


def test_every_month_between_the_first_and_the_last_article_counts() -> None:
    tables = sample_tables()
    counts = coverage.months(tables)
    days = tables["documents"]["published_start"].dropna()
    assert int(counts.sum()) == len(days)
    assert (counts.index[0], counts.index[-1]) == (
        days.min().to_period("M"),
        days.max().to_period("M"),
    )
    assert len(counts) == (counts.index[-1] - counts.index[0]).n + 1


def test_thin_months_in_a_row_are_one_stretch_and_primary_sources_are_counted() -> None:
    tables = sample_tables()
    days = ["2022-01-05", "2022-01-06", "2022-04-02", "2022-05-01", "2022-05-02"]
    documents = (
        tables["documents"]
        .iloc[:5]
        .assign(
            published_start=pd.to_datetime(days).astype("datetime64[s]"),
            outlet_id=["reuters", "reuters", "bis", "reuters", "nowhere"],
        )
    )
    outlets = (
        tables["outlets"]
        .iloc[:2]
        .assign(outlet_id=["reuters", "bis"], kind=["agency", "official"], country=["GB", "US"])
    )
    told = " ".join(coverage.told({**tables, "documents": documents, "outlets": outlets}))
    assert "The newest article is of 2 May 2022." in told
    assert "Feb 2022 to Apr 2022" in told
    assert "GB 3" in told
    assert "1 of 5" in told


def test_the_axis_of_months_is_told_in_the_language_spoken() -> None:
    months = pd.period_range("2022-11", "2025-02", freq="M")
    named = coverage._strip(pd.Series(1, index=months, dtype="int64")).layout.xaxis.ticktext
    assert named == ("2023", "Jul 2023", "2024", "Jul 2024", "2025")
    with speaking(Language.ZH):
        named = coverage._strip(pd.Series(1, index=months[:5], dtype="int64")).layout.xaxis.ticktext
    assert named == ("2022年11月", "2022年12月", "2023年", "2023年2月", "2023年3月")
