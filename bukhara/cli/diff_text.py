"""The changes that publishing a workbook would make, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bukhara.cli.changes_json import effect_json, release_json, row_json
from bukhara.cli.printing import complain, say
from bukhara.exports.comparison_lines import row_lines
from bukhara.exports.seen_rows import NOTHING, seen_rows
from bukhara.i18n.changes import counts_text
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.views.workbook_changes import RowChange, Sort, WorkbookChanges

if TYPE_CHECKING:
    from bukhara.service.drafts.impact import Impact

_SHOWN = (Sort.ADDED, Sort.CHANGED, Sort.REMOVED)


def as_json(found: Impact, framework: Framework, words: Words) -> dict[str, object]:
    """Return the changes as the documented JSON object."""
    return {
        "base": found.base,
        "newest": found.newest,
        "nothing": found.changes.nothing,
        "changes": {sort.value: found.changes.count(sort) for sort in Sort},
        "rows": _rows_json(found.changes),
        "without_reason": len(found.changes.without_reason),
        "effect": effect_json(found.effect, seen_rows(found.effect, framework, words)) if found.effect else None,
        "between": [release_json(release) for release in found.between],
        "theirs": _rows_json(found.theirs) if found.theirs else [],
    }


def _rows_json(changes: WorkbookChanges) -> list[dict[str, object]]:
    return [row_json(row) for row in changes.rows if row.sort is not Sort.CONFIRMED]


class Printer:
    """Prints the changes in one language."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self.framework = framework
        self.words = words

    def show(self, found: Impact) -> None:
        """Print the counts, the rows, then the effect, or the conflicting releases."""
        changes = found.changes
        added, changed, removed, confirmed = (changes.count(sort) for sort in Sort)
        say(counts_text(added, changed, removed, confirmed, self.words))
        if changes.nothing:
            say(self.words("The workbook has nothing new."))
        self._rows(row for sort in _SHOWN for row in changes.of(sort))
        if changes.without_reason:
            say("")
            say(
                self.words.plural(
                    "{n} value was overwritten without a reason for the change.",
                    "{n} values were overwritten without a reason for the change.",
                    len(changes.without_reason),
                )
            )
        if found.between:
            self._between(found)
        elif not changes.nothing:
            self._effect(found)

    def _rows(self, rows: Iterable[RowChange]) -> None:
        for row in rows:
            say("")
            for line in row_lines(row, self.framework, self.words):
                say(line)

    def _effect(self, found: Impact) -> None:
        assert found.effect is not None, "nobody came between"
        say("")
        for row in seen_rows(found.effect, self.framework, self.words):
            say(f"{row.about}: {row.before or '–'} → {row.after or '–'}")
            if row.remark:
                say(f"  {row.remark}")
        if found.effect.nothing:
            say("")
            say(self.words(NOTHING))

    def _between(self, found: Impact) -> None:
        complain(
            self.words(
                "The same rows were changed after release {base}, from which the workbook was made. Came between:",
                base=found.base,
            )
        )
        for release in found.between:
            when = release.created_at.strftime("%Y-%m-%d %H:%M UTC")
            complain(f"  {release.number}  {when}  {release.actor}  {release.note}  {', '.join(release.blocks)}")
        say("")
        say(self.words("What they did to these rows:"))
        theirs = found.theirs.rows if found.theirs else ()
        self._rows(row for row in theirs if row.sort is not Sort.CONFIRMED)
