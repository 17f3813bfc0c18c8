"""Rows that a workbook or a release changes, in words: what a row is about, and each column before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.exports import change_lines
from bukhara.views.workbook_changes import Sort

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.framework import Framework
    from bukhara.views.workbook_changes import FieldChange, RowChange

# the heading of a row says these already
_SAID = frozenset({"country", "item", "indicator"})


@dataclass(frozen=True, slots=True)
class Line:
    """One column of a row, before and after; empty where nothing stood, or nothing will stand."""

    column: str
    before: str
    after: str


def change_voices(framework: Framework, words: Words) -> dict[str, object]:
    """Return `about` and `lines`, which upload_rows.html calls with a row."""

    def about(row: RowChange) -> str:
        return change_lines.about(row.record, framework, words)

    def lines(row: RowChange) -> tuple[Line, ...]:
        return tuple(_line(field, framework, words) for field in row.fields if field.column not in _SAID)

    return {"about": about, "lines": lines, "sorts": Sort, "framework": framework}


def _line(field: FieldChange, framework: Framework, words: Words) -> Line:
    column, before, after = change_lines.values(field, framework, words)
    return Line(column, before if field.before else "", after if field.after else "")
