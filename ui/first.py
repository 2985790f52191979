"""The first sight of the timeline: a drawing, links in it, until Streamlit and Plotly are there.

``/first?actor=Nvidia&window=1440&theme=dark`` is the head of the page and its chart as plain HTML
and SVG, the chart laid out just as Plotly will draw it; assets/first.js asks for it and takes it
away again.  A reader sees the timeline in a fourth of the time that the scripts need, and uses it:
marks and labels are links that tell more when pointed at, and the filters are a form (``ui.form``).
Whatever is chosen, here or by Streamlit's controls, is shown so first (assets/repaint.js), by
``/first?part=chart``: the chart alone.
"""

import datetime
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timeline import figures
from timeline.figures import Theme
from timeline.language import gettext
from timeline.tables import Tables
from ui import answers, chart, choices, data, form, pages, static, summary, tongue, width, windows
from ui.answers import Answer
from ui.choices import Choice


def drawing(shown: Tables, chosen: Choice, pixels: int, look: Theme, today: datetime.date) -> str:
    """The chart of these events in a column so wide; in words where there are none."""
    if shown["events"].empty:
        told = gettext("No event fits: {choice}.", choice=choices.told(chosen))
        return f'<div class="first-chart"><p>{escape(told)}</p></div>'
    laid = chart.place(shown, chart.frame(chosen, pixels, look, today))
    drawn = figures.linked(laid, lambda key: windows.address(key, chosen))
    return f'<div class="first-chart">{drawn}</div>'


def page(shown: Tables, chosen: Choice, pixels: int, look: Theme, today: datetime.date) -> str:
    """Title, finding and chart of these events in a column so wide."""
    return (
        f'<main id="first" class="first-{look}">{_menu(chosen)}<div>'
        f"<h1>{escape(summary.story())}</h1><p>{escape(summary.finding(data.chosen(choices.ALL)))}</p>"
        f"{form.html(data.load(), chosen)}"
        f"{drawing(shown, chosen, pixels, look, today)}</div></main>"
    )


def _menu(chosen: Choice) -> str:
    """The pages, and the way to the same view in the other language."""
    current = ' aria-current="page"'
    links = [
        f'<a href="{escape(tongue.here(entry.path))}"'
        f"{current if entry is pages.PAGES[0] else ''}>{escape(entry.name)}</a>"
        for entry in pages.PAGES
        if entry.listed
    ]
    languages = f'<span class="tongue">{tongue.html("/", choices.pairs(chosen))}</span>'
    icon = f'<img src="{static.asset_url("icon.svg")}" alt="">'
    return f"<nav>{icon}{''.join(links)}{languages}</nav>"


def warm(today: datetime.date) -> None:
    """Draw the whole record before the first reader asks for just that."""
    for look in Theme:
        page(data.chosen(choices.ALL), Choice(), width.of(""), look, today)


@answers.answering
async def _first(request: Request) -> Response:
    """The fragment; no content where no event fits: the page itself says what to widen."""
    today = datetime.datetime.now(datetime.UTC).date()
    where = ("/first", request.url.query, today)
    with tongue.asked(request):
        sent = await answers.given(request, where, lambda: _answer(request, today))
    sent.headers.add_vary_header("Accept-Language")
    return sent if sent.body or sent.status_code == 304 else Response(status_code=204)


def _answer(request: Request, today: datetime.date) -> Answer:
    """``part=chart`` is the drawing alone, in words where no event fits."""
    given = request.query_params
    chosen, _ = choices.read(data.load(), given.multi_items())
    look = answers.one_of("theme", given.get("theme", "light"), [str(one) for one in Theme])
    part = answers.one_of("part", given.get("part", "page"), ("page", "chart"))
    pixels, shown = width.of(given.get("window", "")), data.chosen(chosen.filters)
    if part == "page" and shown["events"].empty:
        return Answer(b"", "text/html")
    make = drawing if part == "chart" else page
    made = make(shown, chosen, pixels, Theme(look), today)
    return Answer(made.encode("utf-8", "replace"), "text/html")


ROUTES = (Route("/first", _first),)
