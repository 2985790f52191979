"""Chinese characters: whether a text is written in them, and traditional ones as simplified."""

import re
from functools import cache

from timeline.lexicon import texts

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")


def is_chinese(text: str) -> bool:
    """Whether a sentence is written in Chinese: "英伟达推出H20", not "Nvidia (英伟达) sells it".

    An English text is told by one look at its kind of string, without reading it.
    """
    if text.isascii():
        return False
    if _HAN.search(text) is None:
        return False
    return len(_HAN.findall(text)) >= len(_LATIN.findall(text))


def plain(text: str) -> str:
    """The text in simplified characters and small letters, of the same length.

    "美國商務部" -> "美国商务部", so that one list of words reads both and offsets stay true.
    """
    return text.translate(_fold())


@cache
def _fold() -> dict[int, str]:
    pairs = zip(
        "".join(texts("han", "fold", "traditional")),
        "".join(texts("han", "fold", "simplified")),
        strict=True,
    )
    wide = {0xFF01 + n: chr(0x21 + n) for n in range(94) if chr(0x21 + n) not in ",:.~"}
    small = {ord("A") + n: chr(ord("a") + n) for n in range(26)}
    capitals = {0xFF21 + n: chr(ord("a") + n) for n in range(26)}
    marks = {ord(a): b for a, b in zip("「」『』﹁﹂・‧;?!()", "“”‘’“”··；？！（）", strict=True)}
    return {ord(a): b for a, b in pairs} | wide | small | capitals | marks
