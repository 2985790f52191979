"""Whole answers are kept: made once, by one, off the loop, and dropped when there are too many."""

import asyncio
import threading

import pytest

from ui import kept
from ui.kept import Ready, Shelf
from ui.once import once


def made(text: str) -> Ready:
    return kept.ready(text.encode(), "text/plain", "", {})


@pytest.fixture(autouse=True)
def empty() -> None:
    kept.forget()


def test_of_many_who_ask_at_once_one_makes_it_in_another_thread() -> None:
    calls = []

    def make() -> Ready:
        calls.append(threading.current_thread() is threading.main_thread())
        return made("here")

    async def ask() -> list[Ready]:
        return await asyncio.gather(*(kept.get("a", make) for _ in range(20)))

    answers = asyncio.run(ask())
    assert {one.body for one in answers} == {b"here"}
    assert calls == [False]


def test_what_failed_is_told_to_each_and_not_kept() -> None:
    def fail() -> Ready:
        raise ValueError("no")

    async def ask() -> tuple[Ready | BaseException, ...]:
        both = (kept.get("a", fail), kept.get("a", fail))
        return await asyncio.gather(*both, return_exceptions=True)

    assert all(isinstance(one, ValueError) for one in asyncio.run(ask()))
    assert asyncio.run(kept.get("a", lambda: made("now"))).body == b"now"


def test_what_was_asked_for_longest_ago_goes_first_and_the_huge_are_not_kept() -> None:
    shelf = Shelf(most=10_000)
    for name in "abc":
        shelf.keep(name, made(name * 1000))
    assert shelf.find("a")
    for name in "defg":
        shelf.keep(name, made(name * 1000))
    assert shelf.bytes <= 10_000
    assert shelf.find("a")
    assert not shelf.find("b")
    shelf.keep("huge", made("x" * 5000))
    assert not shelf.find("huge")


def test_only_what_gains_by_it_is_zipped() -> None:
    assert made("a" * 2000).zipped
    assert not made("a").zipped
    assert not kept.ready(b"a" * 2000, "image/png", "", {}).zipped


def test_what_two_threads_ask_for_at_once_is_made_once() -> None:
    meet, calls = threading.Barrier(2), []

    @once(2)
    def slow(name: str) -> str:
        calls.append(name)
        threading.Event().wait(0.05)
        return name.upper()

    def ask() -> None:
        meet.wait()
        found.append(slow("a"))

    found: list[str] = []
    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, calls) == (["A", "A"], ["a"])
    assert [slow(name) for name in "bca"] == ["B", "C", "A"]
    assert calls == ["a", "b", "c", "a"]


def test_what_could_not_be_made_is_tried_anew() -> None:
    ways = iter((ValueError("no"), None))

    @once(2)
    def torn() -> str:
        if error := next(ways):
            raise error
        return "now"

    with pytest.raises(ValueError, match="no"):
        torn()
    assert torn() == "now"
