"""Who makes a release and why: asked by every command that makes one, and kept for good."""

from __future__ import annotations

from typing import Annotated

import typer


def _said(value: str) -> str:
    if not value.strip():
        raise typer.BadParameter("is empty")
    return value


Who = Annotated[str, typer.Option("--as", metavar="USER", help="Who makes the release.", callback=_said)]
Why = Annotated[str, typer.Option("--note", help="Why, in a sentence.", callback=_said)]
