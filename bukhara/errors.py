"""The one tree of exceptions; bad input gives findings instead."""

import errno
from collections.abc import Iterable, Sequence
from pathlib import Path

from bukhara.model.finding import Finding
from bukhara.model.messages import N_

_LONGEST = 80  # characters of a stranger's value that are repeated
_LISTED = 12  # codes that a message lists


RESTORE = "bukhara restore FILE, with the newest backup"
"""What mends a damaged store, at the start as in `bukhara doctor`."""


class BukharaError(Exception):
    """Anything this package raises on purpose."""


class FrameworkInvalid(BukharaError):
    """indicators.yaml cannot be used."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} findings in the framework")
        self.findings = tuple(findings)


class StoreUnavailable(BukharaError):
    """The store cannot be reached, or must not be used as it is; an HTTP status and a message say so."""

    status = 503
    words = N_("The record cannot be read at the moment. Please try again in a few minutes.")


class StoreDamaged(StoreUnavailable):
    """What is in the file of the store is no database any more, or only part of one."""


class StoreUnwritable(StoreUnavailable):
    """The store, or the folder for temporary files, can be read and cannot be written now."""

    words = N_("Nothing can be written now; reading goes on. Please send it again in a few minutes.")


class StoreFull(StoreUnwritable):
    """The disk of the store, or of the folder for temporary files, is full."""

    status = 507
    words = N_("Nothing can be written now: the disk of this server is full. Please tell the administrator.")


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE, errno.ENFILE})


def disk_error(error: BaseException | None) -> StoreUnwritable | None:
    """Return the error to show to whoever wanted to write; None if the disk is not the cause of this error.

    The libraries that write workbooks raise errors of their own: lxml names the code, xlsxwriter has the cause behind.
    """
    while error is not None:
        number = error.errno if isinstance(error, OSError) else None
        folder_is_gone = isinstance(error, FileNotFoundError) and not Path(error.filename or "").parent.exists()
        if number in _FULL or str(error) == "IO_ENOSPC":
            return StoreFull(str(error))
        if number in _NOT_WRITABLE or folder_is_gone:
            return StoreUnwritable(str(error))
        error = error.__cause__ or error.__context__
    return None


class ReleaseUnknown(BukharaError):
    """No release has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"release {number}")
        self.number = number


class CodeUnknown(BukharaError):
    """A filter names a code that the record does not have; `parameter` is the name of the filter."""

    def __init__(self, parameter: str, value: str, allowed: Iterable[str]) -> None:
        known = list(allowed)
        listed = ", ".join(known[:_LISTED]) + (", ..." if len(known) > _LISTED else "")
        super().__init__(f"'{value[:_LONGEST]}' is not known; known: {listed}")
        self.parameter = parameter


class NotAllowed(BukharaError):
    """The policy says no; `reason` is a message for the catalogue."""

    def __init__(self, action: str, reason: str) -> None:
        super().__init__(f"{action}: {reason}")
        self.action, self.reason = action, reason


class Refused(BukharaError):
    """What was asked cannot be done as things are; `reason` is a message for the catalogue, filled from `values`.

    It is raised as it is where nobody has to tell one refusal from another.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


def refuse_longer(longest: int, *texts: str) -> None:
    """Raise Refused for a text of more than `longest` characters; a form says so before."""
    if any(len(text) > longest for text in texts):
        raise Refused(N_("This text is too long; please keep it within {longest} characters."), longest=str(longest))


class BaseOutdated(Refused):
    """Rows were changed by a release after the one that the workbook, or the user's page, was made from."""

    def __init__(self, base: int, current: int, blocks: Sequence[str], reason: str = "") -> None:
        super().__init__(reason or f"base {base}, current {current}")
        self.base, self.current, self.blocks = base, current, tuple(blocks)


class DraftConflict(Refused):
    """A draft is not there, or a step is not open to it."""


class AccountRefused(Refused):
    """What was asked of an account cannot be done."""


class PackBusy(BukharaError):
    """As many files of packs as may be made at once are being made; the next one can be asked for in a moment."""


class PackRefused(Refused):
    """A pack cannot be saved, frozen or withdrawn."""


class SignInPaused(BukharaError):
    """Too many tries to sign in; the next one counts after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


class PortTaken(BukharaError):
    """Another program listens on the port; the message says how to choose the next one."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is taken: put BUKHARA_PORT={port % 65535 + 1} before the same command")


class UnsafeSettings(BukharaError):
    """Settings that must not start; the reason is the message."""
