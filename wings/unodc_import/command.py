"""`bukhara import`: the file of another body -> a workbook of this project."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli import ERRORS, UNREADABLE
from bukhara.cli.printing import complain, say, waiting
from bukhara.errors import Refused

application = typer.Typer(help="Files of other bodies as workbooks.", no_args_is_help=True)


@application.callback()
def _import() -> None:
    """Files of other bodies as workbooks."""


@application.command("glotip")
def glotip(
    file: Annotated[Path, typer.Argument(help="UNODC's file (.csv or .xlsx), of the world or cut down.", exists=True)],
    output: Annotated[Path, typer.Option("-o", "--output", help="Workbook to write.")],
    edition: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of the edition, if the file carries none.")
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the source; by default it names the edition.")] = "",
) -> None:
    """Turn UNODC's figures (GLOTIP) into a statistics workbook and name every row that is left out.

    Exit code 1 if rows of the states are left out, 2 if the file cannot be read.
    """
    from bukhara import framework
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings
    from bukhara.workbook.writing.template import write
    from wings.unodc_import import glotip as importer

    known, words = framework.load(Settings().framework_file), words_of("en")
    try:
        with waiting("Reading the file"):
            found = importer.read_glotip(file, known)
    except Refused as refused:
        complain(f"{file}: {refused.reason}")
        raise typer.Exit(UNREADABLE) from refused
    day = edition.date() if edition else found.edition
    if day is None:
        raise typer.BadParameter(words(importer.NO_EDITION), param_hint="--edition")
    with waiting("Writing the workbook"):
        output.write_bytes(write(importer.as_contents(found, known, edition=day, title=title), words))
    say(str(output))
    for (country, indicator), count in found.counts.items():
        complain(f"{country} {indicator}: {count} rows")
    complain(f"Imported: {len(found.observations)} rows, {found.masked} of them masked (<5).")
    complain(
        f"Left out: {found.other_countries} rows of other countries, {len(found.left_out)} that are not known here."
    )
    for row in found.left_out:
        complain(f"  row {row.number}, {row.column}: “{row.text}” is not a word or number of this column.")
    if found.left_out:
        raise typer.Exit(ERRORS)
