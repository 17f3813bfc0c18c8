"""`bukhara diff`: what publishing a workbook would change, old and new side by side, and what a reader would see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import checking
from bukhara.cli.foreseen_json import effect_json, release_json, row_json
from bukhara.cli.printing import complain, say, say_json, waiting
from bukhara.cli.record import current_service
from bukhara.exports.comparison_lines import row_lines
from bukhara.exports.effect_lines import lines
from bukhara.i18n.changes import counts_text
from bukhara.i18n.effects import NOTHING
from bukhara.i18n.words import words_of
from bukhara.service.drafts.impact import Foreseen, foreseen
from bukhara.views.workbook_changes import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.i18n.words import Words
    from bukhara.model.framework import Framework
    from bukhara.views.workbook_changes import RowChange, WorkbookChanges

OUTDATED = 3
TOLD = (Sort.ADDED, Sort.CHANGED, Sort.REMOVED)


def diff(
    file: Annotated[Path, typer.Argument(help="A workbook (.xlsx).", metavar="FILE", readable=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    lang: checking.Language = "en",
) -> None:
    """Say what publishing FILE would change and how the scorecard would move; nothing is changed.

    Exit code 1 for errors in it, 2 where it is no workbook, 3 where the same rows were changed after its base release.
    """
    service, words = current_service(), words_of(lang)
    with waiting("Reading the workbook"):
        reading = service.check(file)
    code = checking.exit_code(reading)
    judged = checking.as_object(file, reading, words)
    if code:
        say_json(judged) if as_json else checking.show(file, reading, words)
        raise typer.Exit(code)
    with waiting("Comparing"):
        found = foreseen(service, reading, f"diff:{file.name}")
    if as_json:
        say_json({**judged, **_as_json(found)})
    else:
        if reading.findings:
            checking.show(file, reading, words)
            say("")
        _Printer(service.framework(), words).show(found)
    raise typer.Exit(OUTDATED if found.between else 0)


def _as_json(found: Foreseen) -> dict[str, object]:
    return {
        "base": found.base,
        "newest": found.newest,
        "nothing": found.changes.nothing,
        "changes": {sort.value: found.changes.count(sort) for sort in Sort},
        "rows": _rows_json(found.changes),
        "without_reason": len(found.changes.without_reason),
        "effect": effect_json(found.effect) if found.effect else None,
        "between": [release_json(release) for release in found.between],
        "theirs": _rows_json(found.theirs) if found.theirs else [],
    }


def _rows_json(changes: WorkbookChanges) -> list[dict[str, object]]:
    return [row_json(row) for row in changes.rows if row.sort is not Sort.CONFIRMED]


class _Printer:
    """Prints what was found, in one language."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self.framework = framework
        self.words = words

    def show(self, found: Foreseen) -> None:
        """Print the counts, the rows, then the effect, or who came between."""
        changes = found.changes
        added, changed, removed, confirmed = (changes.count(sort) for sort in Sort)
        say(counts_text(added, changed, removed, confirmed, self.words))
        if changes.nothing:
            say(self.words("The workbook says what the record says already."))
        self._rows(row for sort in TOLD for row in changes.of(sort))
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

    def _effect(self, found: Foreseen) -> None:
        assert found.effect is not None, "nobody came between"
        for part in lines(found.effect, self.framework, self.words):
            say("")
            say(part.heading)
            for sentence in part.sentences:
                say(f"  {sentence}")
        if found.effect.nothing:
            say("")
            say(self.words(NOTHING))

    def _between(self, found: Foreseen) -> None:
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
