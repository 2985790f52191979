"""The head of a source note: ``key: value`` lines between two lines of ``---``."""

import difflib
import re
from dataclasses import field

from timeline.errors import DocumentError, NoSuchDate
from timeline.interval import Interval
from timeline.values import dataclass

KEYS = (
    "outlet",
    "author",
    "title",
    "url",
    "published",
    "published_reason",
    "retrieved",
    "language",
    "rests_on",
)
REQUIRED = ("outlet", "title", "published", "language")

_FENCE = "---"
_LINE = re.compile(r"(?P<key>[A-Za-z_]{1,40})[ \t]{0,20}:(?:[ \t]+(?P<value>.*))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_URL = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of a note's head and where it ends; no head is an empty one at 0."""

    values: dict[str, str] = field(default_factory=dict)
    end: int = 0
    published: Interval | None = None

    def __bool__(self) -> bool:
        return self.end > 0


def read(text: str, name: str) -> FrontMatter:
    """The front matter a text opens with.

    Raises DocumentError with file and line: ``note.md:4: found the key 'publised'; expected one
    of outlet, author ...; did you mean 'published'?``
    """
    if not text[:10].lstrip().startswith(_FENCE):
        return FrontMatter()
    lines = text.splitlines(keepends=True)
    if lines[0].strip() != _FENCE or not _opens(lines):
        return FrontMatter()
    values: dict[str, str] = {}
    numbers: dict[str, int] = {}
    end = len(lines[0])
    for number, line in enumerate(lines[1:], 2):
        end += len(line)
        if line.strip() == _FENCE:
            return FrontMatter(values, end, _check(values, numbers, name))
        _add(line.strip(), f"{name}:{number}", values)
        numbers = {key: numbers.get(key, number) for key in values}
    raise DocumentError(
        f"{name}:{len(lines)}: found no end of the front matter; expected a line '---'; add it"
    )


def _opens(lines: list[str]) -> bool:
    """Whether the line under the fence is a key; an article may open with a rule of dashes."""
    return len(lines) > 1 and bool(_LINE.fullmatch(lines[1].strip()))


def _add(line: str, where: str, values: dict[str, str]) -> None:
    if not line or line.startswith("#"):
        return
    found = _LINE.fullmatch(line)
    if not found:
        raise DocumentError(
            f"{where}: found {line[:60]!r}; expected 'key: value'; write one value on one line"
        )
    key, value = found["key"], (found["value"] or "").strip()
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, 1)
        todo = f"did you mean {near[0]!r}?" if near else "take it out"
        raise DocumentError(
            f"{where}: found the key {key!r}; expected one of {', '.join(KEYS)}; {todo}"
        )
    if key in values:
        raise DocumentError(f"{where}: found {key!r} again; expected it once; keep one of the two")
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    values[key] = value


def _check(values: dict[str, str], numbers: dict[str, int], name: str) -> Interval | None:
    for key in REQUIRED:
        if key not in values:
            raise DocumentError(
                f"{name}: found no {key!r}; expected it in the front matter; add it"
            )
    for key in ("outlet", "title"):
        if not values[key]:
            raise DocumentError(f"{name}:{numbers[key]}: found an empty {key!r}; fill it in")
    _check_form(values, numbers, name, "language", _LANGUAGE, "a code such as 'en' or 'zh-Hant'")
    _check_form(values, numbers, name, "url", _URL, "an address that starts with https://")
    _date(values, numbers, name, "retrieved")
    published = _date(values, numbers, name, "published")
    if published is None and not values.get("published_reason"):
        raise DocumentError(
            f"{name}:{numbers['published']}: found no date in 'published'; expected one such as "
            "2024-09-28~; fill it in, or say in 'published_reason' why it is not known"
        )
    return published


def _check_form(
    values: dict[str, str],
    numbers: dict[str, int],
    name: str,
    key: str,
    form: re.Pattern[str],
    expected: str,
) -> None:
    value = values.get(key, "")
    if value and not form.fullmatch(value):
        raise DocumentError(
            f"{name}:{numbers[key]}: found {key} {value[:60]!r}; expected {expected}; correct it"
        )


def _date(values: dict[str, str], numbers: dict[str, int], name: str, key: str) -> Interval | None:
    value = values.get(key, "")
    if not value:
        return None
    try:
        return Interval.parse(value)
    except NoSuchDate as error:
        raise DocumentError(
            f"{name}:{numbers[key]}: found {key} {value[:60]!r}; expected an EDTF date such as "
            "2024-09-28, 2024-09~ or 2024; correct it"
        ) from error
