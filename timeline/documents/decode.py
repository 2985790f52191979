"""Bytes of a file -> its text, character for character, or an error that says what they are."""

import re

from timeline.errors import DocumentError

LIMIT = 2_000_000
"""The largest file that is read, in bytes: some 300,000 words, a hundred times a long article."""

_MARKS_A_BASE = 30
_MAGIC = (
    (b"%PDF", "a PDF", "save its text: pdftotext FILE.pdf FILE.txt"),
    (b"PK\x03\x04", "a zip file (docx, odt, xlsx ...)", "save it as plain text, UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text, UTF-8"),
    (b"\x89PNG", "a PNG picture", "give the article's text"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the article's text"),
    (b"GIF8", "a GIF picture", "give the article's text"),
    (b"\x1f\x8b", "a gzip file", "unpack it: gunzip FILE.gz"),
)
_UTF_16 = ((b"\xff\xfe", "UTF-16LE"), (b"\xfe\xff", "UTF-16BE"))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f"
    "\u3099\u309a\ufe20-\ufe2f]"
)
_MARKS = re.compile(f"{_MARK}{{{_MARKS_A_BASE}}}({_MARK}+)")
_LINES = frozenset("\x0b\x0c\x85\u2028\u2029")


def decode(raw: bytes | str, name: str) -> str:
    """The text of a file in UTF-8, made safe, of the same length as it decodes to.

    A byte order mark counts as a character (and becomes a space).  Raises DocumentError where the
    file is empty, larger than LIMIT, binary, or in another encoding.
    """
    size = len(raw) if isinstance(raw, bytes) else len(raw.encode("utf-8", "replace"))
    if size > LIMIT:
        raise too_large(name, size)
    text = raw if isinstance(raw, str) else _text(raw, name)
    if not text.strip("\ufeff \t\r\n"):
        raise DocumentError(
            f"{name}: the file is empty; expected an article's text; save the article again"
        )
    return tame(text)


def too_large(name: str, size: int) -> DocumentError:
    """That a file of so many bytes is no article."""
    return DocumentError(
        f"{name}: found {size:,} bytes; expected at most {LIMIT:,}; "
        "cut the article out of it, or split it"
    )


def tame(text: str) -> str:
    """The text with every unsafe character replaced by one space, so that offsets hold.

    Unsafe are controls, bidi marks, zero-width spaces, and combining marks past thirty on one
    letter; other line ends (form feed, U+2028) become a newline.
    """
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(lambda found: "\n" if found.group() in _LINES else " ", text)
    if text.isascii():
        return text
    return _MARKS.sub(lambda found: found.group()[:_MARKS_A_BASE] + " " * len(found[1]), text)


def _text(raw: bytes, name: str) -> str:
    for start, what, todo in _MAGIC:
        if raw.startswith(start):
            raise DocumentError(f"{name}: found {what}; expected text in UTF-8; {todo}")
    for mark, encoding in _UTF_16:
        if raw.startswith(mark) or _is_utf_16(raw, encoding):
            raise _wrong(name, f"{encoding} text", encoding)
    if len(_CONTROLS.findall(raw[:65_536])) * 50 > min(len(raw), 65_536):
        raise DocumentError(
            f"{name}: found binary data; expected text in UTF-8; give the article's text"
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = _guess(raw)
        like = f"; looks like {guess.lower()}" if guess else ""
        found = f"bytes that are not UTF-8 at offset {error.start}{like}"
        raise _wrong(name, found, guess or "ENCODING") from error


def _wrong(name: str, found: str, encoding: str) -> DocumentError:
    return DocumentError(
        f"{name}: found {found}; expected UTF-8; convert it: iconv -f {encoding} -t UTF-8 FILE"
    )


def _is_utf_16(raw: bytes, encoding: str) -> bool:
    """Whether every other byte of the beginning is a NUL, as in English text without a mark."""
    sample = raw[:2_000]
    zeros = sample[1::2] if encoding == "UTF-16LE" else sample[::2]
    return len(zeros) > 3 and zeros.count(0) * 10 > len(zeros) * 7


def _guess(raw: bytes) -> str:
    """The likely encoding: many high bytes that pair up are Chinese, few are Western."""
    sample = raw[:20_000]
    high = sum(byte > 0x7F for byte in sample)
    if high * 4 > len(sample):
        for encoding in ("gb18030", "big5", "shift_jis"):
            try:
                raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding.upper()
        return ""
    try:
        raw.decode("windows-1252")
    except UnicodeDecodeError:
        return ""
    return "WINDOWS-1252"
