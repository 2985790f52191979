"""The filters of the first sight are a form that asks for what Streamlit's controls would."""

from html.parser import HTMLParser

from tests.sample import sample_tables
from tests.serve import hostile
from ui import choices, form
from ui.choices import Choice


class Read(HTMLParser):
    """What sending the form would say, the fields it has, and all its tags."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.sent: list[tuple[str, str]] = []
        self._name, self._chosen, self._first = "", "", True
        self.feed(code)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes.update(told)
        if tag == "select":
            self._name = told["name"]
        if tag == "input":
            self.sent.append((told["name"], told["value"]))
        self._chosen = self._name if tag == "option" and "selected" in told else ""

    def handle_data(self, data: str) -> None:
        if self._chosen:
            self.sent.append((self._chosen, data))
            self._chosen = ""


def test_sending_it_unchanged_asks_for_the_same_view() -> None:
    tables = sample_tables()
    for query in (
        [],
        [("q", "H20"), ("actor", "Nvidia"), ("actor", "China"), ("from", "2023-01-01")],
        [("type", "Entity listing"), ("status", "enacted"), ("lanes", "Thread"), ("steps", "true")],
    ):
        chosen, _ = choices.read(tables, query)
        read = Read(form.html(tables, chosen))
        again, faults = choices.read(tables, read.sent)
        assert not faults
        assert again == chosen
        assert {name for name, _ in read.sent} <= set(choices.PARAMETERS)


def test_no_name_in_the_record_becomes_markup() -> None:
    read = Read(form.html(hostile(), Choice()))
    assert read.tags == {"form", "div", "label", "span", "select", "option", "input"}
    assert read.attributes <= {"class", "action", "method", "role", "type", "name", "value",
                               "placeholder", "selected"}  # fmt: skip
