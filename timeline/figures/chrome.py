"""A scene as PDF: our own SVG printed by a Chrome; where there is none, the reason.

Not by kaleido, which prints plotly's drawing with whatever fonts the machine has: labels measured
in one font would be set in another, and overlap.
"""

import re
import subprocess
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from os import environ, geteuid
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from timeline.errors import TimelineError
from timeline.figures import font
from timeline.figures.scene import Scene
from timeline.figures.svg import render
from timeline.language import mark

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS = 60
_CLOCK = re.compile(rb"(?<=Date \(D:)\d{14}")


class PdfError(TimelineError):
    """A PDF cannot be made on this machine."""


@cache
def pdf_available() -> str | None:
    """None where a PDF can be made, else the reason why not, for people."""
    if _browser() is None:
        return mark("no Chrome or Chromium was found: install one, or set BROWSER_PATH")
    return None


def pdf(scene: Scene, day: str) -> bytes:
    """The picture as PDF in its size on paper, text as text in the shipped font.

    It is dated by the ``day`` of its data, "2026-01-28", and not by the clock.  Raises PdfError
    where ``pdf_available`` gives a reason, and where the Chrome fails.
    """
    browser = _browser()
    if browser is None:
        raise PdfError(f"PDF: {pdf_available()}; SVG and PNG need none")
    with TemporaryDirectory() as folder:
        page, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(_page(scene), encoding="utf-8")
        _print(browser, page, made, Path(folder) / "profile")
        if not made.is_file():
            raise PdfError(f"PDF: {browser} made no file; SVG and PNG need no Chrome")
        stamp = f"{day or '1970-01-01'}".replace("-", "") + "000000"
        return _CLOCK.sub(stamp.encode(), made.read_bytes())


def _print(browser: Path, page: Path, made: Path, profile: Path) -> None:
    flags = ["--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run"]
    if geteuid() == 0:
        flags.append("--no-sandbox")  # Chrome's sandbox refuses to start for root
    command = [str(browser), *flags, f"--user-data-dir={profile}", f"--print-to-pdf={made}"]
    try:
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise PdfError(f"PDF: {browser} failed: {error}; SVG and PNG need no Chrome") from error


def _page(scene: Scene) -> str:
    """The SVG on a page of its own size, with the font inside."""
    size = f"{scene.width / scene.dpi:.4f}in {scene.height / scene.dpi:.4f}in"
    wide, high = size.split()
    drawing = render(scene)
    faces = _faces(font.FAMILY, font.path)
    if font.is_han(drawing):
        faces += _faces(font.HAN_FAMILY, font.han_path)
    style = f"{faces}@page{{size:{size};margin:0}}body{{margin:0}}"
    style += f"svg{{display:block;width:{wide};height:{high};print-color-adjust:exact}}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{drawing}"


def _faces(family: str, path: Callable[[bool], Path]) -> str:
    """A font's two weights, inside the page."""
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/otf;base64,{b64encode(path(bold).read_bytes()).decode()})}}"
        for bold, weight in ((False, 400), (True, 600))
    )


def _browser() -> Path | None:
    given = environ.get("BROWSER_PATH", "")
    if given and Path(given).is_file():
        return Path(given)
    found = next(filter(None, (which(name) for name in _NAMES)), None)
    return Path(found) if found else None
