"""Events to pictures: one pure layout, two hands.  No Streamlit, no clock, nothing written.

``layout.place(events, Frame(...))`` works out a ``Scene``: every mark, bar and text in pixels.
``draw`` copies it into a plotly figure, ``svg`` into an SVG that ``raster`` turns into a PNG.

For a page (the events table of ``tables.SCHEMAS``, filtered as the reader chose)::

    scene = figures.place(events, Frame(width=1140, theme=Theme.LIGHT, today=day))
    chart = st.plotly_chart(figures.drawn(scene), key="timeline", theme=None,
                            on_select="rerun", selection_mode="points", alt=scene.alt,
                            config=figures.CONFIG)
    event_id = chart.selection.points[0]["customdata"][0]      # of the mark or label clicked

- Width: the chart is laid out for ``Frame.width`` and never scaled.  Give the container's width
  rounded down: fewer layouts to cache, and labels keep their room.  Below 640 px lane titles go
  above the lanes.  Cache by (table key, frame): a Frame is hashable.
- Height: ``scene.height``; the figure carries it.
- A mark's key may be a window of time instead (of a "+4", of a year): ``windows.read(key)``.
- ``scene.notes`` says what is not drawn, and where the axis is broken (they stand below the chart
  already); ``scene.numbers`` gives the number at a mark without a
  label, a column for the table below; ``scene.undated`` are ids without a date.
- Title, source, date and tag are drawn where the frame has them: leave them empty on a page whose
  own heading says so, use ``presets`` for pictures.
- Colours: ``look.palette(theme)`` has the ``paper`` that the marks were chosen for and the inks;
  ``figures.family_color(family, theme)`` is that of a mark.
- Font: Source Sans Pro, from the package font-source-sans-pro; Streamlit's own "Source Sans" is
  its younger sister with like widths, so a page needs no extra file.

For a page without a script, or until the script is there::

    figures.linked(scene, lambda event_id: f"/event?id={event_id}")     # SVG, events are links

Inside a page that follows the reader's theme and width without a script (``/embed``)::

    figures.strips(scene, 300)                              # parts drawn only where they are seen
    inline.themed(figures.linked(scene, address), "w640-")   # its colours are CSS variables
    inline.Classes().put(drawing)                           # its looks are classes
    inline.variables(Theme.DARK)                            # what they are in the dark

For a download::

    frame = presets.frame("a4", title="...", subtitle="...", data_date="21 Nov 2026")
    scene = figures.place(events, frame)
    figures.render(scene)                      # SVG, a str
    figures.png(figures.render(scene))         # PNG, bytes, the same each time
    figures.pdf_available()                    # None, or the reason why there is no PDF
    figures.pdf(scene, "2026-11-21")           # PDF, by a Chrome, dated by its data

To add a status mark or a family's colour: a line in ``lexicon/look.toml``.  To add a preset: an
entry in ``presets.PRESETS``.
"""

from timeline.figures import font, inline, presets, windows
from timeline.figures.chrome import pdf, pdf_available
from timeline.figures.draw import CONFIG, Drawn, drawn, figure
from timeline.figures.footer import source_line
from timeline.figures.frame import Frame, Sizes, Step, Theme
from timeline.figures.layout import place
from timeline.figures.look import family_color, family_label
from timeline.figures.raster import png
from timeline.figures.scene import Scene
from timeline.figures.strips import strips
from timeline.figures.svg import linked, render

__all__ = [
    "CONFIG",
    "Drawn",
    "Frame",
    "Scene",
    "Sizes",
    "Step",
    "Theme",
    "drawn",
    "family_color",
    "family_label",
    "figure",
    "font",
    "inline",
    "linked",
    "pdf",
    "pdf_available",
    "place",
    "png",
    "presets",
    "render",
    "source_line",
    "strips",
    "windows",
]
