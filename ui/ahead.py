"""What readers are likely to ask is drawn ahead, while nobody waits: each actor or type alone.

Who asks for it then waits for a page to be put together, not for its drawings.
"""

import asyncio
import datetime
import logging
import time
from collections.abc import Iterator

from anyio import to_thread

from timeline.figures import Theme
from timeline.tables import Tables
from ui import chart, choices, data, embed, kept, width
from ui.choices import Choice

_EACH = ("actor", "type", "thread", "status")
_MOST = 40  # of each, the weightiest first
_WORK = 20.0  # seconds in all: a record of many events is drawn in windows, as it is asked for
_REST = 2  # times as long as the last drawing took
_WAIT = 0.25  # seconds, while somebody's answer is being made
_LOG = logging.getLogger(__name__)


def likely(tables: Tables) -> Iterator[Choice]:
    """What the pages' own links lead to: one actor, one type of event, one thread, one status."""
    options = choices.options(tables)
    for place in range(_MOST):
        for name in _EACH:
            if place < len(options[name]):
                yield choices.choice({name: [options[name][place]]})


async def draw() -> None:
    """Draw it, a little at a time, until all is drawn or enough time was spent."""
    spent = 0.0
    try:
        for chosen in likely(await to_thread.run_sync(data.load)):
            while kept.is_busy():
                await asyncio.sleep(_WAIT)
            begin = time.monotonic()
            await to_thread.run_sync(_draw, chosen)
            took = time.monotonic() - begin
            spent += took
            if spent > _WORK:
                return
            await asyncio.sleep(_REST * took)
    except Exception:  # nobody waits for it; the pages say themselves what is wrong
        _LOG.exception("nothing could be drawn ahead")


def _draw(chosen: Choice) -> None:
    shown = data.chosen(chosen.filters)
    if not shown["events"].empty:
        today = datetime.datetime.now(datetime.UTC).date()
        chart.place(shown, chart.frame(chosen, width.of(""), Theme.LIGHT, today))
        embed.warm(chosen)
