"""Long work runs beside the threads of pages, so that a page waits for a short time only."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

AT_ONCE = 2
"""How much is prepared at a time in one process."""


class Preparation:
    """Prepares each thing in a thread of its own, once at a time for a thing.

    `patience` are the seconds that a page waits; after them it says so and asks again.
    """

    def __init__(self, patience: float = 4.0) -> None:
        self.patience = patience
        self._lock, self._threads = Lock(), ThreadPoolExecutor(AT_ONCE)
        self._under_way: dict[Hashable, Future[object]] = {}

    def is_done(self, key: Hashable, prepare: Callable[[], object], patience: float | None = None) -> bool:
        """Return whether `prepare` ends while a page waits; raise the error that prevented it.

        It goes on where it does not, and must keep what it finds by itself; `key` names what it prepares.
        """
        with self._lock:
            result = self._under_way.get(key)
            if result is None:
                result = self._under_way[key] = self._threads.submit(prepare)
                result.add_done_callback(lambda _: self._under_way.pop(key, None))
        try:
            result.result(self.patience if patience is None else patience)
        except TimeoutError:
            return False
        return True
