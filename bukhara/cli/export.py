"""`bukhara export` and `bukhara pack`: the open data, and the slides of a panel or of one state, as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import options
from bukhara.cli.options import Language
from bukhara.cli.printing import deliver, waiting
from bukhara.exports.formats import FORMATS, format_of
from bukhara.exports.tables import TABLES

What = StrEnum("What", {name.upper(): name for name in TABLES})  # type: ignore[misc]
Format = StrEnum("Format", {name.upper(): name for name in FORMATS})  # type: ignore[misc]


def export(
    what: Annotated[What, typer.Argument(help="The table.")],
    form: Annotated[Format, typer.Option("--format", help="The format.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; - is standard output.")] = Path("-"),
    lang: Language = "en",
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only sources dated on or before this day.")
    ] = None,
) -> None:
    """Write the open data of the newest release."""
    from bukhara.service.releases import open_data

    with waiting("Reading the store"):
        service = options.current_service()
        dataset = open_data.table(service, what, service.snapshot(as_of.date() if as_of else None))
    deliver(format_of(form).write(dataset, lang), output)


if TYPE_CHECKING:
    from bukhara.model.framework import Framework


def pack(
    form: Annotated[str, typer.Option("--format", help="The file: pptx, html, or chair (PDF).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; - is standard output.")],
    *,
    conference: Annotated[str, typer.Option(metavar="ID", help="A conference, reading or round.")] = "",
    lang: Annotated[str, typer.Option(help="A language, or several, such as en,ru, for slides that alternate.")] = "en",
    country: Annotated[str, typer.Option(metavar="CODE", help="A pack for one state, such as KAZ.")] = "",
    template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A PowerPoint template for the slides.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Write the pack of a conference, made from the newest release."""
    from bukhara.exports.packs import FILES
    from bukhara.pack import PackChoice

    form = "chair.pdf" if form == "chair" else form
    service = options.current_service()
    framework = service.snapshot().framework
    languages = tuple(dict.fromkeys(part.strip() for part in lang.split(",")))
    _check(framework, languages, {"--format": form, "--conference": conference, "--country": country.upper()})
    choice = PackChoice(conference=conference, languages=languages, country=country.upper())
    with waiting("Making the pack"):
        made = service.pack(choice)
        data = FILES[form](replace(made, template=template.read_bytes()) if template else made)
    deliver(data, output)


def _check(framework: Framework, languages: tuple[str, ...], given: dict[str, str]) -> None:
    """Refuse an unknown language, format, conference or state, with those to choose from."""
    from bukhara.exports.packs import FILES
    from bukhara.i18n.languages import known_languages

    conferences = [] if framework.exercise else [each.id for each in framework.conferences]
    known = {
        "--lang": known_languages(),
        "--format": tuple(FILES),
        "--conference": tuple(dict.fromkeys([*conferences, *(reading.id for reading in framework.readings)])),
        "--country": tuple(country.code for country in framework.countries),
    }
    every = [
        *(("--lang", language) for language in languages),
        *((key, value) for key, value in given.items() if value),
    ]
    for option, value in every:
        if value not in known[option]:
            raise typer.BadParameter(f"choose among {', '.join(known[option])}", param_hint=option)
