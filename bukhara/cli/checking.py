"""`bukhara check`: workbooks judged, and how a reading is printed.

It loads no figures, and the store only where there is one and a workbook has something to be held against it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara import framework as framework_room
from bukhara.cli.printing import complain, followed, say, say_json
from bukhara.errors import StoreUnavailable
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.settings import KNOWN_LANGUAGES, Settings
from bukhara.workbook import Watch, inspect, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from bukhara.i18n.words import Words
    from bukhara.model.finding import Finding
    from bukhara.service import Service
    from bukhara.workbook import WorkbookReading

    Follow = Callable[[int, int], None]

ERRORS, UNREADABLE = 1, 2
_SERVICE = "bukhara.service"
# a file that may not be opened is a finding like any other, and the files after it are read
Files = Annotated[list[Path], typer.Argument(help="Workbooks (.xlsx).", metavar="FILE...", readable=False)]

# the command alone: it answers before the rest of the program would be loaded
application = typer.Typer(name="bukhara", pretty_exceptions_enable=False, add_completion=False)


@application.callback()
def _alone() -> None:
    """Read and judge workbooks."""


class _Record:
    """The record, opened for the first workbook that has something to be held against it; a check makes none."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._service: Service | None = None
        self._loading: Thread | None = None
        self._lost = False
        self.kept = settings.has_store

    def meanwhile(self, follow: Follow | None) -> Follow | None:
        """Return what follows a reading: while a long one goes on, what holds it against the record is loaded."""
        if not self.kept:
            return follow

        def told(done: int, total: int) -> None:
            if self._loading is None:
                self._loading = Thread(target=import_module, args=(_SERVICE,))
                self._loading.start()
            if follow is not None:
                follow(done, total)

        return told

    def beside(self, reading: WorkbookReading) -> WorkbookReading:
        """Return the reading as the record sees it; a record that cannot be reached is told, and the file judged."""
        if self._lost or (reading.exported is None and not (reading.statements or reading.observations)):
            return reading
        if self._service is None:
            self._service = import_module(_SERVICE).Service(self._settings)
        try:
            return self._service.beside_record(reading)
        except StoreUnavailable as trouble:
            self._lost = True
            complain(f"{trouble}\nJudged without the record: what is held against it was not checked.")
            return reading


def _known_language(language: str) -> str:
    if language not in KNOWN_LANGUAGES:
        raise typer.BadParameter(f"choose among {', '.join(KNOWN_LANGUAGES)}")
    return language


Language = Annotated[str, typer.Option("--lang", help="Language.", callback=_known_language)]


@application.command()
def check(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Read and judge workbooks; change nothing. Exit code 1 for errors, 2 for a file that is no workbook."""
    settings, words = Settings(), words_of(lang)
    framework = framework_room.load(settings.framework_file, exercise=settings.exercise)
    record, code = _Record(settings), 0
    for path in files:
        with followed(f"Checking {_shown(path)}") as follow:
            watch = Watch(progress=record.meanwhile(follow))
            reading = inspect(path, framework, rows=record.kept, watch=watch)
        reading = record.beside(reading)
        if as_json:
            say_json(as_object(path, reading, words))
        else:
            show(path, reading, words)
        code = max(code, exit_code(reading))
    raise typer.Exit(code)


def exit_code(reading: WorkbookReading) -> int:
    """Return the exit code of a reading: 0, 1 for errors, 2 for what is no workbook."""
    if not reading.readable:
        return UNREADABLE
    return ERRORS if reading.count(Severity.ERROR) else 0


def as_object(path: Path, reading: WorkbookReading, words: Words) -> dict[str, object]:
    """Return a reading as the promised JSON object."""
    return {
        "file": _shown(path),
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


def show(path: Path, reading: WorkbookReading, words: Words) -> None:
    """Print a reading, one finding a line."""
    errors, warnings = reading.count(Severity.ERROR), reading.count(Severity.WARNING)
    say(f"{_shown(path)}: {errors} errors, {warnings} warnings")
    for finding in reading.findings:
        say(line(finding, words))


def _shown(path: Path) -> str:
    # a name that is no text in any language is still printed
    return str(path).encode(errors="replace").decode()


def line(finding: Finding, words: Words) -> str:
    """Return a finding as one line: severity, place, sentence, code."""
    place = "!".join(part for part in (finding.sheet, finding.cell) if part)
    return f"  {finding.severity.value} {place}: {sentence(finding, words)} [{finding.code}]"
