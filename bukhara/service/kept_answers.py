"""Keeps the answers that a workbook was written over: the next answer is put beside the last one; pure.

A template shows the accepted answers on grey rows. Its rows are compared with those of its base release. A row written
over with another source is a new answer, and the row of before is kept. A correction must say that it is one. A
template that has lost its release is compared with the newest. Other workbooks and desk research are left as they are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from bukhara.model.codes import OWN_WORDS, UNCONFIRMED, Kind, WorkbookKind
from bukhara.model.columns import Role, names
from bukhara.model.source import Source
from bukhara.model.statement import CITATION, SUBJECT, Statement
from bukhara.store import StoredContents
from bukhara.views.workbook_changes import differing, text_of
from bukhara.workbook import Noticed, WorkbookReading, with_noticed

_KINDS = (Kind.IMPLEMENTATION, Kind.CHALLENGE, Kind.NEED)
_NAME = (*SUBJECT, *CITATION)
# what may be added to an accepted answer without another answer being given
REMARKS = frozenset(names(Statement, Role.REMARK, Role.BESIDE))


def applies_to(reading: WorkbookReading) -> bool:
    """Return whether a workbook is a tracker from a template that was made from a release, which it may have lost."""
    return reading.kind is WorkbookKind.TRACKER and (reading.pre_filled or has_release(reading))


def has_release(reading: WorkbookReading) -> bool:
    """Return whether a workbook names its template and the release from which it was made."""
    return bool(reading.template_version and reading.base_release)


def with_kept_answers(reading: WorkbookReading, base: StoredContents, asked: Mapping[str, date]) -> WorkbookReading:
    """Return a reading with the answers that it was written over, and with findings at its rows.

    Args:
        reading: a workbook to which the rule applies.
        base: the contents of the release from which the workbook was made.
        asked: the day on which each state was asked in the round of the workbook.
    """
    found = _Comparison(reading, base, asked)
    found.compare()
    at = reading.rows_at
    if at is not None:
        at = replace(at, rows=(*at.rows, *(at.rows[n] for n in found.over)))
    merged = replace(reading, statements=(*found.rows, *found.kept), rows_at=at)
    return with_noticed(merged, found.noticed)


@dataclass(slots=True)
class _Comparison:
    """The rows of a workbook beside those of its base; `over` has the index of the row over each kept one."""

    reading: WorkbookReading
    base: StoredContents
    asked: Mapping[str, date]
    rows: list[Statement] = field(default_factory=list)
    kept: list[Statement] = field(default_factory=list)
    over: list[int] = field(default_factory=list)
    noticed: list[Noticed] = field(default_factory=list)

    def compare(self) -> None:
        self.rows = list(self.reading.statements)
        before = {_name(row): row for row in self._replaced()}
        new: list[int] = []
        for n, row in enumerate(self.rows):
            held = before.pop(_name(row), None)
            if held is None:
                new.append(n)
            elif column := _changed(held, row):
                self._require_mark(n, column)
        missing = list(before.values())
        new = [n for n in new if not self._is_same_source(n, missing)]
        for n in new:
            self._beside(n, missing)
        self._refuse_twice(new)

    def _replaced(self) -> list[Statement]:
        """Return the answers of the record that publishing the workbook could replace, and that may not be lost."""
        spoken = {source.source_id for source in self.reading.sources} | {s.source_id for s in self.reading.statements}
        unconfirmed = {s.source_id for s in self.base.sources if s.source_class in UNCONFIRMED}
        replaced, countries = spoken - unconfirmed, set(self.reading.countries)
        rows = self.base.statements
        return [s for s in rows if s.kind in _KINDS and s.country in countries and s.source_id in replaced]

    def _require_mark(self, n: int, column: str) -> None:
        if n not in self.reading.corrections:
            value = text_of(getattr(self.rows[n], column))
            self.noticed.append(Noticed(code="answer-changed", record=n, column=column, value=value))

    def _is_same_source(self, n: int, missing: list[Statement]) -> bool:
        held = _take(self.rows[n], missing, lambda each: each.source_id == self.rows[n].source_id)
        if held is None:
            return False
        self._require_mark(n, _changed(held, self.rows[n]) or "statement")
        return True

    def _beside(self, n: int, missing: list[Statement]) -> None:
        row = self.rows[n]
        held = _take(row, missing, lambda _: True)
        if n in self.reading.corrections:
            self.noticed.append(Noticed(code="correction-of-source", record=n, column="source_id", value=row.source_id))
            return
        if held is None:
            return
        self.kept.append(held)
        self.over.append(n)
        self.rows[n] = self._as_new(held, row)
        source = _source(self.base.sources, held.source_id)
        day = source.date.isoformat() if source else ""
        self.noticed.append(
            Noticed(code="answer-beside", record=n, column="source_id", value=row.source_id, values={"day": day})
        )
        if row.quote and not self.rows[n].quote and not self._is_own(row):
            self.noticed.append(Noticed(code="quote-missing", record=n, column="quote"))

    def _as_new(self, held: Statement, row: Statement) -> Statement:
        """Return a row without what belongs to the answer before, such as its citation, topics and translation."""
        names = ["source_locator", "quote", "revision_reason", "topics"]
        if row.statement != held.statement:
            names.append("statement_translation")
        left: dict[str, Any] = {name: "" for name in names if getattr(row, name) == getattr(held, name)}
        asked_on = self.asked.get(row.country) if row.asked_on == held.asked_on else row.asked_on
        return replace(row, asked_on=asked_on, **left)

    def _is_own(self, row: Statement) -> bool:
        source = _source(self.reading.sources, row.source_id)
        return source is not None and source.source_class in OWN_WORDS

    def _refuse_twice(self, new: list[int]) -> None:
        """Refuse a new answer that cannot be distinguished from another one once the citation before is left out."""
        at = self.reading.rows_at
        named: dict[tuple[object, ...], int] = {}
        for n, row in enumerate(self.rows):
            first = named.setdefault(_name(row), n)
            if first != n and at is not None and (n in new or first in new):
                values = {"first": str(at.rows[first]), "second": str(at.rows[n])}
                self.noticed.append(Noticed(code="duplicate-conflict", record=n, column="indicator", values=values))


def _take(row: Statement, missing: list[Statement], fits: Callable[[Statement], bool]) -> Statement | None:
    """Remove and return the missing answer to the same question that is most like a row, or None."""
    about = [each for each in missing if (each.country, each.indicator) == (row.country, row.indicator) and fits(each)]
    if not about:
        return None
    likest = max(about, key=lambda each: sum(getattr(each, f.name) == getattr(row, f.name) for f in fields(row)))
    missing.remove(likest)
    return likest


def _changed(held: Statement, row: Statement) -> str:
    """Return the first column in which a row gives another answer, or an empty string."""
    return next((each.column for each in differing(held, row) if each.column not in REMARKS), "")


def _name(row: Statement) -> tuple[object, ...]:
    return tuple(text_of(getattr(row, name)) for name in _NAME)


def _source(sources: tuple[Source, ...], source_id: str) -> Source | None:
    return next((source for source in sources if source.source_id == source_id), None)
