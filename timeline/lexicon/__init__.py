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
