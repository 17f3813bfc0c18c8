"""Large drafts are read and compared beside the threads of pages, so that a page waits for a short time only."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import BoundedSemaphore, Lock, Thread

from bukhara.model.draft import Draft

AT_ONCE = 2
"""How many drafts one process prepares at a time."""


class Preparation:
    """Prepares each draft in a thread of its own, once at a time for a draft."""

    def __init__(self, prepare: Callable[[Draft], object]) -> None:
        """Take the function that reads and compares a draft; what it finds must be kept by itself."""
        self._prepare = prepare
        self._lock, self._slots = Lock(), BoundedSemaphore(AT_ONCE)
        self._under_way: dict[int, Future[None]] = {}

    def is_done(self, draft: Draft, seconds: float) -> bool:
        """Return whether a draft is prepared within so many seconds; raise the error that prevented it."""
        with self._lock:
            result = self._under_way.get(draft.draft_id)
            if result is None:
                result = self._under_way[draft.draft_id] = Future()
                Thread(target=self._run, args=(draft, result), daemon=True).start()
        try:
            result.result(seconds)
        except TimeoutError:
            return False
        return True

    def _run(self, draft: Draft, result: "Future[None]") -> None:
        try:
            with self._slots:
                self._prepare(draft)
        except Exception as error:  # noqa: BLE001  (whoever waits for the result gets it)
            result.set_exception(error)
        else:
            result.set_result(None)
        finally:
            with self._lock:
                del self._under_way[draft.draft_id]
