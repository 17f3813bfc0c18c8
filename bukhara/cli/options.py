"""Options and arguments of several commands, and the service that the commands call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bukhara.service import Service


def _known_language(language: str) -> str:
    from bukhara.i18n.languages import known_languages

    if language not in known_languages():
        raise typer.BadParameter(f"choose among {', '.join(known_languages())}")
    return language


def _not_empty(value: str) -> str:
    if not value.strip():
        raise typer.BadParameter("is empty")
    return value


# a file that may not be opened is a finding like any other, and the files after it are read
Files = Annotated[list[Path], typer.Argument(help="Workbooks (.xlsx).", metavar="FILE...", readable=False)]
Language = Annotated[str, typer.Option("--lang", help="Language.", callback=_known_language)]
Who = Annotated[str, typer.Option("--as", metavar="USER", help="Who makes the release.", callback=_not_empty)]
Why = Annotated[str, typer.Option("--note", help="Why, in a sentence.", callback=_not_empty)]


def current_service() -> Service:
    """Return the service on the store of the settings, after publishing every draft that is due."""
    from bukhara.service import Service
    from bukhara.settings import Settings

    service = Service(Settings())
    service.publish_due()
    return service
