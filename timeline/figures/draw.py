"""A scene as a plotly figure: a plain dict, y in pixels downwards, nothing decided here.

Lanes, lines and bars lie below as one picture (``svg.underlay``): a hundred fading bars as traces
or shapes of plotly's own take it half a second to draw, as a picture nothing.

Marks, labels, bars and "+4"s answer to the pointer: they are ``traces``.
"""

from base64 import b64encode

import plotly.graph_objects as go

from timeline.figures import font
from timeline.figures.scene import Scene
from timeline.figures.svg import underlay
from timeline.figures.traces import Part, traces

CONFIG: dict[str, bool] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}


def figure(scene: Scene) -> Part:
    """The figure as plotly.js reads it; its height is the scene's, its width the container's."""
    return {"data": list(traces(scene)), "layout": _layout(scene)}


class Drawn(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that is made already: plotly would copy it twice for everybody who looks at it."""

    def __init__(self, made: Part) -> None:
        super().__init__()
        self._made = made

    def to_dict(self) -> Part:
        """All of it.  Never change it in place."""
        return self._made


def drawn(scene: Scene) -> Drawn:
    """The figure for a page that shows it to many, as it is."""
    return Drawn(figure(scene))


def _layout(scene: Scene) -> Part:
    axis: Part = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    ink = next((text.color for text in scene.texts if text.role in ("lane", "title")), "#888888")
    letters = font.stack(scene.language)
    return {
        "height": scene.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": scene.background,
        "plot_bgcolor": scene.background,
        "xaxis": {**axis, "range": [0, scene.width]},
        "yaxis": {**axis, "range": [scene.height, 0]},
        "font": {"family": letters, "size": 14, "color": ink},
        "hoverlabel": {
            "bgcolor": scene.background,
            "bordercolor": ink,
            "font": {"family": letters, "size": 13, "color": ink},
            "align": "left",
        },
        "hovermode": "closest",
        "hoverdistance": 11,
        "dragmode": False,
        "showlegend": False,
        "barmode": "overlay",
        "images": [_underlay(scene)],
        "meta": {"lanes": [round(band.box.y0, 2) for band in scene.bands]},
    }


def _underlay(scene: Scene) -> Part:
    code = b64encode(underlay(scene).encode()).decode()
    return {
        "source": f"data:image/svg+xml;base64,{code}",
        "xref": "x",
        "yref": "y",
        "x": 0,
        "y": 0,
        "sizex": scene.width,
        "sizey": scene.height,
        "xanchor": "left",
        "yanchor": "top",
        "sizing": "stretch",
        "layer": "below",
    }
