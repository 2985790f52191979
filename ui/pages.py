"""The list of pages.  To add one: a script in pages/ and a line here."""

from typing import NamedTuple

TITLE = "Policy Timeline"
DESCRIPTION = (
    "A sourced, interactive timeline of a policy story: who did what to whom, when, how sure "
    "that is, and how many independent reports stand behind it."
)


class Entry(NamedTuple):
    """A page: its script, its name in the menu, and whether the menu has it."""

    script: str
    title: str
    listed: bool = True

    @property
    def path(self) -> str:
        """Its address; the first page's is "/"."""
        return "/" if self == PAGES[0] else f"/{self.script.split('/')[-1].removesuffix('.py')}"


PAGES = (
    Entry("pages/overview.py", "Timeline"),
    Entry("pages/event.py", "Event", listed=False),
    Entry("pages/brief.py", "Brief", listed=False),
    Entry("pages/compare.py", "Compare"),
    Entry("pages/changes.py", "Changes"),
    Entry("pages/actors.py", "Actors"),
    Entry("pages/sources.py", "Sources"),
    Entry("pages/data.py", "Data"),
    Entry("pages/about.py", "About"),
)


def paths() -> list[str]:
    """The addresses of all pages."""
    return [entry.path for entry in PAGES]
