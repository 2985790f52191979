"""Answers made once, zipped once, and kept for whoever asks the same of the same record.

``await get(key, make)`` gives what is kept under ``key``, else what ``make`` gives in a thread of
its own: the loop that serves everybody else never draws.  Of many who ask at once for what is not
kept, one makes it and the others wait.
"""

import asyncio
import gzip
import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from anyio import CapacityLimiter, to_thread

_MOST_BYTES = 64_000_000
_AT_ONCE = 3  # answers made at the same time: more would only wait for one another
_WORTH_ZIPPING = 1000  # bytes
_ZIPPED = re.compile(r"text/|application/(?:json|atom|ld\+json|x-|vnd)|image/svg", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is sent; ``zipped`` is empty where that would save nothing."""

    body: bytes
    zipped: bytes
    digest: str
    media_type: str
    filename: str
    headers: Mapping[str, str]

    @property
    def size(self) -> int:
        """What keeping it takes, in bytes."""
        return len(self.body) + len(self.zipped) + 1000


def ready(body: bytes, media_type: str, filename: str, headers: Mapping[str, str]) -> Ready:
    """The answer with its digest and its zipped form."""
    zips = len(body) > _WORTH_ZIPPING and bool(_ZIPPED.match(media_type))
    zipped = gzip.compress(body, 6, mtime=0) if zips else b""
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Ready(body, zipped, digest, media_type, filename, headers)


@dataclass
class Shelf:
    """The answers kept, those asked for longest ago dropped first, and those being made."""

    most: int = _MOST_BYTES
    held: OrderedDict[Hashable, Ready] = field(default_factory=OrderedDict)
    coming: dict[Hashable, "asyncio.Task[Ready]"] = field(default_factory=dict)
    bytes: int = 0

    def find(self, key: Hashable) -> Ready | None:
        """What is kept under this key."""
        if key in self.held:
            self.held.move_to_end(key)
        return self.held.get(key)

    def keep(self, key: Hashable, one: Ready) -> None:
        """Keep it, unless it alone would fill a quarter of the shelf."""
        if key in self.held or one.size > self.most // 4:
            return
        self.held[key] = one
        self.bytes += one.size
        while self.bytes > self.most:
            self.bytes -= self.held.popitem(last=False)[1].size


@cache
def shelf() -> Shelf:
    """The one shelf of this process; only the loop that serves touches it."""
    return Shelf()


async def get(key: Hashable, make: Callable[[], Ready]) -> Ready:
    """The answer under this key, made where it is not kept.  Raises what ``make`` raises."""
    here = shelf()
    if found := here.find(key):
        return found
    task = here.coming.get(key)
    if task is None:
        task = asyncio.create_task(_made(make))
        here.coming[key] = task
        task.add_done_callback(partial(_came, here, key))
    return await asyncio.shield(task)


async def _made(make: Callable[[], Ready]) -> Ready:
    return await to_thread.run_sync(make, limiter=_places(asyncio.get_running_loop()))


def _came(here: Shelf, key: Hashable, task: "asyncio.Task[Ready]") -> None:
    here.coming.pop(key, None)
    if not task.cancelled() and task.exception() is None:
        here.keep(key, task.result())


@cache
def _places(_: asyncio.AbstractEventLoop) -> CapacityLimiter:
    return CapacityLimiter(_AT_ONCE)


def is_busy() -> bool:
    """Whether somebody waits for an answer that is being made."""
    return bool(shelf().coming)


def forget() -> None:
    """Drop all, as a new process would."""
    shelf.cache_clear()
