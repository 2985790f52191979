"""The characters that a match of a regular expression can begin with."""

from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

_Parts = list[tuple[object, object]]


def heads(pattern: str) -> frozenset[str]:
    """For "[今明]年|9月" 今, 明 and 9.  Raises ValueError for a pattern that may match nothing."""
    found, is_empty = _of_sequence(list(parser.parse(pattern)))
    if is_empty:
        raise ValueError(f"pattern matches nothing at all: {pattern}")
    return frozenset(found)


def _of_sequence(parts: _Parts) -> tuple[set[str], bool]:
    """The heads of items in a row, and whether all of them may be passed over."""
    found: set[str] = set()
    for part in parts:
        one, is_empty = _of_part(part)
        found |= one
        if not is_empty:
            return found, False
    return found, True


def _of_part(part: tuple[object, object]) -> tuple[set[str], bool]:
    kind, value = part
    if kind is op.LITERAL:
        assert isinstance(value, int)
        return {chr(value)}, False
    if kind is op.IN:
        assert isinstance(value, list)
        return _of_class(value), False
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return set(), True
    assert isinstance(value, tuple)
    if kind is op.BRANCH:
        branches = [_of_sequence(list(branch)) for branch in value[1]]
        return set().union(*(one for one, _ in branches)), any(empty for _, empty in branches)
    if kind is op.SUBPATTERN:
        return _of_sequence(list(value[3]))
    if kind is op.MAX_REPEAT:
        found, is_empty = _of_sequence(list(value[2]))
        return found, is_empty or value[0] == 0
    raise ValueError(f"no rule begins with {kind}")


def _of_class(members: list[tuple[object, object]]) -> set[str]:
    found: set[str] = set()
    for kind, value in members:
        if kind is op.LITERAL and isinstance(value, int):
            found.add(chr(value))
        elif kind is op.RANGE and isinstance(value, tuple):
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= set("0123456789")
        else:
            raise ValueError(f"no rule begins with a class of {kind}")
    return found
