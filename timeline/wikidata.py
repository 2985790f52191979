"""Where Wikidata tells of an actor: only an id leads there, whatever else a table may hold."""

import re

ID = r"Q[1-9]\d{0,9}"


def page(key: str) -> str:
    """For readers: https://www.wikidata.org/wiki/Q182477 of "Q182477"; empty of what is no id."""
    return f"https://www.wikidata.org/wiki/{key}" if re.fullmatch(ID, key, re.ASCII) else ""


def entity(key: str) -> str:
    """The name that programs have for it: http://www.wikidata.org/entity/Q182477."""
    return f"http://www.wikidata.org/entity/{key}" if re.fullmatch(ID, key, re.ASCII) else ""
