"""The words of the About page."""

import re

import streamlit as st

from timeline import exports
from timeline.figures import look
from timeline.figures.scene import Shape
from timeline.language import gettext, mark, pgettext
from timeline.tables import Tables
from ui import grid, pages, save, static, summary, tongue, words

WHAT = mark("""
Policy Timeline reads news articles and official documents and works out, sentence by sentence, who
did what to whom and when. Rules do the reading: no language model, no network, the same result
each time. Every value keeps the words it rests on and the rule that read them; an event's page
shows both.
""")

METHOD = mark("""
1. **Read.** Headlines, bylines, sidebars, captions and comments are told apart from the text. The
   day of publication is taken from what is known of the article or its page's own data, else from
   its address, else from its dateline; without any, the article is put aside and named under
   [Problems](</data>).
2. **Find.** Dates, actors, and who is said to say what are found in each sentence.
3. **Claim.** A sentence that says that something happened becomes a *mention*: type, status, roles,
   date.
4. **Trace.** Articles that rest on the same original are one *report*, and count once: five that
   retell one Bloomberg story are one source. [Sources](</sources>) says which and why.
5. **Merge.** Mentions that agree in type, time and actors become one *event*, the reason kept with
   it. An editor's judgement beats any score, and the event's page says that it was corrected.
""")

LIMITS = mark("""
- The record holds what its articles say, not what is true. No program can tell that from the
  articles alone.
- Rules miss what they have no words for. They misread irony, long chains of “he said she said”,
  and sentences that lean on the paragraph before. The sentence is always there to be checked.
- *Independent* means that no common original was found by names, numbers, order and wording. Two
  reporters with one unnamed source still count as two.
- The number of reports is that of *this* record, not of the world's press.
- Events are read in English and Chinese only, and only from text: not from pictures, charts or
  videos.
- The articles of this record are held as source notes, which retell them in other words. To quote
  an article, follow its link.
""")

DATES = mark("""
A date is never finer than its words: “October 2022” is a month, and a vague date is drawn as a
fading stretch, never as a point. “Yesterday” is the outlet's yesterday: each outlet has its time
zone. Quarters are those of the company's own fiscal year. The day of a report is not the day of the
event: where only the report is dated, the event's page says so. Tables and downloads hold dates as
[EDTF](<https://www.loc.gov/standards/datetime/>) too: `2024-05~/2024-07~` is “around May to July
2024”, `../2025-08-21` “by 21 August 2025”.
""")

CITING = mark(
    "The whole record, in words and as BibTeX. A view of the timeline has its own under *Link and "
    "citation*, an event at the foot of its page; the articles' references are among the "
    "[downloads](</data>). Cite the article too when you cite what it says."
)

_OURS = re.compile(r"\(<(/[a-z]{0,20})>\)")
LICENCE = mark(
    "The code is under the MIT licence, the source notes under CC BY 4.0; the articles belong to "
    "their publishers."
)

_DATES = (
    (
        mark("“on 27 September 2024”, “in the July quarter”"),
        mark("that day or stretch"),
        mark("explicit"),
    ),
    (
        mark("“on Friday”, “several months ago”"),
        mark("counted from the day of publication"),
        mark("relative"),
    ),
    (
        mark("“X reports that …”, “now”"),
        mark("around the day or month of the report"),
        mark("inferred"),
    ),
    (
        mark("told as past, without a time"),
        mark("on or before the day of publication"),
        mark("undated"),
    ),
    (mark("a standing measure, without a time"), mark("no date"), mark("undated")),
)


def prose(text: str, key: str) -> None:
    """A passage, as wide as one reads."""
    with st.container(key=f"prose_{key}"):
        st.markdown(_OURS.sub(lambda found: f"(<{tongue.here(found[1])}>)", gettext(text)))


def dates() -> None:
    """What a text gives and what the record makes of it."""
    prose(DATES, "dates")
    rows = [
        {
            gettext("The text says"): gettext(said),
            gettext("The record holds"): gettext(held),
            gettext("Basis"): gettext(basis),
        }
        for said, held, basis in _DATES
    ]
    grid.show(rows, gettext("How dates are read"), key="dates", fitted=True)


def marks() -> None:
    """What the shapes and colours of the chart stand for."""
    signs = [(shape.value, look.shape_label(shape)) for shape in Shape]
    signs.append(("period", gettext("A stretch of time with known ends")))
    fading = gettext("Fading, with dashed edges: it happened somewhere in this stretch")
    signs.append(("uncertain", fading))
    rows = [
        {gettext("Mark"): _mark(name, label), gettext("Stands for"): label} for name, label in signs
    ]
    grid.show(rows, gettext("The marks of the chart"), key="marks", fitted=True, cards=False)
    families = pgettext("between names", ", ").join(
        look.family_label(family).lower() for family in look.families()
    )
    told = gettext(
        "Colours are families of event types ({families}); the legend over the chart shows those "
        "in use. A small number beside a mark counts independent reports, from two on; a § says "
        "that an office's or a company's own document is among them.",
        families=families,
    )
    with st.container(key="prose_marks"):
        st.markdown(told)


def _mark(name: str, label: str) -> str:
    return f"![{label}](<{static.asset_url(f'mark-{name}.svg')}>)"


def statuses() -> None:
    """The statuses, their marks and what they mean."""
    rows = [
        {
            gettext("Status"): label,
            gettext("Mark"): _mark(look.shape(key).value, look.shape_label(look.shape(key))),
            gettext("Meaning"): gettext(words.STATUS_MEANINGS[key]),
        }
        for key, label in words.statuses().items()
    ]
    grid.show(rows, gettext("The statuses"), key="marks_of_statuses", fitted=True, cards=False)


def cite(tables: Tables) -> None:
    """The record as a reference, and how to cite less of it."""
    prose(CITING, "cite")
    address = save.home() + tongue.here("/")
    st.code(save.citation(tables, address), language=None, wrap_lines=True)
    st.code(bibtex(tables, address), language=None, wrap_lines=True)
    prose(LICENCE, "licence")


def bibtex(tables: Tables, address: str) -> str:
    """The record as an entry of a bibliography; its year is that of the data."""
    day = exports.data_date(tables)
    state = gettext("Data to {date}.", date=words.when(day))
    fields = {
        "title": f"{{{gettext(pages.TITLE)}: {summary.story()}}}",
        "year": f"{{{day[:4]}}}" if day else "",
        "note": f"{{{state.rstrip('.。')}}}" if day else "",
        "url": f"{{{address}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join(["@misc{policy-timeline,", *lines, "}"])
