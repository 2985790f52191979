"""An HTML page -> its article's text and what its head says of it."""

import html
import logging
import re

from timeline.documents.decode import decode
from timeline.documents.known import Known
from timeline.errors import DocumentError, NoSuchDate
from timeline.interval import Interval
from timeline.values import dataclass

_TAG = re.compile(r"<(meta|link|html|time)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([a-zA-Z:-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')"
)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_JSON_DATE = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{8,40})"')
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,30})", re.IGNORECASE)
_OPENS = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:!doctype html|html)\b", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")

DATES = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
"""Names of the head's date of publication, best first.  Dates of change are not among them."""


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text, and what the page's head says."""

    text: str
    known: Known


def is_html(raw: bytes | str, name: str) -> bool:
    """Whether a file is a page, by its name or by how it opens."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    start = raw[:1_000] if isinstance(raw, str) else raw[:1_000].decode("utf-8", "replace")
    return bool(_OPENS.match(start.lstrip("\ufeff")))


def read(raw: bytes | str, name: str) -> Page:
    """The article in a page, by trafilatura; the headline is put before it if it is not there.

    Raises DocumentError where no article is found.
    """
    source = decode(_recoded(raw), name)
    known = _head(source)
    text = _extract(source)
    if not text:
        raise DocumentError(
            f"{name}: found no article in the page; expected paragraphs of text; "
            "save the article's text as .txt"
        )
    if known.title and known.title.casefold() not in text[:2_000].casefold():
        text = f"{known.title}\n\n{text}"
    return Page(text, known)


def _recoded(raw: bytes | str) -> bytes | str:
    """The page as text where it declares an encoding of its own that it keeps to."""
    found = _CHARSET.search(raw[:4_000]) if isinstance(raw, bytes) else None
    if isinstance(raw, str) or found is None:
        return raw
    try:
        return raw.decode(found[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return raw


def _extract(source: str) -> str:
    import trafilatura  # slow to import, and needed for pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = trafilatura.extract(
        source, output_format="txt", include_comments=False, include_tables=False, deduplicate=False
    )
    return str(text or "")


def _head(source: str) -> Known:
    values: dict[str, str] = {}
    for tag in _TAG.finditer(source):
        key, value = _value(tag)
        if key:
            values.setdefault(key, value)
    title = _TITLE.search(source)
    return Known(
        outlet=values.get("og:site_name", ""),
        url=_address(values.get("canonical") or values.get("og:url", "")),
        title=values.get("og:title") or (html.unescape(title[1]).strip() if title else ""),
        author=_name(values.get("author") or values.get("article:author", "")),
        language=values.get("lang", "")[:2].lower(),
        published=_published(source, values),
    )


def _value(tag: re.Match[str]) -> tuple[str, str]:
    """What a tag says: the name of the value and the value, two "" where it says nothing."""
    attributes = {
        key.lower(): html.unescape(double or single).strip()
        for key, double, single in _ATTRIBUTE.findall(tag[2])
    }
    kind = tag[1].lower()
    if kind == "html":
        return "lang", attributes.get("lang", "")
    if kind == "link":
        is_own = attributes.get("rel") == "canonical"
        return ("canonical", attributes.get("href", "")) if is_own else ("", "")
    if kind == "time":
        is_own = attributes.get("itemprop", "").lower() == "datepublished"
        return ("datepublished", attributes.get("datetime", "")) if is_own else ("", "")
    names = (attributes.get(key, "") for key in ("property", "name", "itemprop"))
    return next(filter(None, names), "").lower(), attributes.get("content", "")


def _published(source: str, values: dict[str, str]) -> Interval | None:
    in_json = _JSON_DATE.search(source)
    stated = [values[key] for key in DATES if values.get(key)]
    for value in (*stated[:1], *([in_json[1]] if in_json else []), *stated[1:]):
        found = _DAY.match(value)
        try:
            if found:
                return Interval.of(int(found[1]), int(found[2]), int(found[3]))
        except NoSuchDate:
            continue
    return None


def _address(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _name(author: str) -> str:
    return "" if author.startswith("http") else author
