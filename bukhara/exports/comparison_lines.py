"""The differences between two releases as lines of words; rows are described like those of a workbook."""

from collections.abc import Iterator

from bukhara.exports.change_lines import about, values
from bukhara.i18n import comparisons as sentences
from bukhara.i18n.changes import sort_text
from bukhara.i18n.effects import cell_text
from bukhara.i18n.revisions import edition_text, new_text, old_text
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.revision import EditionRevisions
from bukhara.progress.moves import Move
from bukhara.views.marks import mark
from bukhara.views.release_changes import ReleaseChanges
from bukhara.views.workbook_changes import RowChange, Sort


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
        yield sentences.same_text(found.before, found.after, words)
    for change in found.framework:
        yield sentences.framework_text(change.name, change.before, change.after, words)
    for cell in found.moved:
        yield _cell(cell, framework, words)
    for each in found.remarks:
        kind = type(each.remark).__name__.lower()
        yield sentences.remark_text(kind, sort_text(each.sort.value, words), each.remark.country, words)
    for edition in found.editions:
        yield from _edition(edition, framework, words)
    for block in found.blocks:
        yield ""
        yield "/".join((block.kind, block.country, block.source_id))
        for row in block.rows:
            yield from (f"  {line}" for line in row_lines(row, framework, words))


def _edition(edition: EditionRevisions, framework: Framework, words: Words) -> Iterator[str]:
    yield ""
    yield edition_text(edition, words)
    if edition.older is not None:
        for each in edition.revisions:
            shown = f"{old_text(each, words)} → {new_text(each, words)}"
            yield f"  {about(each.figure, framework, words)}: {shown}"


def _cell(moved: Move, framework: Framework, words: Words) -> str:
    places = {place.code: place for place in framework.countries + framework.regions}
    items = {item.id: item for item in framework.items}
    state = words.text(places[moved.country].short) if moved.country in places else moved.country
    theme = words.text(items[moved.item].name) if moved.item in items else moved.item
    before, after = (cell_text(mark(cell), cell.since, words) for cell in (moved.before, moved.after))
    return sentences.cell_line(state, theme, before, after, words)
