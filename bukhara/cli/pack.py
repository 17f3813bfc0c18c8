"""`bukhara pack`: the slides, brief, figures of a panel, or of one state, as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import options
from bukhara.cli.printing import deliver, waiting

if TYPE_CHECKING:
    from bukhara.model.framework import Framework


class PackFormat(StrEnum):
    """The file formats of a pack."""

    PPTX = "pptx"
    DOCX = "docx"
    PDF = "pdf"
    SLIDES_PDF = "slides.pdf"
    XLSX = "xlsx"
    HTML = "html"


def pack(
    form: Annotated[PackFormat, typer.Option("--format", help="The file format.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; - is standard output.")],
    conference: Annotated[str, typer.Option(metavar="ID", help="A conference, reading or round.")] = "",
    lang: Annotated[str, typer.Option(help="A language, or several, such as en,ru, for slides that alternate.")] = "en",
    country: Annotated[str, typer.Option(metavar="CODE", help="A pack for one state, such as KAZ.")] = "",
) -> None:
    """Write the pack of a conference, made from the newest release."""
    from bukhara.exports.packs import WRITERS
    from bukhara.pack import PackChoice

    service = options.current_service()
    framework = service.snapshot().framework
    languages = tuple(dict.fromkeys(part.strip() for part in lang.split(",")))
    _check(framework, languages, conference, country)
    choice = PackChoice(conference=conference, languages=languages, country=country.upper())
    with waiting("Making the pack"):
        data = WRITERS[form.value](service.pack(choice))
    deliver(data, output)


def _check(framework: Framework, languages: tuple[str, ...], conference: str, country: str) -> None:
    """Refuse an unknown language, conference or state, with those to choose from."""
    from bukhara.settings import KNOWN_LANGUAGES

    readings = [reading.id for reading in framework.readings]
    conferences = [] if framework.exercise else [each.id for each in framework.conferences]
    known = {
        "--lang": (languages, KNOWN_LANGUAGES),
        "--conference": ((conference,) if conference else (), tuple(dict.fromkeys([*conferences, *readings]))),
        "--country": ((country.upper(),) if country else (), tuple(each.code for each in framework.countries)),
    }
    for option, (given, choices) in known.items():
        if any(each not in choices for each in given):
            raise typer.BadParameter(f"choose among {', '.join(choices)}", param_hint=option)
