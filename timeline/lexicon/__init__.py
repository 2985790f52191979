"""Word lists and their loading.  The TOML beside this file is the lexicon."""

import tomllib
from functools import cache
from importlib.resources import files

from timeline.errors import SeedError

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]
Table = dict[str, Value]


@cache
def load(name: str) -> dict[str, Table]:
    """Read ``name``.toml: table name -> key -> value.

    Raises SeedError with the file's own line where it is no TOML.
    """
    source = files(__package__) / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SeedError(f"lexicon/{name}.toml: {error}") from error


@cache
def texts(name: str, table: str, key: str) -> tuple[str, ...]:
    """A list of words of ``name``.toml, such as ("clutter", "byline", "jobs").

    Raises SeedError where the file lacks it or holds something else.
    """
    found = load(name).get(table, {}).get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise SeedError(
            f"lexicon/{name}.toml: found {str(found)[:60]} at [{table}] {key}; expected a list of "
            "words; write it as the other lists are"
        )
    return tuple(map(str, found))
