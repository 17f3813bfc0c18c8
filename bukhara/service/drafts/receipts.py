"""Receipts: a head made from a reading when it is published, and the rows in which its release differs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from bukhara import workbook
from bukhara.exports.receipt import Receipt
from bukhara.exports.receipt_files import receipt_xlsx
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.model.draft import Draft
from bukhara.model.record_positions import RecordPositions
from bukhara.service.core import Core
from bukhara.service.drafts.preview import rows_between
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges
from bukhara.workbook import WorkbookReading

NOTHING = WorkbookChanges(())


def receipt_of(
    draft: Draft,
    reading: WorkbookReading,
    changes: WorkbookChanges,
    *,
    release: int,
    changed: bool,
    who: str,
    at: datetime,
    note: str,
    promised: Mapping[str, date] = MappingProxyType({}),
    early: str = "",
) -> Receipt:
    """Return the receipt of a draft that a release published.

    `changes` compare it with the release before; `changed` is False if it made no new release. `early` is why it was
    published before the days that states were `promised`.
    """
    return Receipt(
        release=release,
        draft=draft.draft_id,
        subject=draft.subject,
        who=who,
        at=at,
        note=note,
        file_name=draft.file_name,
        file_hash=draft.file_hash,
        base=reading.base_release or None,
        findings=reading.findings,
        left=changes.count(Sort.CONFIRMED),
        places={row.identity: row.spot for row in changes.differing if row.spot},
        confirmed=tuple((each.item, each.indicator) for each in reading.confirmations),
        promised=dict(promised),
        early=early if promised else "",
        approved_by=draft.approved_by,
        confirmed_by=who if reading.count(Severity.WARNING) else "",
        changed=changed,
    )


def published_rows(core: Core, receipt: Receipt) -> WorkbookChanges:
    """Return the rows in which the release of a receipt differs from the one before, with their rows of the workbook.

    A release is never changed, so they are read from it instead of being kept a second time.
    """
    if not receipt.changed:
        return NOTHING
    before, after = core.stored_contents(receipt.release - 1), core.stored_contents(receipt.release)
    found = rows_between(before, after, after.release.blocks)
    return replace(found, rows=tuple(replace(row, spot=receipt.places.get(row.identity, "")) for row in found.rows))


def places_of(reading: WorkbookReading) -> dict[str, RecordPositions]:
    """Return the sheet rows of a workbook: `source`, `record`, and `figure` for figures beside statements."""
    found = {"source": reading.sources_at, "record": reading.rows_at, "figure": reading.figures_at}
    return {name: place for name, place in found.items() if place is not None}


def file(core: Core, receipt: Receipt, changes: WorkbookChanges, language: str) -> bytes:
    """Return the workbook of a receipt."""
    words = words_of(language)
    return receipt_xlsx(receipt, changes, core.framework(), words, lambda each: workbook.sentence(each, words))
