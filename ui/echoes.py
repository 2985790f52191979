"""The lineage: each original report, and the articles that rest on it."""

import streamlit as st

from timeline.tables import Tables
from ui import echo_chart, escape, grid, words

_MOST = 25  # rows of a table at a time
_DRAWN = 15  # reports
KINDS = {
    "copy": "copies",
    "rewrite": "rewrites",
    "same_source": "tells the same source's news as",
    "declared": "names the same source as",
}


def order(tables: Tables) -> list[str]:
    """The ids of the reports that have echoes: most articles first, then the earliest."""
    reports = tables["reports"]
    reports = reports[reports["documents"] > 1].sort_values(
        ["documents", "first_published", "report_id"], ascending=[False, True, True]
    )
    return list(reports["report_id"])


def finding(tables: Tables) -> str:
    """The lineage in a sentence, as Markdown."""
    documents, reports = len(tables["documents"]), len(tables["reports"])
    return (
        f"**{words.count(documents, 'article')} rest on "
        f"{words.count(reports, 'original report')}.** Articles that repeat one original count as "
        "one independent source, however many they are."
    )


def draw(tables: Tables, reports: list[str]) -> None:
    """Each report with echoes on the left, the articles that rest on it on the right."""
    drawn = reports[:_DRAWN]
    if drawn:
        echo_chart.show(tables, drawn)
    rest = len(tables["reports"]) - len(drawn)
    if rest:
        st.caption(f"{words.count(rest, 'more report')} with fewer articles: in the table below.")


def articles(tables: Tables) -> None:
    """The articles in the order of their days, with what they rest on."""
    origin = tables["reports"].set_index("report_id")["origin"]
    rows = [
        {
            "Published": escape.markdown(words.when(row["published"])),
            "Outlet": escape.markdown(row["outlet"]),
            "Headline": escape.link(row["title"] or row["document_id"], row["url"]),
            "Rests on": escape.markdown(origin.get(row["report_id"], "") or row["rests_on"]),
            "Date known by": escape.markdown(row["published_reason"] or row["published_basis"]),
            "Claims": str(row["mentions"]),
        }
        for _, row in tables["documents"].sort_values(["published_start", "document_id"]).iterrows()
    ]
    grid.show(rows, "The articles by day", key="articles", lead="Headline", most=_MOST)


def reasons(tables: Tables) -> None:
    """For each pair of articles why they are held to rest on one original."""
    links = tables["links"]
    if links.empty:
        st.markdown("No article of this record rests on the same original as another.")
        return
    documents = tables["documents"].set_index("document_id")
    names = {
        key: f"{row['outlet']}, {words.when(row['published'])}" for key, row in documents.iterrows()
    }
    rows = [
        {
            "Article": escape.markdown(names.get(row["a"], row["a"])),
            "Tie": escape.markdown(
                f"{KINDS.get(row['kind'], row['kind'])} {names.get(row['b'], row['b'])}"
            ),
            "Why": escape.markdown(row["why"]),
            "Score": f"{row['score']:.2f}",
        }
        for _, row in links.iterrows()
    ]
    grid.show(rows, "Pairs of articles and why", key="reasons", most=_MOST)


def outlets(tables: Tables) -> None:
    """Who publishes, where, and by which clock."""
    rows = [
        {
            "Outlet": escape.link(row["name"], row["url"]),
            "Kind": escape.markdown(row["kind"].capitalize()),
            "Country": escape.markdown(row["country"]),
            "Time zone": escape.markdown(row["timezone"].removeprefix("Etc/")),
            "Articles": str(row["documents"]),
        }
        for _, row in tables["outlets"]
        .sort_values(["documents", "name"], ascending=[False, True])
        .iterrows()
        if row["documents"]
    ]
    grid.show(rows, "The outlets", key="outlets", most=_MOST)
