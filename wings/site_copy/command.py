"""`bukhara site`: the public dashboard as plain files, which need no server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli import ERRORS, options
from bukhara.cli.printing import complain, say
from bukhara.model.languages import PSEUDO
from bukhara.root import module_at_root

_MB = 1_000_000


def site(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder to write.", metavar="FOLDER")] = None,
    release: Annotated[int | None, typer.Option(min=1, help="A release, by default the newest.")] = None,
    lang: Annotated[str, typer.Option(help="A language, or several, such as en,ru; by default all.")] = "",
    check: Annotated[Path | None, typer.Option(help="Check a folder that was written.", metavar="FOLDER")] = None,
) -> None:
    """Write the public pages of a release as files, or check the checksums and every link of such a folder."""
    if (output is None) == (check is None):
        raise typer.BadParameter("name a folder to write (-o), or one to check (--check)")
    if output is not None:
        _write(output.resolve(), release, lang)
    if check is not None and not _is_whole(check.resolve()):
        raise typer.Exit(ERRORS)


def _write(folder: Path, release: int | None, lang: str) -> None:
    service = options.current_service()
    frozen = service.release(release or service.ready())
    languages = tuple(each for each in service.languages if each != PSEUDO)
    chosen = tuple(part.strip() for part in lang.split(",")) if lang else languages
    if unknown := [each for each in chosen if each not in languages]:
        raise typer.BadParameter(f"{unknown[0]}: choose among {', '.join(languages)}", param_hint="--lang")
    service.close()
    complain(f"Reading release {frozen.number} ...")
    application = module_at_root("app").create_app(service.settings, lambda: frozen.created_at, frozen.number)
    from wings.site_copy.build import Copy

    Copy(application.server, frozen.number, chosen, folder, complain).make()
    files = [file for file in folder.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    size = sum(file.stat().st_size for file in files) / _MB
    say(f"{folder}: {pages} pages, {len(files) - pages} other files, {size:.1f} MB")


def _is_whole(folder: Path) -> bool:
    """Print what is wrong with a copy, a line each, and return whether nothing is."""
    from wings.site_copy.check import faults

    found = list(faults(folder))
    for line in found:
        say(line)
    if not found:
        say("Every file is as it was written, and every link leads to a file.")
    return not found
