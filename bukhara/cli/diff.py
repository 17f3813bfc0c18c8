"""`bukhara diff`: the changes that publishing a workbook would make to rows and pages, old and new side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import OUTDATED, options
from bukhara.cli.options import Language
from bukhara.cli.printing import complain, say, waiting

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.framework import Framework
    from bukhara.service.drafts.impact import Beside
    from bukhara.views.releases.effect import Effect


def diff(
    file: Annotated[Path, typer.Argument(help="A workbook (.xlsx).", metavar="FILE", readable=False)],
    lang: Language = "en",
) -> None:
    """Say what publishing FILE would change and how the scorecard would move; nothing is changed.

    Exit code 1 for errors in it, 2 where it is no workbook, 3 where the same rows were changed after its base release.
    """
    from bukhara.cli import reading_text
    from bukhara.i18n.words import words_of
    from bukhara.service.drafts.impact import beside_of
    from bukhara.service.drafts.preview import effect_of
    from bukhara.service.publish_result import as_submission

    service, words = options.current_service(), words_of(lang)
    with waiting("Reading the workbook"):
        reading = service.check(file)
    code = reading_text.exit_code(reading)
    if reading.findings or code:
        reading_text.show(file, reading, words)
    if code:
        raise typer.Exit(code)
    if reading.findings:
        say("")
    with waiting("Comparing"):
        found = beside_of(service, reading)
        seen = None if found.between else effect_of(service, [as_submission(reading)], f"diff:{file.name}")
    _show(found, seen, service.framework(), words)
    if found.between:
        _show_between(found, reading.base_release or 0, words)
        raise typer.Exit(OUTDATED)


def _show(found: Beside, effect: Effect | None, framework: Framework, words: Words) -> None:
    """Print the counts, the rows, then what readers would see, if it can be published."""
    from bukhara.exports.change_table import as_text, lines_of
    from bukhara.exports.seen_rows import NOTHING, seen_rows
    from bukhara.i18n.changes import counts_text
    from bukhara.views.releases.workbook_changes import Sort

    changes = found.changes
    added, changed, removed, confirmed = (changes.count(sort) for sort in Sort)
    say(counts_text(added, changed, removed, confirmed, words))
    if changes.nothing:
        say(words("The workbook has nothing new."))
    for line in as_text(lines_of(changes.differing, framework, words)):
        say(line)
    if effect and not changes.nothing:
        say(words(NOTHING) if effect.nothing else "")
        for line in as_text(seen_rows(effect, framework, words)):
            say(line)


def _show_between(found: Beside, base: int, words: Words) -> None:
    from bukhara.cli.releases import release_line

    complain(
        words(
            "The same rows were changed after release {base}, from which the workbook was made. Came between:",
            base=base,
        )
    )
    for release in found.between:
        complain(f"  {release_line(release)}")
        for block in release.blocks:
            complain(f"    {block}")
