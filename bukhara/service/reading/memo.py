"""A small cache of the latest results; values never change, so they need no invalidation."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Memo(Generic[V]):
    """Keeps the results used last. One thread makes a result; others that ask for it meanwhile wait for that one.

    `size` bounds the sum of `size_of(value)` over the kept values, by default their number. A value that is larger
    than `size` by itself is not kept. Example, at most 32 MB: `Memo[bytes](32_000_000, len)`.
    """

    def __init__(self, size: int, size_of: Callable[[V], int] = lambda _value: 1) -> None:
        self._size, self._size_of = size, size_of
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, V] = OrderedDict()
        self._being_made: dict[Hashable, Future[V]] = {}
        self._sum = 0

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the kept result of `key`, or make and keep it; an error goes to all who waited for the result."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            result = self._being_made.get(key)
            if result is None:
                made_here = self._being_made[key] = Future()
        return self._made(key, make, made_here) if result is None else result.result()

    def clear(self) -> None:
        """Forget every result."""
        with self._lock:
            self._kept.clear()
            self._sum = 0

    def _made(self, key: Hashable, make: Callable[[], V], result: Future[V]) -> V:
        try:
            value = make()
        except BaseException as error:
            result.set_exception(error)
            raise
        else:
            result.set_result(value)
            with self._lock:
                self._keep(key, value)
            return value
        finally:
            with self._lock:
                del self._being_made[key]

    def _keep(self, key: Hashable, value: V) -> None:
        size = self._size_of(value)
        if size > self._size:
            return
        self._kept[key] = value
        self._sum += size
        while self._sum > self._size:
            self._sum -= self._size_of(self._kept.popitem(last=False)[1])
