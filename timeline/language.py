"""The reader's language: what people see in words goes through gettext's catalogues.

``gettext("Data to {day}", day="27 Sep 2024")`` is the sentence in the language that is spoken here,
with the values in it; the message in English is its own key.  Who is spoken to is a matter of the
run or request (``with speaking(Language.ZH)``), never of the process: many are answered at once.

To add a message: write it in such a call, run ``make messages`` and translate the new lines of
``locale/zh_Hans/LC_MESSAGES/timeline.po``.  To add a language: a member of ``Language``
and its catalogue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

Value = str | int | float


class Language(StrEnum):
    """A language of the interface, by its name in addresses: ``?lang=zh``."""

    EN = "en"
    ZH = "zh"

    @property
    def tag(self) -> str:
        """As HTML names it: Chinese in simplified characters."""
        return _TAGS.get(self, str(self))


_TAGS = {Language.ZH: "zh-Hans"}
_LOCALES = {Language.ZH: "zh_Hans"}
_SPOKEN: ContextVar[Language] = ContextVar("language", default=Language.EN)


def spoken() -> Language:
    """The language of this run or request; English until it is told."""
    return _SPOKEN.get()


def speak(language: Language) -> None:
    """Speak it from here to the end of this run."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak it within."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def gettext(message: str, /, **values: Value) -> str:
    """The message in the language spoken, its placeholders filled: "Data to 27 Sep 2024"."""
    language = _SPOKEN.get()
    told = message if language is Language.EN else _catalogue(language).gettext(message)
    return told.format_map(values) if values else told


def ngettext(one: str, many: str, n: int, /, **values: Value) -> str:
    """The same by number, which fills ``{n}``: "1 event", "1,204 events"."""
    language = _SPOKEN.get()
    if language is Language.EN:
        told = one if n == 1 else many
    else:
        told = _catalogue(language).ngettext(one, many, n)
    return told.format_map({**values, "n": n})


def pgettext(context: str, message: str, /, **values: Value) -> str:
    """The same for a word that is two in other languages: "to" of a day, "To" of a letter."""
    language = _SPOKEN.get()
    told = message
    if language is not Language.EN:
        told = _catalogue(language).pgettext(context, message)
    return told.format_map(values) if values else told


def mark(message: str) -> str:
    """The message as it is, to be translated where it is used: for tables of constants."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """The same for a message that goes by number."""
    return one, many


@cache
def _catalogue(language: Language) -> NullTranslations:
    """The catalogue, compiled here from its ``.po``: there is no second file to keep in step."""
    from babel.messages import mofile, pofile  # 60 ms that an English reader need not wait for

    path = files("timeline") / "locale" / _LOCALES[language] / "LC_MESSAGES" / "timeline.po"
    with path.open("rb") as source:
        catalogue = pofile.read_po(source, locale=_LOCALES[language])
    compiled = BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
