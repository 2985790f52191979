"""Pages of ours that run no script: their style sheet, their HTML and what may show them."""

import re
from functools import lru_cache
from html import escape

from starlette.responses import HTMLResponse, Response

from timeline import figures
from timeline.figures import Theme
from timeline.language import spoken
from ui import headers, static

AUTO = "auto"
_NOTES = re.compile(r"/\*.{0,300}?\*/\s*")


@lru_cache(maxsize=32)
def style(theme: str = AUTO) -> str:
    """The style sheet: the theme's colours, of ``AUTO`` the reader's own, and the page."""
    light, dark = (figures.inline.variables(one) for one in Theme)
    colours = f":root{{color-scheme:light;{light}}}"
    if theme == Theme.DARK:
        colours = f":root{{color-scheme:dark;{dark}}}"
    elif theme == AUTO:
        colours = f":root{{color-scheme:light dark;{light}}}"
        colours += f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f"{colours}\n{_NOTES.sub('', (static.ASSETS / 'embed.css').read_text('utf-8'))}"


def html(title: str, body: str, sheet: str, *head: str) -> str:
    """The page with this title and style sheet; ``head`` are further elements of its head."""
    parts = (
        f'<!doctype html><html lang="{spoken().tag}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f'<link rel="icon" href="{static.asset_url("icon.svg")}">',
        *head,
        f"<style>{sheet}</style></head>",
        f"<body>{body}</body></html>\n",
    )
    return "\n".join(parts)


def answer(title: str, body: str, ancestors: str, *head: str, status: int = 200) -> Response:
    """The page in the usual style, as an answer that only ``ancestors`` may frame."""
    sheet = style()
    told = {"Content-Security-Policy": headers.static_policy(sheet, ancestors)}
    return HTMLResponse(html(title, body, sheet, *head), status, headers=told)
