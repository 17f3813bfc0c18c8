"""`bukhara framework check`: prints line and reason of each error in indicators.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli.options import Language
from bukhara.cli.printing import complain, say, say_json

application = typer.Typer(help="The framework: indicators.yaml.", no_args_is_help=True)


@application.callback()
def _framework() -> None:
    """The framework: indicators.yaml."""


@application.command("check")
def check(
    file: Annotated[Path | None, typer.Argument(help="The file (BUKHARA_FRAMEWORK_FILE).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a finding, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Validate the framework; exit code 1 where something was found."""
    from bukhara import framework
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings

    path = file or Settings().framework_file
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")
        raise typer.Exit(1) from error
    findings, words = framework.check(text), words_of(lang)
    for finding in findings:
        line, message = finding.row or 1, framework.sentence(finding, words)
        if as_json:
            say_json({"file": str(path), "line": line, "code": finding.code, "message": message})
        else:
            say(f"{path}:{line}: {message} [{finding.code}]")
    if findings:
        raise typer.Exit(1)
    complain(f"{path}: nothing found")
