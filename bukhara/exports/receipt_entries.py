"""The entries of a receipt, from the changes by a workbook and the findings about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from bukhara.exports.receipt import Fate, ReceiptCell, ReceiptEntry
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.observation import COUNTED
from bukhara.model.record_positions import RecordPositions
from bukhara.model.source import Source
from bukhara.model.statement import SUBJECT
from bukhara.views.workbook_changes import REASON, RowChange, Sort, WorkbookChanges, text_of

NOT_STORED = frozenset(
    {
        *("cells-outside", "unknown-column", "unknown-sheet", "hidden-sheet", "several-data-sheets"),
        *("duplicate-row", "rows-unanswered", "comments-present", "external-links"),
    }
)
"""Findings about content that is left out; every other warning is about cells that are stored."""
_ABOUT = {
    "source": ("title",),
    "statement": ("country", "item", *SUBJECT[1:], "source_id"),
    "observation": (
        *("country", "indicator", "partner", "kind_of_support"),
        *(name for name in COUNTED if name not in ("unit", "territorial_scope")),
        *("period_start", "period_end", "period_label", "reporter", "source_id"),
    ),
}
_FATES = {Sort.ADDED: Fate.ACCEPTED, Sort.CHANGED: Fate.CHANGED, Sort.REMOVED: Fate.REMOVED}


def entries(
    changes: WorkbookChanges | None, findings: Sequence[Finding], places: Mapping[str, RecordPositions] | None = None
) -> tuple[ReceiptEntry, ...]:
    """Return the result for every cell: findings first, then rows in their order, then the runs of confirmed rows.

    `places` has the rows of the sheets `source`, `record` and, for figures beside statements, `figure`. Without
    `changes`, nothing of the workbook was stored.
    """
    rows = changes.rows if changes else ()
    known = places or {}
    titles = {row.source_id: row.record.title for row in rows if isinstance(row.record, Source)}
    changed = [_row(row, known.get(_sheet(row, known)), titles) for row in rows if row.sort is not Sort.CONFIRMED]
    return (*(_found(each) for each in findings), *changed, *_runs(rows, known))


def _found(finding: Finding) -> ReceiptEntry:
    refused = finding.severity is Severity.ERROR
    left_out = finding.code in NOT_STORED
    fate = Fate.REFUSED if refused else Fate.NOT_STORED if left_out else Fate.NOTED
    return ReceiptEntry(fate=fate, sheet=finding.sheet, place=finding.cell or "", finding=finding)


def _row(change: RowChange, place: RecordPositions | None, titles: Mapping[str, str]) -> ReceiptEntry:
    row = change.spot.row
    return ReceiptEntry(
        fate=_FATES[change.sort],
        sheet=change.spot.sheet,
        place=_span(place, row, row) if row else "",
        kind=change.kind,
        subject=_subject(change, titles),
        cells=tuple(ReceiptCell(f.column, _cell(place, f.column, row), f.before, f.after) for f in change.fields),
        reason="" if any(f.column == REASON for f in change.fields) else change.reason,
    )


def _subject(change: RowChange, titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    found = [(column, text_of(getattr(change.record, column))) for column in _ABOUT[change.kind]]
    if change.kind != "source":
        found[-1] = "source_id", titles.get(change.source_id, change.source_id)
    return tuple((column, text) for column, text in found if text)


def _runs(rows: Iterable[RowChange], places: Mapping[str, RecordPositions]) -> Iterator[ReceiptEntry]:
    """Yield the confirmed rows; consecutive ones are one entry."""
    confirmed = [row for row in rows if row.sort is Sort.CONFIRMED]
    # Rows that follow one another keep the same distance to their place in line.
    numbered = [(each, (each.spot.row - n) if each.spot.row else None) for n, each in enumerate(confirmed)]
    for (sheet, sort, distance), run in groupby(
        numbered, lambda pair: (pair[0].spot.sheet, _sheet(pair[0], places), pair[1])
    ):
        found = [change for change, _ in run]
        first, last = found[0].spot.row, found[-1].spot.row
        place = _span(places.get(sort), first, last) if distance is not None else ""
        yield ReceiptEntry(fate=Fate.CONFIRMED, sheet=sheet, place=place, rows=len(found), kind=found[0].kind)


def _sheet(change: RowChange, places: Mapping[str, RecordPositions]) -> str:
    if change.kind == "observation" and "figure" in places:
        return "figure"
    return "source" if change.kind == "source" else "record"


def _cell(place: RecordPositions | None, column: str, row: int | None) -> str:
    letter = place.letter(column) if place else ""
    return f"{letter}{row}" if letter and row else ""


def _span(place: RecordPositions | None, first: int | None, last: int | None) -> str:
    letters = sorted((letter for _, letter in place.columns), key=lambda each: (len(each), each)) if place else []
    if not letters or first is None or last is None:
        return ""
    return f"{letters[0]}{first}:{letters[-1]}{last}"
