"""The lineage: each original report, and the articles that rest on it."""

import streamlit as st

from timeline.language import gettext, mark
from timeline.tables import Tables
from ui import echo_chart, escape, grid, labels, why, words

_MOST = 25  # rows of a table at a time
_DRAWN = 15  # reports
KINDS = {
    "copy": mark("copies {article}"),
    "rewrite": mark("rewrites {article}"),
    "same_source": mark("tells the same source's news as {article}"),
    "declared": mark("names the same source as {article}"),
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
    return gettext(
        "**{articles} rest on {reports}.** Articles that repeat one original count as one "
        "independent source, however many they are.",
        articles=words.count(documents, "article"),
        reports=words.count(reports, "original report"),
    )


def draw(tables: Tables, reports: list[str]) -> None:
    """Each report with echoes on the left, the articles that rest on it on the right."""
    drawn = reports[:_DRAWN]
    if drawn:
        echo_chart.show(tables, drawn)
    rest = len(tables["reports"]) - len(drawn)
    if rest:
        more = words.count(rest, "more report")
        st.caption(gettext("{reports} with fewer articles: in the table below.", reports=more))


def articles(tables: Tables) -> None:
    """The articles in the order of their days, with what they rest on."""
    origin = tables["reports"].set_index("report_id")["origin"]
    rows = [
        {
            gettext("Published"): escape.markdown(words.when(row["published"])),
            gettext("Outlet"): escape.markdown(row["outlet"]),
            gettext("Headline"): escape.link(row["title"] or row["document_id"], row["url"]),
            gettext("Rests on"): escape.markdown(
                origin.get(row["report_id"], "") or row["rests_on"]
            ),
            gettext("Date known by"): escape.markdown(
                row["published_reason"] or row["published_basis"]
            ),
            gettext("Claims"): str(row["mentions"]),
        }
        for _, row in tables["documents"].sort_values(["published_start", "document_id"]).iterrows()
    ]
    alt = gettext("The articles by day")
    grid.show(rows, alt, key="articles", lead=gettext("Headline"), most=_MOST)


def reasons(tables: Tables) -> None:
    """For each pair of articles why they are held to rest on one original."""
    links = tables["links"]
    if links.empty:
        told = gettext("No article of this record rests on the same original as another.")
        st.markdown(told)
        return
    documents = tables["documents"].set_index("document_id")
    names = {
        key: gettext("{outlet}, {date}", outlet=row["outlet"], date=words.when(row["published"]))
        for key, row in documents.iterrows()
    }
    rows = [
        {
            gettext("Article"): escape.markdown(names.get(row["a"], row["a"])),
            gettext("Tie"): escape.markdown(_tie(row["kind"], names.get(row["b"], row["b"]))),
            gettext("Why"): escape.markdown(why.told(row["why"])),
            gettext("Score"): f"{row['score']:.2f}",
        }
        for _, row in links.iterrows()
    ]
    grid.show(rows, gettext("Pairs of articles and why"), key="reasons", most=_MOST)


def _tie(kind: str, article: str) -> str:
    return gettext(KINDS[kind], article=article) if kind in KINDS else f"{kind} {article}"


def outlets(tables: Tables) -> None:
    """Who publishes, where, and by which clock."""
    rows = [
        {
            gettext("Outlet"): escape.link(row["name"], row["url"]),
            gettext("Kind"): escape.markdown(labels.outlet_kind(row["kind"])),
            gettext("Country"): escape.markdown(labels.country(row["country"])),
            gettext("Time zone"): escape.markdown(row["timezone"].removeprefix("Etc/")),
            gettext("Articles"): str(row["documents"]),
        }
        for _, row in tables["outlets"]
        .sort_values(["documents", "name"], ascending=[False, True])
        .iterrows()
        if row["documents"]
    ]
    grid.show(rows, gettext("The outlets"), key="outlets", most=_MOST)
