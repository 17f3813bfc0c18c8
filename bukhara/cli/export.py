"""`bukhara export`: the open data, to a file or to standard output."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
