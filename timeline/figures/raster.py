"""An SVG of ours as PNG, by resvg with the shipped font: no browser, the same bytes each time."""

import re
import struct
import zlib

import resvg_py

from timeline.figures import font

_DPI = re.compile(r' data-dpi="(?P<dpi>\d{1,4})"')  # as ``svg.render`` writes it
_TEXT = re.compile(r"(<text [^<>]{0,800}>)([^<]{1,2000})")
_HAN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]{1,2000}")
_INCH = 0.0254  # metres
_HEADER = 33  # bytes of a PNG before the place where resolution is told: signature and IHDR


def png(svg: str) -> bytes:
    """The picture as large as it was laid out; it tells programs how large it is on paper.

    Letters that the shipped fonts lack (a rare Chinese one) are looked for among the machine's own;
    without any, only the shipped files count and every machine gives the same bytes.
    """
    fonts = [font.path(), font.path(bold=True)]
    fonts += [font.han_path(), font.han_path(bold=True)] if font.is_han(svg) else []
    data = resvg_py.svg_to_bytes(
        svg_string=_TEXT.sub(_named, svg) if len(fonts) > 2 else svg,
        skip_system_fonts=font.covers(svg),
        font_files=[str(file) for file in fonts],
        font_family=font.FAMILY,
        sans_serif_family=font.FAMILY,
    )
    told = _DPI.search(svg, 0, 1000)
    dpi = int(told["dpi"]) if told else 96
    return _with_resolution(bytes(data), round(dpi / _INCH))


def _named(found: re.Match[str]) -> str:
    """Chinese under its font's own name.

    Left to itself resvg takes the first font that has the letter, bold or not, and none at all
    where letters beside it are joined: "Wccftech [16]；南华早报", with one glyph for "ft".
    """
    runs = _HAN.sub(rf'<tspan font-family="{font.HAN_FAMILY}">\g<0></tspan>', found[2])
    return f"{found[1]}{runs}"


def _with_resolution(data: bytes, per_metre: int) -> bytes:
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body))
    return data[:_HEADER] + chunk + data[_HEADER:]
