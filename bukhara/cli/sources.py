"""`bukhara sources`: the documents of the record, and whether their addresses still answer as they did."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli import ERRORS, options
from bukhara.cli.printing import complain, say, say_json

application = typer.Typer(help="The documents that the record cites.", no_args_is_help=True)
MEMORY = "sources-checked.json"


@application.command("list")
def list_sources(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document.")] = False) -> None:
    """List every document, the newest first, with what of its text the record has, or why it has none."""
    from bukhara.i18n.codes import label
    from bukhara.i18n.words import words_of

    service, words = options.current_service(), words_of("en")
    for each in service.library(service.snapshot()):
        source = each.source
        if as_json:
            facts = {"source_id": source.source_id, "language": source.language, "address": source.address}
            say_json({**facts, "source_class": source.source_class.value, "text": each.text.value, "rows": each.rows})
        else:
            say(f"{source.source_id}  {source.language}  {each.rows} rows  {label(words, each.text)}  {source.address}")


@application.command("check")
def check(
    memory: Annotated[
        Path | None, typer.Option(help="What the addresses answered before.", metavar="FILE", dir_okay=False)
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=600, help="Seconds for each address.")] = 30,
) -> None:
    """Ask every cited address whether it still answers, and say which are gone, moved or have changed.

    It asks other servers, which no other command and no page does. A page is compared by the words that it shows; a
    redirect is named, not followed. Exit code 1 if an address needs a look.
    """
    from bukhara.cli.source_addresses import NEEDS_A_LOOK, ask, recall, remember

    service = options.current_service()
    file = memory or service.settings.var_dir / MEMORY
    known, counted = recall(file), 0
    cited: dict[str, list[str]] = {}
    for each in service.library(service.snapshot()):
        if each.source.address.startswith(("https://", "http://")):
            cited.setdefault(each.source.address, []).append(each.source.source_id)
    service.close()
    for address, names in cited.items():
        found = ask(address, known.get(address), timeout)
        counted += found.result in NEEDS_A_LOOK
        say(f"{found.result.value:12}  {', '.join(names)}  {address}{f'  ({found.detail})' if found.detail else ''}")
        if found.seen:
            known[address] = found.seen
            remember(file, known)
    complain(f"{len(cited)} addresses asked, {counted} need a look.")
    if counted:
        raise typer.Exit(ERRORS)
