"""`bukhara template`, `check` and `publish`: workbooks out, judged, and in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli.printing import complain, followed, say, say_json, waiting
from bukhara.i18n.words import Words, words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.service import Service
from bukhara.settings import KNOWN_LANGUAGES, Settings
from bukhara.workbook import sentence

if TYPE_CHECKING:
    from bukhara.model.finding import Finding
    from bukhara.service import Checked
    from bukhara.workbook import WorkbookReading

ERRORS, UNREADABLE = 1, 2
Files = Annotated[list[Path], typer.Argument(help="Workbooks (.xlsx).", metavar="FILE...")]


def _known_language(language: str) -> str:
    if language not in KNOWN_LANGUAGES:
        raise typer.BadParameter(f"choose among {', '.join(KNOWN_LANGUAGES)}")
    return language


Language = Annotated[str, typer.Option("--lang", help="Language.", callback=_known_language)]


def template(
    subject: Annotated[str, typer.Argument(metavar="COUNTRY|statistics|partners", help="Whose workbook.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
    lang: Language = "en",
    empty: Annotated[bool, typer.Option("--empty", help="Without the last accepted values.")] = False,
) -> None:
    """Write the workbook that a country, or the secretariat, fills in."""
    service = Service(Settings())
    name = subject.lower() if subject.lower() in set(WorkbookKind) else subject.upper()
    places = service.framework()
    known = [place.code for place in (*places.countries, *places.regions)]
    choices = [*known, WorkbookKind.STATISTICS.value, WorkbookKind.PARTNERS.value]
    if name not in choices:
        raise typer.BadParameter(f"{subject} is none of {', '.join(choices)}")
    with waiting("Writing the workbook"):
        made = service.template(name, lang, empty=empty)
    path = output or Path(f"{name}.xlsx")
    if str(path) == "-":
        sys.stdout.buffer.write(made)
        return
    path.write_bytes(made)
    say(str(path))


def check(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Read and judge workbooks; change nothing. Exit code 1 for errors, 2 for a file that is no workbook."""
    service = Service(Settings())
    words = words_of(lang)
    code = 0
    for path in followed(files, "Checking"):
        reading = service.check(path)
        if as_json:
            say_json(_as_json(path, reading, words))
        else:
            _print(path, reading, words)
        code = max(code, _exit_code(reading))
    raise typer.Exit(code)


def publish(
    files: Files,
    actor: Annotated[str, typer.Option("--as", metavar="USER", help="Who publishes.")],
    note: Annotated[str, typer.Option(help="Why, in a sentence.")],
) -> None:
    """Publish workbooks together in one transaction and print the number of the release."""
    for name, value in (("--as", actor), ("--note", note)):
        if not value.strip():
            raise typer.BadParameter(f"{name} is empty")
    with waiting("Publishing"):
        outcome = Service(Settings()).publish(files, actor, note)
    if outcome.release is None:
        _refuse(outcome.checked)
    else:
        say(str(outcome.release.number))
        complain("Published." if outcome.changed else "Nothing changed: no new release was made.")


def _refuse(checked: tuple[Checked, ...]) -> None:
    for each in checked:
        if not each.reading.acceptable:
            complain(f"{each.path}: not published")
            for finding in each.reading.findings:
                complain(_line(finding, words_of("en")))
    raise typer.Exit(max(_exit_code(each.reading) for each in checked))


def _exit_code(reading: WorkbookReading) -> int:
    if not reading.readable:
        return UNREADABLE
    return ERRORS if reading.count(Severity.ERROR) else 0


def _as_json(path: Path, reading: WorkbookReading, words: Words) -> dict[str, object]:
    return {
        "file": str(path),
        "readable": reading.readable,
        "counts": {severity.value: reading.count(severity) for severity in Severity},
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "sheet": finding.sheet,
                "cell": finding.cell,
                "row": finding.row,
                "column": finding.column,
                "value": finding.value,
                "message": sentence(finding, words),
            }
            for finding in reading.findings
        ],
    }


def _print(path: Path, reading: WorkbookReading, words: Words) -> None:
    errors, warnings = reading.count(Severity.ERROR), reading.count(Severity.WARNING)
    say(f"{path}: {errors} errors, {warnings} warnings")
    for finding in reading.findings:
        say(_line(finding, words))


def _line(finding: Finding, words: Words) -> str:
    place = "!".join(part for part in (finding.sheet, finding.cell) if part)
    return f"  {finding.severity.value} {place}: {sentence(finding, words)} [{finding.code}]"
