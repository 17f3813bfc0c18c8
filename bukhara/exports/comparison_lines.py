"""The differences between two releases as lines of words; rows are described like those of a workbook."""

from collections.abc import Iterator

from bukhara.exports.change_lines import about, values
from bukhara.exports.seen_rows import moved_rows
from bukhara.i18n.changes import EMPTY, sort_text
from bukhara.i18n.revisions import edition_text, new_text, old_text
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.views.release_changes import ReleaseChanges
from bukhara.views.workbook_changes import RowChange, Sort

REMARKS = {
    "request": N_("{state}: a request, {sort}"),
    "reply": N_("{state}: a reply of the state, {sort}"),
    "decision": N_("{state}: a decision on a difference between sources, {sort}"),
}


def row_lines(row: RowChange, framework: Framework, words: Words) -> Iterator[str]:
    """Yield the change of a row, then its fields with old and new values."""
    cell = f"{row.spot.sheet}, {row.spot.row}: " if row.spot.row else ""
    yield f"{sort_text(row.sort.value, words)}: {cell}{about(row.record, framework, words)}"
    for field in row.fields:
        column, before, after = values(field, framework, words)
        shown = {Sort.ADDED: after, Sort.REMOVED: before}.get(row.sort, f"{before} → {after}")
        yield f"  {column}: {shown}"


def comparison_lines(found: ReleaseChanges, framework: Framework, words: Words) -> Iterator[str]:
    """Yield every difference: framework, cells, remarks, then the rows by block."""
    if found.nothing:
        yield words("Releases {before} and {after} have the same data.", before=found.before, after=found.after)
    for change in found.framework:
        yield _framework(change.name, change.before, change.after, words)
    for moved in moved_rows(found.moved, framework, words):
        yield f"{moved.about}: “{moved.before}” → “{moved.after}”"
    for each in found.remarks:
        message = REMARKS[type(each.remark).__name__.lower()]
        yield words(message, state=each.remark.country, sort=sort_text(each.sort.value, words))
    for edition in found.editions:
        yield from _edition(edition, framework, words)
    for block in found.blocks:
        yield ""
        yield "/".join((block.kind, block.country, block.source_id))
        for row in block.rows:
            yield from (f"  {line}" for line in row_lines(row, framework, words))


def _framework(name: str, before: str, after: str, words: Words) -> str:
    """Return the line for a version, parameter or item that differs, by its name in indicators.yaml."""
    what = name.removeprefix("method.").removeprefix("item.")
    if name.startswith("item.") and before == after:
        return words("Framework, {name}: worded otherwise", name=what)
    none = words(EMPTY)
    return words("Framework, {name}: {before} → {after}", name=what, before=before or none, after=after or none)


def _edition(edition: EditionRevisions, framework: Framework, words: Words) -> Iterator[str]:
    yield ""
    yield edition_text(edition, words)
    if edition.older is not None:
        for each in edition.revisions:
            shown = f"{old_text(each, words)} → {new_text(each, words)}"
            yield f"  {about(each.figure, framework, words)}: {shown}"
