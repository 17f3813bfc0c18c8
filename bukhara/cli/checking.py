"""`bukhara check`: judges workbooks beside the record, if there is one, and makes none; `bukhara explain`: findings."""

from __future__ import annotations

from typing import Annotated

import typer

from bukhara.cli.options import Files, Language
from bukhara.cli.printing import complain, followed, say, say_json
from bukhara.errors import StoreUnavailable


def check(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Read and judge workbooks; change nothing. Exit code 1 for errors, 2 for a file that is no workbook."""
    from bukhara.cli import reading_text
    from bukhara.framework import load
    from bukhara.i18n.words import words_of
    from bukhara.service import Service
    from bukhara.service.workbooks.record_comparison import beside_record
    from bukhara.settings import Settings
    from bukhara.workbook.reading.inspection import Watch, inspect

    settings, words = Settings(), words_of(lang)
    framework = load(settings.framework_file, exercise=settings.exercise)
    record, code = Service(settings) if settings.has_store else None, 0
    for path in files:
        with followed(f"Checking {reading_text.printable(path)}") as follow:
            reading = inspect(path, framework, rows=settings.has_store, watch=Watch(progress=follow))
        try:
            reading = beside_record(record, reading) if record else reading
        except StoreUnavailable as trouble:
            record = None
            complain(f"{trouble}\nJudged without the record: what is held against it was not checked.")
        if as_json:
            say_json(reading_text.as_object(path, reading, words))
        else:
            reading_text.show(path, reading, words)
        code = max(code, reading_text.exit_code(reading))
    raise typer.Exit(code)


def explain(
    code: Annotated[str, typer.Argument(help="Code of a finding; without it, every code.")] = "",
    lang: Language = "en",
) -> None:
    """Say what a finding of a workbook or of indicators.yaml means; “…” is what the finding itself names."""
    from bukhara.framework.sentences import SENTENCES
    from bukhara.i18n.words import words_of
    from bukhara.workbook.findings import meaning, meanings

    words = words_of(lang)
    known = {each: f"{weight}. {text}" for each, weight, text in meanings(words)}
    known |= {each: meaning(text, words) for each, text in SENTENCES.items()}
    if code and code not in known:
        raise typer.BadParameter("there is no such code; without a code, all are listed", param_hint="CODE")
    for each in [code] if code else known:
        say(f"{each}: {known[each]}")
