"""`bukhara diff`: the changes that publishing a workbook would make to rows and pages, old and new side by side."""

from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli import OUTDATED, options
from bukhara.cli.options import Language
from bukhara.cli.printing import say, say_json, waiting


def diff(
    file: Annotated[Path, typer.Argument(help="A workbook (.xlsx).", metavar="FILE", readable=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    lang: Language = "en",
) -> None:
    """Say what publishing FILE would change and how the scorecard would move; nothing is changed.

    `--json` has one list of changes: row, field, before, after, and whether it is as readers see it or as it is stored.
    Exit code 1 for errors in it, 2 where it is no workbook, 3 where the same rows were changed after its base release.
    """
    from bukhara.cli import diff_text, reading_text
    from bukhara.i18n.words import words_of
    from bukhara.service.drafts.impact import impact_of

    service, words = options.current_service(), words_of(lang)
    with waiting("Reading the workbook"):
        reading = service.check(file)
    code = reading_text.exit_code(reading)
    judged = reading_text.as_object(file, reading, words)
    if code:
        say_json(judged) if as_json else reading_text.show(file, reading, words)
        raise typer.Exit(code)
    with waiting("Comparing"):
        found = impact_of(service, reading, f"diff:{file.name}")
    if as_json:
        say_json({**judged, **diff_text.as_json(found, service.framework(), words)})
    else:
        if reading.findings:
            reading_text.show(file, reading, words)
            say("")
        diff_text.show(found, service.framework(), words)
    raise typer.Exit(OUTDATED if found.between else 0)
