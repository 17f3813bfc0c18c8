"""The input and output of the store, as values."""

from dataclasses import dataclass, field

from bukhara.model.codes import WorkbookKind
from bukhara.model.derived import Derived
from bukhara.model.observation import Observation
from bukhara.model.release import Release
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.withdrawal import WithdrawnRow
from bukhara.store.rows import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkVersion:
    """The framework under which a release is made."""

    framework_text: str
    framework_version: str
    method_version: str
    exercise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The records of one workbook; `base` is the release that it was pre-filled from, if any.

    `received_after` is the newest release when it was received: without a base, its rows are compared with that one.
    `taken_out` are rows with the mark that they are to be taken out of the record, `replies` what a state says of rows.
    """

    kind: WorkbookKind
    countries: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    taken_out: tuple[Statement | Observation, ...] = ()
    replies: tuple[Reply, ...] = ()
    base: int | None = None
    received_after: int | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Rows:
    """The rows of one content as they were read; shared by all releases that hold it."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredContents(Derived):
    """The contents of a release; rows in file order within a block, blocks in the fixed order of countries.

    `rows` are the same rows by content: while they are in use, another release does not read them again.
    `withdrawn` are the rows that must not be shown any more, of any release.
    """

    release: Release
    framework_text: str
    exercise: bool
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    observations: tuple[Observation, ...]
    requests: tuple[Request, ...] = ()
    replies: tuple[Reply, ...] = ()
    decisions: tuple[Decision, ...] = ()
    rows: tuple[Rows, ...] = field(default=(), repr=False, compare=False)
    withdrawn: frozenset[WithdrawnRow] = field(default=frozenset(), repr=False, compare=False)
