"""What whoever runs the site may set, by environment variables: ``POLICY_TIMELINE_EMBED_IN=...``.

To add a setting: a field of ``Settings``, and a row in CONTRIBUTING.md.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from urllib.parse import urlsplit

from timeline.errors import TimelineError

PREFIX = "POLICY_TIMELINE_"
_ANCESTOR = re.compile(r"\*|'self'|https?://(?:\*\.)?[a-z0-9](?:[a-z0-9.\-]{0,250})(?::\d{1,5})?")


class SettingError(TimelineError):
    """A setting that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings with their usual values.

    ``address`` is where readers find the site ("https://chips.example.org"); without it, links
    begin with the address that the reader asked.  ``embed_in`` are the sites, parted by spaces,
    that may show /embed in a frame, and whose scripts may read our answers where a site is named
    whole; ``*`` is any, nothing is none.  ``cache_seconds`` is how long
    an answer may be kept unasked.  The others are limits of one request.
    """

    address: str = ""
    embed_in: str = ""
    cache_seconds: int = 0
    query_characters: int = 4000
    most_events: int = 20_000
    pictures_at_once: int = 2

    @property
    def frame_ancestors(self) -> str:
        """``embed_in`` as the content policy says it."""
        return self.embed_in or "'none'"


@cache
def get() -> Settings:
    """The settings of this process.  Raises SettingError at its start, not at a request."""
    return read(os.environ)


def read(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment makes; each is checked."""
    given: dict[str, str | int] = {}
    for one in fields(Settings):
        name = f"{PREFIX}{one.name.upper()}"
        told = " ".join(environment.get(name, "").split())
        if told:
            given[one.name] = _number(name, told) if one.type is int else told
    made = Settings(**given)  # type: ignore[arg-type]  # by the fields' own types
    _check(made)
    return made


def _number(name: str, told: str) -> int:
    if not re.fullmatch(r"\d{1,9}", told, re.ASCII):
        raise SettingError(f"{name}: found {told!r}; expected a whole number, such as 60")
    return int(told)


def _check(made: Settings) -> None:
    for one in made.embed_in.split():
        if not _ANCESTOR.fullmatch(one):
            raise SettingError(
                f"{PREFIX}EMBED_IN: found {one!r}; expected sites such as https://example.org "
                "or https://*.example.org, parted by spaces, or *"
            )
    parts = urlsplit(made.address)
    whole = parts.scheme in ("http", "https") and parts.hostname and made.address[-1] != "/"
    if made.address and (not whole or parts.path or parts.query or parts.fragment):
        raise SettingError(
            f"{PREFIX}ADDRESS: found {made.address!r}; expected one like https://example.org"
        )
    if not made.pictures_at_once:
        raise SettingError(f"{PREFIX}PICTURES_AT_ONCE: found 0; expected 1 or more")
