"""`bukhara framework check`: says line and reason of what is wrong in indicators.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bukhara import framework as framework_room
from bukhara.cli.printing import complain, say
from bukhara.i18n.words import words_of
from bukhara.settings import Settings

application = typer.Typer(help="The framework: indicators.yaml.", no_args_is_help=True)


@application.callback()
def _framework() -> None:
    """The framework: indicators.yaml."""


@application.command("check")
def check(
    file: Annotated[Path | None, typer.Argument(help="The file (BUKHARA_FRAMEWORK_FILE).")] = None,
    lang: Annotated[str, typer.Option(help="Language of the sentences.")] = "en",
) -> None:
    """Validate the framework; exit code 1 where something was found."""
    path = file or Settings().framework_file
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{path}: cannot be read ({error})")
        raise typer.Exit(1) from error
    findings = framework_room.check(text)
    for finding in findings:
        say(f"{path}:{finding.row or 1}: {framework_room.sentence(finding, words_of(lang))} [{finding.code}]")
    if findings:
        raise typer.Exit(1)
    complain(f"{path}: nothing found")
