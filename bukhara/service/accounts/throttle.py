"""Limits attempts to sign in: each attempt counts before the password is checked, and the wait grows with the attempts.

There are three counters: a name from one address, an address over all names, a name over all addresses. The last one
waits a minute at most, and not at all from an address where that name signed in before, so that strangers cannot lock
anybody out.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Connection

from bukhara.errors import SignInPaused
from bukhara.store import sessions

WINDOW = timedelta(hours=1)
KNOWN_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class AttemptLimit:
    """The number of attempts without a wait, and the longest wait in seconds."""

    free: int
    longest: int

    def wait(self, tries: int) -> int:
        """Return the seconds from the last attempt to the next one: 2, 4, 8 ... after the free ones."""
        return 0 if tries < self.free else min(self.longest, 2 ** min(tries - self.free + 1, 20))


PAIR = AttemptLimit(free=5, longest=900)
ADDRESS = AttemptLimit(free=30, longest=900)
NAME = AttemptLimit(free=20, longest=60)


@dataclass(frozen=True, slots=True)
class Guard:
    """The counters of one attempt; in a browser where the name signed in before, its id is the address."""

    name: str
    address: str
    known_browser: bool = False

    @property
    def pair(self) -> str:
        """Key under which failures of this name from this address are counted."""
        return _key("pair", self.name, self.address)

    @property
    def place(self) -> str:
        """Key under which failures of all names from this address are counted."""
        return _key("address", self.address)

    @property
    def person(self) -> str:
        """Key under which failures of this name from all addresses are counted."""
        return _key("name", self.name)

    @property
    def known(self) -> str:
        """The mark that the name signed in from this address before."""
        return _key("known", self.name, self.address)

    def count(self, connection: Connection, now: datetime) -> None:
        """Count an attempt; if it is too soon, raise SignInPaused and count nothing."""
        paces = [(self.pair, PAIR), (self.place, ADDRESS)]
        if not self.known_browser and not sessions.tries(connection, self.known, now - KNOWN_FOR).count:
            paces.append((self.person, NAME))
        waits = [_left(connection, subject, pace, now) for subject, pace in paces]
        if max(waits) > 0:
            raise SignInPaused(max(waits))
        sessions.tried(connection, (self.pair, self.place, self.person), now, now - KNOWN_FOR)

    def succeed(self, connection: Connection, now: datetime) -> None:
        """Delete the attempts of this name, and only the last one of the address.

        The others of the address stay, or an attacker could clear them with an account of their own.
        """
        sessions.forgive(connection, (self.pair, self.person, self.known))
        sessions.take_back(connection, self.place)
        sessions.tried(connection, (self.known,), now, now - KNOWN_FOR)


def _left(connection: Connection, subject: str, pace: AttemptLimit, now: datetime) -> int:
    tries = sessions.tries(connection, subject, now - WINDOW)
    if tries.last is None:
        return 0
    # a clock that was set back makes nobody wait longer than the counter says
    since = max(timedelta(0), now - tries.last)
    return max(0, ceil(pace.wait(tries.count) - since.total_seconds()))


def _key(kind: str, *parts: str) -> str:
    """Return a counter's name; people type passwords into the wrong field, so what was typed is not kept."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "ignore")).hexdigest()
    return f"{kind}:{digest[:32]}"
