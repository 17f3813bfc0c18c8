"""`bukhara check`: checks workbooks; the store is opened only if it exists and a workbook can be compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli.options import Files, Language
from bukhara.cli.printing import complain, followed, say_json
from bukhara.errors import StoreUnavailable

if TYPE_CHECKING:
    from bukhara.service import Service
    from bukhara.settings import Settings
    from bukhara.workbook import WorkbookReading


class _Record:
    """The service on an existing store, opened for the first workbook that needs it; a check never creates a store."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._service: Service | None = None
        self._lost = False
        self.kept = settings.has_store

    def beside(self, reading: WorkbookReading) -> WorkbookReading:
        """Return the reading with findings from the record; without a readable store, complain and return it as is."""
        if self._lost or (reading.exported is None and not (reading.statements or reading.observations)):
            return reading
        from bukhara.service import Service
        from bukhara.service.record_comparison import beside_record

        if self._service is None:
            self._service = Service(self._settings)
        try:
            return beside_record(self._service, reading)
        except StoreUnavailable as trouble:
            self._lost = True
            complain(f"{trouble}\nJudged without the record: what is held against it was not checked.")
            return reading


def check(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Read and judge workbooks; change nothing. Exit code 1 for errors, 2 for a file that is no workbook."""
    from bukhara.cli import reading_text
    from bukhara.framework import load
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings
    from bukhara.workbook import Watch, inspect

    settings, words = Settings(), words_of(lang)
    framework = load(settings.framework_file, exercise=settings.exercise)
    record, code = _Record(settings), 0
    for path in files:
        with followed(f"Checking {reading_text.printable(path)}") as follow:
            watch = Watch(progress=follow)
            reading = inspect(path, framework, rows=record.kept, watch=watch)
        reading = record.beside(reading)
        if as_json:
            say_json(reading_text.as_object(path, reading, words))
        else:
            reading_text.show(path, reading, words)
        code = max(code, reading_text.exit_code(reading))
    raise typer.Exit(code)
