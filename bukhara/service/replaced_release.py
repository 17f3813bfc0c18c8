"""Which release readers got before the newest one, for as long as pages of the newest are still being made."""

import time
from collections.abc import Callable, Sequence
from threading import Lock

from bukhara.model.release import Release

SECONDS = 60.0
"""As long as a proxy may answer with a page of the release before."""


class ReplacedRelease:
    """Remembers when this process first saw the newest release, and which was the newest until then.

    Only a server that is asked by many remembers it; `seconds` is 0 until then.
    """

    def __init__(self, releases: Callable[[], Sequence[Release]]) -> None:
        self.seconds = 0.0
        self._releases = releases
        self._lock = Lock()
        self._newest = 0
        self._before: int | None = None
        self._seen_at = 0.0

    def before(self, newest: int) -> int | None:
        """Return the release that `newest` replaced less than `seconds` ago; None where something was taken back."""
        with self._lock:
            if newest != self._newest:
                self._before = self._newest if self._is_kept_from(newest) else None
                self._newest, self._seen_at = newest, time.monotonic()
            return self._before if time.monotonic() - self._seen_at < self.seconds else None

    def _is_kept_from(self, newest: int) -> bool:
        """Return whether nothing is taken back or withdrawn between the release known before and `newest`."""
        since = [each for each in self._releases() if self._newest < each.number <= newest]
        return 0 < self._newest < newest and not any(each.reverts or each.withdraws for each in since)
