"""`bukhara framework check`: errors in indicators.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import ERRORS
from bukhara.cli.options import Language
from bukhara.cli.printing import complain, say

if TYPE_CHECKING:
    from bukhara.model.finding import Finding
    from bukhara.model.observation import Observation
    from bukhara.model.statement import Statement

application = typer.Typer(help="The framework: indicators.yaml.", no_args_is_help=True)


@application.callback()
def _framework() -> None:
    """The framework: indicators.yaml."""


@application.command("check")
def check(
    file: Annotated[Path | None, typer.Argument(help="The file (BUKHARA_FRAMEWORK_FILE).")] = None,
    declaration: Annotated[
        Path | None, typer.Option("--declaration", help="Text of the Declaration, to compare the articles with.")
    ] = None,
    lang: Language = "en",
) -> None:
    """Validate the framework; exit code 1 where something was found.

    Rows that `moved` names are looked up in the store, if there is one.
    """
    from bukhara import framework
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings

    path = file or Settings().framework_file
    text = _text_of(path)
    findings = framework.check(text, _text_of(declaration) if declaration else None) or _missing_rows(text)
    words = words_of(lang)
    for finding in findings:
        say(f"{path}:{finding.row or 1}: {framework.sentence(finding, words)} [{finding.code}]")
    if findings:
        raise typer.Exit(ERRORS)
    complain(f"{path}: nothing found")


def _missing_rows(text: str) -> tuple[Finding, ...]:
    """Return the findings about rows to move that the record does not have; none without a store."""
    from bukhara import framework
    from bukhara.service import Service
    from bukhara.settings import Settings

    settings = Settings()
    if not settings.has_store or not any(item.moved for item in framework.parse(text).items):
        return ()
    held = Service(settings).newest()
    rows: tuple[Statement | Observation, ...] = (*held.statements, *held.observations)
    return framework.missing_rows(text, {(row.indicator, row.source_id, row.source_locator) for row in rows})


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")
        raise typer.Exit(ERRORS) from error
