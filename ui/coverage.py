"""How well the record is covered: articles a month, thin months, countries, primary sources."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from timeline import figures
from timeline.figures import look
from timeline.figures.counts import sentences
from timeline.figures.font import stack
from timeline.language import gettext, pgettext, spoken
from timeline.tables import Tables
from ui import chart, escape, labels, words

_OWN = ("official", "company")  # kinds of outlets that tell of their own acts
_FEW = 2  # articles a month, below which it is named
_HEIGHT = 150
_TICKS = 8  # the most that are named on the axis
_NAMED = 8  # thin stretches and countries that are named


def months(tables: Tables) -> "pd.Series[int]":
    """Articles by month of publication, the months without any between the first and the last."""
    days = tables["documents"]["published_start"].dropna()
    if days.empty:
        return pd.Series(dtype="int64")
    counts = days.dt.to_period("M").value_counts().sort_index()
    every = pd.period_range(counts.index[0], counts.index[-1], freq="M")
    filled: pd.Series[int] = counts.reindex(every, fill_value=0).astype("int64")
    return filled


def show(tables: Tables) -> None:
    """The strip of months, and what it shows in words."""
    counts = months(tables)
    if len(counts) > 1:
        st.plotly_chart(
            _strip(counts),
            key="coverage",
            theme=None,
            config={**figures.CONFIG, "staticPlot": True},
            alt=gettext(
                "Articles a month from {first} to {last}: {least} to {most}",
                first=_month(counts.index[0]),
                last=_month(counts.index[-1]),
                least=int(counts.min()),
                most=int(counts.max()),
            ),
        )
    st.markdown(sentences(*map(escape.markdown, told(tables))))


def told(tables: Tables) -> list[str]:
    """Sentences: the newest article, thin months, countries, the share of primary sources."""
    outlets = tables["outlets"].set_index("outlet_id")
    documents = tables["documents"].join(outlets[["country", "kind"]], on="outlet_id")
    counts = months(tables)
    return [*_newest(documents), *_thin(counts), _lands(documents), _primary(documents)]


def _newest(documents: pd.DataFrame) -> Iterator[str]:
    newest = documents["published_start"].max()
    if not pd.isna(newest):
        yield gettext("The newest article is of {date}.", date=words.when(f"{newest:%Y-%m-%d}"))


def _thin(counts: "pd.Series[int]") -> Iterator[str]:
    thin = _stretches(counts[counts < _FEW])
    if thin:
        yield gettext(
            "Thin months, with fewer than {number} articles: {months}.",
            number=_FEW,
            months=words.names("; ".join(thin), _NAMED if len(thin) > _NAMED else 0),
        )


def _lands(documents: pd.DataFrame) -> str:
    unknown = gettext("unknown")
    lands = documents["country"].replace("", unknown).fillna(unknown).value_counts()
    listed = [
        f"{labels.country(str(land))} {number}" for land, number in lands.head(_NAMED).items()
    ]
    if rest := int(lands.iloc[_NAMED:].sum()):
        listed.append(gettext("others {number}", number=rest))
    told = pgettext("between names", ", ").join(listed)
    return gettext("Articles by the outlet's country: {countries}.", countries=told)


def _primary(documents: pd.DataFrame) -> str:
    return gettext(
        "Primary sources, offices and companies on their own acts: {number} of {all}.",
        number=int(documents["kind"].isin(_OWN).sum()),
        all=len(documents),
    )


def _stretches(thin: "pd.Series[int]") -> list[str]:
    """Months in a row as one stretch: "Mar 2022 to May 2022"."""
    runs: list[list[pd.Period]] = []
    for month in thin.index:
        if runs and (month - runs[-1][-1]).n == 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    ends = [(_month(run[0]), _month(run[-1])) for run in runs]
    return [
        first if first == last else gettext("{first} to {last}", first=first, last=last)
        for first, last in ends
    ]


def _month(month: pd.Period) -> str:
    return words.month(month.to_timestamp().date())


def _ticks(months: "pd.Index[pd.Period]") -> list[pd.Period]:
    """The months that the axis names: each, or such as begin a quarter, half or year."""
    every = next((n for n in (1, 3, 6, 12, 60) if len(months) <= n * _TICKS), 120)
    return [month for month in months if (month.year * 12 + month.month - 1) % every == 0]


def _tick(month: pd.Period) -> str:
    """A month on the axis, a year's first as the year: "2023"."""
    return words.when(str(month.year)) if month.month == 1 else _month(month)


def _strip(counts: "pd.Series[int]") -> go.Figure:
    theme = chart.theme()
    colours = look.palette(theme)
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True}
    named = _ticks(counts.index)
    ticks = {
        "tickvals": [month.to_timestamp() for month in named],
        "ticktext": [_tick(month) for month in named],
    }
    bars = go.Bar(
        x=[month.to_timestamp() for month in counts.index],
        y=list(counts),
        marker={"color": figures.family_color("controls", theme)},
    )
    return go.Figure(
        [bars],
        {
            "height": _HEIGHT,
            "margin": {"l": 32, "r": 0, "t": 8, "b": 24},
            "paper_bgcolor": colours.paper,
            "plot_bgcolor": colours.paper,
            "font": {"family": stack(spoken()), "size": 13, "color": colours.muted},
            "xaxis": {**axis, **ticks},
            "yaxis": {**axis, "rangemode": "tozero", "nticks": 4},
            "bargap": 0.15,
        },
    )
