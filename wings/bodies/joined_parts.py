"""Puts the parts of one workbook together that bodies of a state filled in; a row that two changed is refused."""

from collections.abc import Sequence
from dataclasses import replace

from bukhara.access import Action
from bukhara.errors import DraftConflict
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.draft import Draft
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service import Service
from bukhara.service.drafts.draft_reader import OTHER_SUBJECT
from bukhara.service.workbooks.template_contents import contents_to_answer
from bukhara.store import StoredContents
from bukhara.views.releases.row_pairs import Record, identity
from bukhara.views.releases.workbook_changes import differing
from bukhara.workbook import WorkbookContents, WorkbookReading
from bukhara.workbook.writing.template import write

BY_ITSELF = N_(
    "“{name}” takes rows out, or confirms a figure, or another part confirms rows, too. Please send it by itself."
)
TWICE = N_("“{one}” and “{other}” answer the same row differently: {row}. Please correct one of them.")
CHANGED = N_("“{one}” changes a row that release {release} has changed since: {row}. Please fill it in anew.")
Part = tuple[Draft, WorkbookReading, StoredContents]
"""A draft, its reading, and the release from which its workbook was made."""


def join(service: Service, actor: Actor, country: str, parts: Sequence[int], language: str) -> Draft:
    """Make one draft of the parts that bodies of a state filled in; the parts stay as they are."""
    service.authorize(actor, Action.UPLOAD, country)
    found: list[Part] = []
    drafts = service.drafts
    for draft in (drafts.draft(actor, each) for each in dict.fromkeys(parts)):
        if draft.subject != country:
            raise DraftConflict(OTHER_SUBJECT)
        reading = drafts.reader.sound(draft).reading
        found.append((draft, reading, service.stored_contents(reading.base_release or draft.base or 1)))
    made = joined(contents_to_answer(service, country, language), found, service.newest())
    name = f"{country}-{len(found)}-parts.xlsx"
    return drafts.receive(actor, name, write(made, words_of(language)), subject=country)


def joined(contents: WorkbookContents, parts: Sequence[Part], newest: StoredContents) -> WorkbookContents:
    """Return the accepted rows of a state with what its parts change or add, or one confirms, whose letter is first."""
    if len(parts) < 2:
        raise DraftConflict(N_("Please tick two parts or more."))
    now, given, confirmed = _rows(newest), dict[str, tuple[str, Record]](), contents.confirmed
    for draft, reading, base in sorted(parts, key=lambda each: not each[1].confirmed):
        marked = [reading.statements[n : n + 1] for n in reading.confirmed]
        if reading.taken_out or not all(marked) or (marked and confirmed):
            raise DraftConflict(BY_ITSELF, name=draft.file_name)
        confirmed |= {row.indicator for rows in marked for row in rows}
        before = _rows(base)
        rows: tuple[Record, ...] = (*reading.statements, *reading.observations, *reading.sources)
        for row in rows:
            key = identity(row)
            if key in before and not _differs(before[key], row):
                continue
            other, name = given.get(key), draft.file_name
            if other and _differs(other[1], row):
                raise DraftConflict(TWICE, one=other[0], other=name, row=_name(row))
            if key in now and (key not in before or _differs(before[key], now[key])) and _differs(now[key], row):
                raise DraftConflict(CHANGED, one=name, release=str(newest.release.number), row=_name(row))
            given[key] = name, row
    found = _rows(contents) | {key: row for key, (_, row) in given.items()}
    return replace(
        contents,
        statements=tuple(row for row in found.values() if isinstance(row, Statement)),
        observations=tuple(row for row in found.values() if isinstance(row, Observation)),
        sources=tuple(row for row in found.values() if isinstance(row, Source)),
        confirmed=confirmed,
        questions=(),
        figure_questions=(),
    )


def _rows(held: StoredContents | WorkbookContents) -> dict[str, Record]:
    rows: tuple[Record, ...] = (*held.statements, *held.observations, *held.sources)
    return {identity(row): row for row in rows}


def _differs(before: Record, row: Record) -> bool:
    """Return whether a row says something else; a template leaves out the note of the secretariat."""
    return any(each.column != "note" or each.after for each in differing(before, row))


def _name(row: Record) -> str:
    return row.source_id if isinstance(row, Source) else f"{row.indicator}, {row.source_id}"
