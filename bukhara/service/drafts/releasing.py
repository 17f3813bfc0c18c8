"""A draft becomes a release: rows, receipt, state and trail in the one transaction that is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.exports.receipt import to_text
from bukhara.model.draft import DraftState
from bukhara.service.core import submission
from bukhara.service.drafts import receipts
from bukhara.service.drafts.preview import workbook_changes
from bukhara.service.drafts.warnings_ack import confirmed
from bukhara.store import drafts, publishing, reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from bukhara.model.draft import Draft
    from bukhara.store import Edition, StoredContents
    from bukhara.workbook import WorkbookReading

    Held = Callable[[int], StoredContents]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the reader makes of a draft's file, under the framework that the release would have."""

    reading: WorkbookReading
    edition: Edition


def release(
    connection: Connection, draft: Draft, judged: Judged, held: Held, *, actor: str, note: str, now: datetime
) -> Draft:
    """Publish what the draft changes and close it; it has no release where it changes nothing.

    `held` reads a release. Raises BaseOutdated where the same rows were changed after the draft's base.
    """
    before, asked = reading.latest(connection), submission(judged.reading)
    assert before is not None, "drafts lie beside a record"
    changed = workbook_changes(held(before), asked, held=held, places=receipts.places_of(judged.reading))
    detail = {
        "draft": draft.draft_id,
        "file": draft.file_hash,
        "made_by": draft.created_by,
        "submitted_by": draft.submitted_by,
        "approved_by": draft.approved_by,
        **confirmed(judged.reading),
    }
    stamp = publishing.Stamp(actor=actor, note=note, now=now, edition=judged.edition, detail=detail)
    number = publishing.publish(connection, [asked], stamp)
    is_new = number != before
    receipt = receipts.made(
        draft, judged.reading, changed, release=number, changed=is_new, who=actor, at=now, note=note
    )
    drafts.keep_receipt(connection, draft.draft_id, number, to_text(receipt))
    drafts.drop_file(connection, draft.draft_id)
    made = number if is_new else None
    return drafts.move(connection, draft, state=DraftState.PUBLISHED, release=made, note=note)
