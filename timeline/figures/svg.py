"""A scene as SVG, the same bytes each time.  Every text in it is escaped."""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.figures import font
from timeline.figures.escape import for_svg
from timeline.figures.scene import Anchor, Bar, Box, Cell, Mark, Pill, Rule, Scene, Shape, Text
from timeline.figures.spans import areas
from timeline.language import Language, gettext, speaking

_BASE = 0.335  # of the letter size: from the middle of capitals down to the base line
_FADED = 0.55
_POINTED = 640  # pixels: on a narrower one a finger would hit a dot's neighbours
_STOPS = {
    "both": ((0, 0.06), (50, _FADED), (100, 0.06)),
    "left": ((0, 0.0), (100, _FADED)),
    "right": ((0, _FADED), (100, 0.0)),
}


def render(scene: Scene) -> str:
    """The whole SVG document; the font is named, not embedded (``font.path`` has it)."""
    return "\n".join(_document(scene)) + "\n"


def linked(scene: Scene, address: Callable[[str], str], target: str = "") -> str:
    """The same for a web page: the marks and labels of an event are a link to ``address(id)``.

    Its name is what hovering says: "Nvidia halts work on H20; 21 Aug 2025; reported".  It opens
    in ``target`` ("_blank"), else where the page is; so does a lone dot of a wide density.  A "+4",
    a year or the bars of a density are a link to the address of their window (``figures.windows``),
    in the same frame.  Without alt it is a part of a picture.
    """
    names = {mark.event_id: "; ".join(mark.hover) for mark in scene.marks if mark.hover}
    names |= {pill.opens: pill.hover for pill in scene.pills if pill.opens}
    role = f'role="group" aria-label="{for_svg(scene.alt)}"' if scene.alt else 'role="none"'
    parts = [_head(scene, role), *_ground(scene)]
    parts += _cells(scene.cells)
    for one in _linkables(scene):
        key, shapes = one.key, one.shapes
        where = f' target="{"_self" if one.is_window else target}"' if target else ""
        name = for_svg(one.name or names.get(key, ""))
        link = f'<a href="{for_svg(address(key))}"{where}><title>{name}'
        parts += [f"{link}</title>", *shapes, "</a>"] if key else shapes
    return "\n".join([*parts, "</svg>"])


@dataclass
class _Linkable:
    """The shapes that are one link; without a ``key`` they are none."""

    key: str
    place: tuple[int, float] = (-1, 0)  # lane, then time
    shapes: list[str] = field(default_factory=list)
    is_window: bool = False
    name: str = ""  # else that of its key


def _linkables(scene: Scene) -> list[_Linkable]:
    """What belongs to each event or window, lane by lane in time; first what belongs to none."""
    tops = [band.box.y0 for band in scene.bands]
    found = {"": _Linkable("")}
    for mark in scene.marks:
        place = (bisect(tops, mark.y), mark.x)
        one = found.setdefault(mark.event_id, _Linkable(mark.event_id, place))
        one.shapes.extend(_mark(mark, scene.unit))
    for bar in scene.bars:
        found.setdefault(bar.event_id, _Linkable(bar.event_id)).shapes.append(_hit(bar.box))
    windows: dict[object, _Linkable] = {}
    for pill in scene.pills:
        if pill.opens:
            middle = (pill.box.x0 + pill.box.x1) / 2, (pill.box.y0 + pill.box.y1) / 2
            place = (bisect(tops, middle[1]), middle[0])
            windows[middle] = _Linkable(pill.opens, place, [_hit(pill.box)], is_window=True)
    for text in scene.texts:
        own = windows.get((text.x, text.y)) if text.event_id else None
        own = own or found.setdefault(text.event_id, _Linkable(text.event_id))
        own.shapes.append(_text(text, scene.language))
    for cell in scene.cells if scene.width >= _POINTED else ():
        if len(cell.event_ids) == 1 and not cell.opens:
            place = (bisect(tops, cell.box.y1 - 1), cell.box.x0)
            found[cell.event_ids[0]] = _Linkable(
                cell.event_ids[0], place, [_hit(_grown(cell.box))], name=cell.hover
            )
    for area in areas(scene):
        lane, name = bisect(tops, area.box.y1 - 1), "; ".join(area.told)
        windows[area] = _Linkable(area.opens, (lane, area.box.x0), [_hit(area.box)], True, name)
    return sorted([*found.values(), *windows.values()], key=lambda one: (one.place, one.key))


def _hit(box: Box) -> str:
    """A box that cannot be seen and answers to a pointer."""
    return _rect(box, 'fill="none" pointer-events="all"')


def _grown(box: Box) -> Box:
    """A dot with the room about it that no other dot has: easier to hit."""
    edge = box.width / 12
    return Box(box.x0 - 2 * edge, box.y0 - edge, box.x1 + 2 * edge, box.y1 + edge)


def underlay(scene: Scene) -> str:
    """All that lies below marks and texts: lanes, lines, bars and pills, as an SVG of its own."""
    size = f'width="{scene.width}" height="{scene.height}"'
    box = f'viewBox="0 0 {scene.width} {scene.height}" preserveAspectRatio="none"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>'
    cells = _cells([cell for cell in scene.cells if cell.opens or not scene.apart])
    return "\n".join([head, *_ground(scene), *cells, "</svg>"])


def _document(scene: Scene) -> Iterator[str]:
    yield _head(scene, 'role="img" aria-labelledby="title desc"')
    with speaking(scene.language):
        title = scene.title or gettext("Timeline")
    yield f'<title id="title">{for_svg(title)}</title>'
    yield f'<desc id="desc">{for_svg(scene.alt)}</desc>'
    yield from _ground(scene)
    yield from _cells(scene.cells)
    for mark in scene.marks:
        yield from _mark(mark, scene.unit)
    yield from (_text(text, scene.language) for text in scene.texts)
    yield "</svg>"


def _head(scene: Scene, role: str) -> str:
    width, height = scene.width, scene.height
    spoken = f' lang="{scene.language.tag}"' if scene.language is not Language.EN else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 {_n(scene.top)} {width} {height}" data-dpi="{scene.dpi}"{spoken} {role} '
        f'font-family="{font.stack(scene.language)}">'
    )


def _ground(scene: Scene) -> Iterator[str]:
    yield from _definitions(scene)
    yield _rect(
        Box(0, scene.top, scene.width, scene.top + scene.height), f'fill="{scene.background}"'
    )
    for band in scene.bands:
        yield _rect(band.box, f'fill="{band.fill}"')
    yield from _rules(scene.rules)
    for bar in scene.bars:
        yield from _bar(bar, scene.unit)
    yield from (_pill(pill) for pill in scene.pills)


def _definitions(scene: Scene) -> Iterator[str]:
    yield "<defs>"
    fades = sorted({(bar.color, bar.fade) for bar in scene.bars if bar.fade})
    for color, fade in fades:
        stops = "".join(
            f'<stop offset="{at}%" stop-color="{color}" stop-opacity="{opacity}"/>'
            for at, opacity in _STOPS[fade]
        )
        yield f'<linearGradient id="{_fade_id(color, fade)}">{stops}</linearGradient>'
    hatches = {bar.color for bar in scene.bars if bar.hatched}
    hatches |= {mark.color for mark in scene.marks if mark.shape is Shape.HATCHED}
    size = _n(3.2 * scene.unit)
    for color in sorted(hatches):
        yield (
            f'<pattern id="hatch{color[1:]}" width="{size}" height="{size}" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<path d="M0 0V{size}" stroke="{color}" stroke-width="{_n(2.4 * scene.unit)}"/>'
            "</pattern>"
        )
    yield "</defs>"


def _fade_id(color: str, fade: str) -> str:
    return f"fade-{fade}-{color[1:]}"


def _bar(bar: Bar, unit: float) -> Iterator[str]:
    box, color = bar.box, bar.color
    if not bar.fade:
        look = _hatch(color, unit) if bar.hatched else f'fill="{color}"'
        yield _rect(box, f'rx="{_n(4 * unit)}" {look}')
        return
    fill = f"url(#{_fade_id(color, bar.fade)})"
    dash = f'stroke-dasharray="{_n(2.2 * unit)} {_n(2.4 * unit)}"'
    yield _rect(box, f'fill="{fill}"')
    for y in (box.y0, box.y1):
        yield (
            f'<path d="M{_n(box.x0)} {_n(y)}H{_n(box.x1)}" stroke="{color}" '
            f'stroke-width="{_n(1.1 * unit)}" {dash}/>'
        )


def _hatch(color: str, unit: float) -> str:
    return f'fill="url(#hatch{color[1:]})" stroke="{color}" stroke-width="{_n(1.4 * unit)}"'


def _mark(mark: Mark, unit: float) -> Iterator[str]:
    radius = mark.size / 2
    if radius <= 0:
        return
    at = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}"'
    line = 2.3 * unit
    ring = f'r="{_n(radius - line / 2)}" fill="{mark.hollow}" stroke="{mark.color}"'
    ring += f' stroke-width="{_n(line)}"'
    if mark.shape is Shape.CIRCLE:
        yield f'<circle {at} r="{_n(radius)}" fill="{mark.color}"/>'
    elif mark.shape is Shape.DIAMOND:
        x, y, r = mark.x, mark.y, radius
        path = f"M{_n(x)} {_n(y - r)}L{_n(x + r)} {_n(y)}L{_n(x)} {_n(y + r)}L{_n(x - r)} {_n(y)}Z"
        yield f'<path d="{path}" fill="{mark.color}"/>'
    elif mark.shape is Shape.RING:
        yield f"<circle {at} {ring}/>"
    elif mark.shape is Shape.DOTTED:
        yield f"<circle {at} {ring}/>"
        yield f'<circle {at} r="{_n(radius * 0.36)}" fill="{mark.color}"/>'
    elif mark.shape is Shape.HATCHED:
        yield f'<circle {at} r="{_n(radius)}" fill="{mark.hollow}"/>'
        yield f'<circle {at} r="{_n(radius - 0.7 * unit)}" {_hatch(mark.color, unit)}/>'
    else:
        yield _cross(mark, unit)


def _cross(mark: Mark, unit: float) -> str:
    r = mark.size / 2 * 0.8
    x0, x1, y0, y1 = (_n(v) for v in (mark.x - r, mark.x + r, mark.y - r, mark.y + r))
    path = f"M{x0} {y0}L{x1} {y1}M{x1} {y0}L{x0} {y1}"
    return f'<path d="{path}" stroke="{mark.color}" stroke-width="{_n(3 * unit)}"/>'


def _cells(cells: Sequence[Cell]) -> Iterator[str]:
    """All cells of a colour as one path: a browser reads thousands of them in no time."""
    paths: dict[str, list[str]] = {}
    for cell in cells:
        paths.setdefault(cell.color, []).append(_dot(cell) if cell.count == 1 else _block(cell.box))
    for color, found in paths.items():
        yield f'<path d="{"".join(found)}" fill="{color}"/>'


def _block(box: Box) -> str:
    wide, high = f"{box.width:.4g}", f"{box.height:.1f}".removesuffix(".0")
    return f"M{box.x0:.1f} {box.y0:.1f}h{wide}v{high}h-{wide}z" if high != "0" else ""


def _dot(cell: Cell) -> str:
    """A rounded box, as wide as a circle where it is as high as wide."""
    box, r = cell.box, _n(min(cell.box.width, cell.box.height) / 2)
    if abs(box.width - box.height) > 0.01:
        return _block(box)
    start = f"M{_n(box.x0)} {_n((box.y0 + box.y1) / 2)}"
    return f"{start}a{r} {r} 0 1 1 {_n(box.width)} 0a{r} {r} 0 1 1 {_n(-box.width)} 0z"


def _pill(pill: Pill) -> str:
    radius = pill.radius or pill.box.height / 2
    return _rect(pill.box, f'rx="{_n(radius)}" fill="{pill.fill}"')


def _rules(rules: Sequence[Rule]) -> Iterator[str]:
    """All lines of a look as one path, in the order of their first."""
    paths: dict[tuple[str, float, float], list[str]] = {}
    for one in rules:
        path = f"M{_n(one.x0)} {_n(one.y0)}L{_n(one.x1)} {_n(one.y1)}"
        paths.setdefault((one.color, one.width, one.dash), []).append(path)
    for (color, width, dash), found in paths.items():
        dashes = f' stroke-dasharray="{_n(dash)}"' if dash else ""
        look = f'stroke="{color}" stroke-width="{_n(width)}"{dashes}'
        yield f'<path d="{"".join(found)}" {look}/>'


def _text(text: Text, language: Language) -> str:
    """A line; an event's title keeps the language of its sources, and says so."""
    is_title = language is not Language.EN and text.role in ("label", "key")
    spoken = ' lang="en"' if is_title and not font.is_han(text.text) else ""
    y = text.y + _BASE * text.size
    anchor = "" if text.anchor is Anchor.START else f' text-anchor="{text.anchor}"'
    weight = ' font-weight="600"' if text.bold else ""
    halo = ""
    if text.halo:
        halo = (
            f' stroke="{text.halo}" stroke-width="{_n(text.size * 0.22)}" '
            'stroke-linejoin="round" paint-order="stroke"'
        )
    return (
        f'<text x="{_n(text.x)}" y="{_n(y)}" font-size="{_n(text.size)}" fill="{text.color}"'
        f"{weight}{anchor}{halo}{spoken}>{for_svg(text.text)}</text>"
    )


def _rect(box: Box, rest: str) -> str:
    return (
        f'<rect x="{_n(box.x0)}" y="{_n(box.y0)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" {rest}/>'
    )


def _n(value: float) -> str:
    """A number with at most two decimals, never "-0"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
