"""Where the events are served and what their story is called: what feeds and packages tell."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Site:
    """``address`` ("https://chips.example.org") is empty where nobody serves them: no links then.

    ``title`` is the story's ("US–China AI chips"), ``query`` the view's ("?actor=Nvidia"),
    ``own`` the file's own address where it is not the view's ("…/changes.atom?since=2025-06-01").
    """

    address: str = ""
    title: str = "Policy timeline"
    query: str = ""
    own: str = ""

    def event(self, event_id: str) -> str:
        """The page of an event; empty without a site."""
        return f"{self.address}/event?{urlencode({'id': event_id})}" if self.address else ""

    def view(self) -> str:
        """The page that shows just these events."""
        return f"{self.address}/{self.query}" if self.address else ""

    def file(self, path: str) -> str:
        """``path`` ("/feed.atom") with the view's query."""
        return f"{self.address}{path}{self.query}" if self.address else ""


NOWHERE = Site()
