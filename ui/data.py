"""The record, built once a process and again when a file of seeds/ changes."""

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from timeline import build, changes, filters, translate
from timeline.changes import ChangesError
from timeline.filters import Filters
from timeline.language import Language, speaking, spoken
from timeline.reading import Reader
from timeline.seeds import names as named
from timeline.tables import Tables
from timeline.translate import Names
from ui import kept
from ui.once import once

ROOT = Path(__file__).resolve().parent.parent
SEEDS_VARIABLE = "POLICY_TIMELINE_SEEDS"
_SUFFIXES = (".csv", ".md", ".toml", ".json")
_FRESH = 2  # seconds
_LOCK = Lock()
_IN = "/"  # before the language in a record's key


def seeds() -> Path:
    """The folder that the record is built from: $POLICY_TIMELINE_SEEDS, else seeds/.

    It may also hold a build that ``timeline build`` wrote: one of many events is read in seconds.
    """
    return Path(os.environ.get(SEEDS_VARIABLE, "") or ROOT / "seeds")


def load() -> Tables:
    """The tables of ``timeline.tables.SCHEMAS``.  Never change them in place.

    Raises SeedError where seeds/ cannot be read.
    """
    return of(key())


def key() -> str:
    """What tells this record from another, and the language in which its tables are told.

    All that is kept under it is kept for readers of that language: "1f0c…" is told in English,
    "1f0c…/zh" in Chinese.
    """
    language = spoken()
    return source() if language is Language.EN else f"{source()}{_IN}{language}"


def source() -> str:
    """The record whatever the language: it changes with names, sizes and times of the seeds.

    They are looked at once in ``_FRESH`` seconds, not for each of many readers.
    """
    return _key(seeds(), int(time.monotonic() / _FRESH))


@lru_cache(maxsize=1)
def _key(folder: Path, _: int) -> str:
    states = sorted(_states(str(folder)))
    return hashlib.sha256(repr(states).encode()).hexdigest()[:12]


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _states(one.path)
            elif one.name.endswith(_SUFFIXES):
                yield one.path, (stat := one.stat()).st_size, stat.st_mtime_ns


def _files() -> list[Path]:
    return sorted(path for path in seeds().rglob("*") if path.suffix in _SUFFIXES)


def edition() -> str:
    """The name of this record for readers: the same wherever the same seeds are read."""
    return _edition(source())


@lru_cache(maxsize=2)
def _edition(record: str) -> str:
    found = hashlib.sha256()
    for path in _files():
        found.update(f"{path.relative_to(seeds()).as_posix()}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]


def of(record: str) -> Tables:
    """The tables of the record with this key; built by the first who asks, others wait."""
    record, _, language = record.partition(_IN)
    with _LOCK:
        return _told(record, Language(language)) if language else _build(record)


@lru_cache(maxsize=2)
def _told(record: str, language: Language) -> Tables:
    with speaking(language):
        return translate.tables(_build(record), _names(record, language))


def name(text: str) -> str:
    """What the record calls something in the reader's language: "中美AI芯片之争" of a story."""
    return readings(spoken()).get(text, text)


def readings(language: Language) -> Mapping[str, str]:
    """Each name of the record -> what it is called in the language; none in its own, English."""
    return {} if language is Language.EN else _by_name(source(), language)


@lru_cache(maxsize=4)
def _by_name(record: str, language: Language) -> dict[str, str]:
    with speaking(language):
        return translate.by_name(of(record), _names(record, language))


@lru_cache(maxsize=2)
def _names(_: str, language: Language) -> Names:
    return Names(*named(seeds(), language))


def chosen(asked: Filters) -> Tables:
    """The tables cut to what is asked for; kept for whoever asks the same.

    Raises FilterError for a value that nothing has.
    """
    return chosen_of(key(), asked)


@once(128)
def chosen_of(record: str, asked: Filters) -> Tables:
    """The same, of the record with this key."""
    return filters.select(of(record), asked)


def forget() -> None:
    """Drop all that is kept, as a new process would."""
    _key.cache_clear()
    _build.cache_clear()
    _reader.cache_clear()
    chosen_of.cache_clear()
    for one in (_told, _by_name, _names):
        one.cache_clear()
    _before.cache_clear()
    kept.forget()


@lru_cache(maxsize=2)
def _build(record: str) -> Tables:
    if build.is_written(seeds()):
        return build.read(seeds()).tables
    return build.from_seeds(seeds(), _reader()).tables


@cache
def _reader() -> Reader:
    return Reader()


def before(day: date, basis: str) -> Tables:
    """The record as it was before a day; kept for whoever asks for the same day.

    Raises SeedError where seeds/ cannot be read, ChangesError where the record is a build.
    """
    if build.is_written(seeds()):
        told = "this record is a build without its articles, and what it was cannot be read anew; "
        raise ChangesError(told + "expected a file saved from here to compare with")
    with _LOCK:
        return _before(source(), day, basis)


@lru_cache(maxsize=4)
def _before(record: str, day: date, basis: str) -> Tables:
    return changes.before(seeds(), day, basis, _reader())
