"""Receipts: made from a reading and its changes, and written as xlsx or pdf."""

from datetime import datetime

from bukhara import workbook
from bukhara.exports.receipt import Receipt
from bukhara.exports.receipt_entries import entries
from bukhara.exports.receipt_files import receipt_pdf, receipt_xlsx
from bukhara.exports.receipt_printed import printed
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.model.draft import Draft
from bukhara.model.framework import Framework
from bukhara.model.record_positions import RecordPositions
from bukhara.views.workbook_changes import WorkbookChanges
from bukhara.workbook import WorkbookReading

_FORMATS = {"xlsx": receipt_xlsx, "pdf": receipt_pdf}
PRINTED = 300
"""The most entries of one outcome in a PDF: each takes half a megabyte of memory while the page is made."""


def receipt_of(
    draft: Draft,
    reading: WorkbookReading,
    changes: WorkbookChanges | None,
    *,
    release: int | None,
    changed: bool,
    who: str,
    at: datetime,
    note: str,
) -> Receipt:
    """Return the receipt of a draft; without `changes` and `release` it is the receipt of an unpublished workbook.

    `changes` compare it with the release before; `changed` is False if it made no new release.
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
        entries=entries(changes, reading.findings, places_of(reading)),
        approved_by=draft.approved_by,
        confirmed_by=who if release is not None and reading.count(Severity.WARNING) else "",
        changed=changed,
    )


def places_of(reading: WorkbookReading) -> dict[str, RecordPositions]:
    """Return the sheet rows of a workbook: `source`, `record`, and `figure` for figures beside statements."""
    found = {"source": reading.sources_at, "record": reading.rows_at, "figure": reading.figures_at}
    return {name: place for name, place in found.items() if place is not None}


def file(receipt: Receipt, kind: str, framework: Framework, language: str) -> bytes:
    """Return a receipt as `xlsx` or `pdf`; raise KeyError for any other kind."""
    words = words_of(language)
    most = PRINTED if kind == "pdf" else None
    document = printed(receipt, framework, words, lambda finding: workbook.sentence(finding, words), most)
    return _FORMATS[kind](document)
