"""Texts from articles, made safe for the two hands.  What is no letter at all is left out."""

from html import escape

_NO_TEXT = dict.fromkeys([*range(32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def for_svg(text: str) -> str:
    """The text as XML that holds no markup of its own."""
    return escape(text.translate(_NO_TEXT), quote=True)


def for_plotly(text: str) -> str:
    """The text as plotly shows it letter for letter: no tags, no formulas between dollars.

    Of names like ``&quot;`` it knows but a few, of numbers all.
    """
    return for_svg(text).replace("&quot;", "&#34;").replace("$", "&#36;")
