"""What many ask for at once is made by the first of them; the others wait for it, and it is kept.

``lru_cache`` would let each of them make it: the drawing that a filter shows at once and the run
of Streamlit's script ask for the same layout in the same moment.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Once(Generic[P, T]):
    """A function whose ``most`` last answers are kept; its arguments have a hash."""

    def __init__(self, make: Callable[P, T], most: int) -> None:
        self._make, self._most = make, most
        self._held: OrderedDict[Hashable, Future[T]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (args, tuple(sorted(kwargs.items())))
        future, is_new = self._future(key)
        if is_new:
            self._fill(key, future, lambda: self._make(*args, **kwargs))
        return future.result()

    def cache_clear(self) -> None:
        """Drop all that is kept."""
        with self._lock:
            self._held.clear()

    def _future(self, key: Hashable) -> tuple["Future[T]", bool]:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key], False
            future = self._held[key] = Future[T]()
            while len(self._held) > self._most:
                self._held.popitem(last=False)
            return future, True

    def _fill(self, key: Hashable, future: "Future[T]", make: Callable[[], T]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:  # whoever waits is told the same, and the next tries anew
            with self._lock:
                self._held.pop(key, None)
            future.set_exception(error)


def once(most: int) -> Callable[[Callable[P, T]], Once[P, T]]:
    """Decorates a function: ``@once(64)``."""
    return lambda make: Once(make, most)
