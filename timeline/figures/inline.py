"""Drawings inside a web page that follow its theme and its width, with no script to help them.

A drawing's colours become CSS variables, which a style sheet sets for light and dark; its ids get
a prefix, so that several drawings, one a width, may stand in one page.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.figures import look
from timeline.figures.frame import Theme

_COLOR = re.compile(r'(?<= )(fill|stroke|stop-color)="(#[0-9a-f]{6})"')
_ID = re.compile(r'(?<= )id="(fade-|hatch)')
_USE = re.compile(r'(?<= )(fill|stroke)="url\(#(fade-|hatch)')
_TAG = re.compile(r"<(\w+) ([^<>]{1,9000}?)(/?)>")
_LOOK = re.compile(
    r"(?:^| )(fill|stroke|stroke-width|stroke-linejoin|stroke-dasharray|paint-order|font-size|"
    r'font-weight|text-anchor|pointer-events)="([^"#]{1,60})"'
)


@dataclass
class Classes:
    """The looks that drawings share, each under a class name: shorter to send, quicker to read."""

    names: dict[str, str] = field(default_factory=dict)

    def put(self, drawing: str) -> str:
        """The drawing with classes in the place of its attributes of look."""
        return _TAG.sub(self._tag, drawing)

    def rules(self) -> str:
        """What a style sheet has to say of them: ".a{fill:var(--ink);font-size:14.5px}..."."""
        return "".join(f".{name}{{{look}}}" for look, name in self.names.items())

    def _tag(self, found: re.Match[str]) -> str:
        looks = _LOOK.findall(found[2])
        if not looks:
            return found[0]
        told = ";".join(f"{name}:{value}{'px' * (name == 'font-size')}" for name, value in looks)
        name = self.names.setdefault(told, f"l{len(self.names)}")
        rest = "".join(f" {one}" for one in (_LOOK.sub("", found[2]).strip(), found[3]) if one)
        return f'<{found[1]} class="{name}"{rest}>'


def themed(drawing: str, prefix: str) -> str:
    """A drawing in light colours with variables for them, its own ids prefixed.

    Only attributes are changed: a text holds no quotation mark (``escape.for_svg``).
    """
    names = {light: name for name, (light, _) in _colors().items()}
    drawing = _COLOR.sub(
        lambda found: f'{found[1]}="var(--{names[found[2]]})"' if found[2] in names else found[0],
        drawing,
    )
    drawing = _ID.sub(rf'id="{prefix}\1', drawing)
    return _USE.sub(rf'\1="url(#{prefix}\2', drawing)


def variables(theme: Theme) -> str:
    """What a style sheet sets: "--ink:#121826;--paper:#ffffff;..."."""
    at = list(Theme).index(theme)
    return ";".join(f"--{name}:{pair[at]}" for name, pair in _colors().items())


def _colors() -> Mapping[str, tuple[str, str]]:
    """Each colour's name, and what it is in light and in dark."""
    light, dark = look.palette(Theme.LIGHT), look.palette(Theme.DARK)
    names = light.__slots__
    found = {name: (getattr(light, name), getattr(dark, name)) for name in names}
    return found | dict(_of_families(look.families())) | dict(_spare())


def _of_families(families: Iterable[str]) -> Iterable[tuple[str, tuple[str, str]]]:
    for family in families:
        light, dark = (look.family_color(family, theme) for theme in (Theme.LIGHT, Theme.DARK))
        yield f"family-{family}", (light, dark)


def _spare() -> Iterable[tuple[str, tuple[str, str]]]:
    pairs = zip(look.spare(Theme.LIGHT), look.spare(Theme.DARK), strict=True)
    yield from ((f"spare-{place}", pair) for place, pair in enumerate(pairs))
