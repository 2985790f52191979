"""The word lists are read by file, table and key, and say where one is missing."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

import pytest

from timeline import lexicon
from timeline.errors import SeedError

NAMES = sorted(
    one.name.removesuffix(".toml") for one in files(lexicon).iterdir() if one.name.endswith(".toml")
)


def test_every_file_of_the_lexicon_is_toml() -> None:
    assert len(NAMES) >= 9
    assert all(map(lexicon.load, NAMES))


def test_no_list_of_words_holds_one_twice() -> None:
    told = [one for name in NAMES for one in lists(name, lexicon.load(name))]
    assert len(told) > 500
    assert [where for where, words in told if len(set(words)) < len(words)] == []


def lists(
    where: str, value: lexicon.Value | Mapping[str, lexicon.Table]
) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a file; forms of a verb or nation have places, and may be the same."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("forms", "nations", "example", "meaning"):
                yield from lists(f"{where}.{key}", inner)
    elif isinstance(value, list):
        yield where, [str(word) for word in value]
    elif isinstance(value, str):
        yield where, value.split()


def test_a_list_of_words_is_read_in_its_order() -> None:
    assert lexicon.texts("lineage", "months", "short")[:3] == ("jan", "feb", "mar")


@pytest.mark.parametrize(
    ("table", "key", "found"),
    [("months", "long", "None"), ("monts", "short", "None"), ("scale", "million", "1000000")],
)
def test_what_is_no_list_of_words_is_told_by_its_place(table: str, key: str, found: str) -> None:
    name = "words" if table == "scale" else "lineage"
    with pytest.raises(SeedError, match=rf"^lexicon/{name}\.toml: found {found}.* at \[{table}\]"):
        lexicon.texts(name, table, key)
