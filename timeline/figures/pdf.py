"""A scene as PDF, by kaleido, which needs a Chrome; where there is none, the reason."""

from functools import cache
from importlib.util import find_spec
from os import environ
from pathlib import Path
from shutil import which

from timeline.figures.draw import figure
from timeline.figures.scene import Scene

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@cache
def pdf_available() -> str | None:
    """None where a PDF can be made, else the reason why not, for people."""
    if find_spec("kaleido") is None:
        return "the package kaleido is not installed: pip install kaleido"
    if _browser() is None:
        return "no Chrome or Chromium was found: install one, or set BROWSER_PATH"
    return None


def pdf(scene: Scene) -> bytes:
    """The picture as PDF, text as text.  Raises RuntimeError where ``pdf_available`` says no."""
    reason = pdf_available()
    if reason:
        raise RuntimeError(f"no PDF: {reason}")
    import kaleido

    data = kaleido.calc_fig_sync(
        figure(scene),
        opts={"format": "pdf", "width": scene.width, "height": scene.height},
    )
    return bytes(data)


def _browser() -> Path | None:
    given = environ.get("BROWSER_PATH", "")
    if given and Path(given).is_file():
        return Path(given)
    found = next(filter(None, (which(name) for name in _NAMES)), None)
    return Path(found) if found else None
