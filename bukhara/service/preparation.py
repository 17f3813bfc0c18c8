"""Long work runs beside the threads of pages, so that a page waits for a short time only."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import BoundedSemaphore, Lock, Thread

AT_ONCE = 2
"""How much is prepared at a time in one process."""


class Preparation:
    """Prepares each thing in a thread of its own, once at a time for a thing.

    `patience` are the seconds that a page waits; after them it says so and asks again.
    """

    def __init__(self, patience: float = 4.0) -> None:
        self.patience = patience
        self._lock, self._slots = Lock(), BoundedSemaphore(AT_ONCE)
        self._under_way: dict[Hashable, Future[None]] = {}

    def is_done(self, key: Hashable, prepare: Callable[[], object]) -> bool:
        """Return whether `prepare` ends while a page waits; raise the error that prevented it.

        It goes on where it does not, and must keep what it finds by itself; `key` names what it prepares.
        """
        with self._lock:
            result = self._under_way.get(key)
            if result is None:
                result = self._under_way[key] = Future()
                Thread(target=self._run, args=(key, prepare, result), daemon=True).start()
        try:
            result.result(self.patience)
        except TimeoutError:
            return False
        return True

    def _run(self, key: Hashable, prepare: Callable[[], object], result: "Future[None]") -> None:
        try:
            with self._slots:
                prepare()
        except Exception as error:  # noqa: BLE001  (whoever waits for the result gets it)
            result.set_exception(error)
        else:
            result.set_result(None)
        finally:
            with self._lock:
                del self._under_way[key]
