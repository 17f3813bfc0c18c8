"""Shows accepted statements in the language of a workbook, and takes them back as the record has them; pure."""

from collections.abc import Iterable
from dataclasses import replace

from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT, Text
from bukhara.workbook import WorkbookContents, WorkbookReading


def in_language(row: Statement, language: str) -> Statement:
    """Return a statement with its translation into a language first and the original beside it, if there is one."""
    text, found = row.text_in(language)
    if found == row.lang:
        return row
    others = (each for each in row.statement_translation.by_language if each[0] != found)
    beside = Text(((row.lang, row.statement), *others))
    return replace(row, statement=text, lang=found, statement_translation=beside)


def shown_in(contents: WorkbookContents, language: str) -> WorkbookContents:
    """Return the contents of a workbook with its accepted statements in the language of the file."""
    return replace(contents, statements=tuple(in_language(row, language) for row in contents.statements))


def as_held(reading: WorkbookReading, held: Iterable[Statement]) -> WorkbookReading:
    """Return a reading with its rows in the language of the record; a reworded one has no translation from before."""
    by_id = {row.evidence_id: row for row in held}
    rows = (_as_held(row, by_id[row.evidence_id]) if row.evidence_id in by_id else row for row in reading.statements)
    return replace(reading, statements=tuple(rows))


def _as_held(row: Statement, held: Statement) -> Statement:
    shown = in_language(held, row.lang)
    if row.lang == held.lang or str(row.statement_translation) != str(shown.statement_translation):
        return row
    if row.statement != shown.statement:
        return replace(row, statement_translation=NO_TEXT)
    kept = {name: getattr(held, name) for name in ("statement", "lang", "statement_translation")}
    return replace(row, **kept)
