"""`bukhara export`: the open data, to a file or to standard output."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import options
from bukhara.cli.options import Language
from bukhara.cli.printing import waiting
from bukhara.exports.formats import FORMATS, format_of

if TYPE_CHECKING:
    from bukhara.exports.dataset import Dataset
    from bukhara.model.release import Snapshot


class What(StrEnum):
    """The tables of the open data."""

    OBSERVATIONS = "observations"
    EVIDENCE = "evidence"
    PROGRESS = "progress"
    FRAMEWORK = "framework"
    CROSSWALK = "crosswalk"


Format = StrEnum("Format", {name.upper(): name for name in FORMATS})  # type: ignore[misc]
_STDOUT = Path("-")


def export(
    what: Annotated[What, typer.Argument(help="The table.")],
    form: Annotated[Format, typer.Option("--format", help="The format.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; - is standard output.")] = _STDOUT,
    lang: Language = "en",
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only sources dated on or before this day.")
    ] = None,
) -> None:
    """Write the open data of the newest release."""
    with waiting("Reading the store"):
        dataset = _dataset(what, options.current_service().snapshot(as_of.date() if as_of else None))
    data = format_of(form).write(dataset, lang)
    if output == _STDOUT:
        sys.stdout.buffer.write(data)
    else:
        output.write_bytes(data)


def _dataset(what: What, snapshot: Snapshot) -> Dataset:
    from bukhara.exports import crosswalk_rows, framework_rows, records
    from bukhara.progress.rows import progress_rows

    if what is What.OBSERVATIONS:
        return records.observations(snapshot)
    if what is What.EVIDENCE:
        return records.evidence(snapshot)
    if what is What.PROGRESS:
        return records.progress(snapshot, progress_rows(snapshot))
    if what is What.CROSSWALK:
        return crosswalk_rows.crosswalk(snapshot)
    return framework_rows.framework(snapshot, "en")
