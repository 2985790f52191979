"""The word lists are read by file, table and key, and say where one is missing."""

from importlib.resources import files

import pytest

from timeline import lexicon
from timeline.errors import SeedError


def test_every_file_of_the_lexicon_is_toml() -> None:
    names = sorted(one.name for one in files(lexicon).iterdir() if one.name.endswith(".toml"))
    assert len(names) >= 9
    assert all(lexicon.load(name.removesuffix(".toml")) for name in names)


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
