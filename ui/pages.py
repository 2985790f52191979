"""The list of pages.  To add one: a script in pages/ and a line here."""

from typing import NamedTuple

from timeline.language import gettext, mark

TITLE = mark("Policy Timeline")
DESCRIPTION = mark(
    "A sourced, interactive timeline of a policy story: who did what to whom, when, how sure "
    "that is, and how many independent reports stand behind it."
)


class Entry(NamedTuple):
    """A page: its script, its name in the menu (in English), and whether the menu has it."""

    script: str
    title: str
    listed: bool = True

    @property
    def name(self) -> str:
        """Its title in the language spoken."""
        return gettext(self.title)

    @property
    def path(self) -> str:
        """Its address; the first page's is "/"."""
        return "/" if self == PAGES[0] else f"/{self.script.split('/')[-1].removesuffix('.py')}"


PAGES = (
    Entry("pages/overview.py", mark("Timeline")),
    Entry("pages/event.py", mark("Event"), listed=False),
    Entry("pages/brief.py", mark("Brief"), listed=False),
    Entry("pages/compare.py", mark("Compare")),
    Entry("pages/changes.py", mark("Changes")),
    Entry("pages/actors.py", mark("Actors")),
    Entry("pages/sources.py", mark("Sources")),
    Entry("pages/data.py", mark("Data")),
    Entry("pages/about.py", mark("About")),
)


def paths() -> list[str]:
    """The addresses of all pages."""
    return [entry.path for entry in PAGES]
