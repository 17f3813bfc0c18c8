"""`bukhara releases`: the history, and the revert to an earlier release, which makes a new release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import options
from bukhara.cli.options import Language, Who, Why
from bukhara.cli.printing import say, say_json, waiting

if TYPE_CHECKING:
    from bukhara.model.release import Release

application = typer.Typer(help="The history of what was published.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine output.")]
Number = Annotated[int, typer.Argument(min=1, metavar="N", help="Number of the release.")]


@application.command("list")
def list_releases(as_json: Json = False) -> None:
    """List every release, oldest first."""
    from bukhara.cli.foreseen_json import release_json

    for release in options.current_service().releases():
        if as_json:
            say_json(release_json(release))
        else:
            say(_line(release))


@application.command("show")
def show(number: Number, as_json: Json = False) -> None:
    """Say who published a release, when, why, and which blocks it changed."""
    from bukhara.cli.foreseen_json import release_json

    release = options.current_service().release(number)
    if as_json:
        say_json(release_json(release))
        return
    say(_line(release))
    say(f"framework {release.framework_version}, method {release.method_version}")
    for block in release.blocks:
        say(f"  {block}")


@application.command("compare")
def compare(
    before: Annotated[int, typer.Argument(min=1, metavar="A", help="Number of a release.")],
    after: Annotated[int, typer.Argument(min=1, metavar="B", help="Number of another release.")],
    as_json: Json = False,
    lang: Language = "en",
) -> None:
    """Say what differs between two releases, from A to B; figures are as a reader may see them."""
    from bukhara.cli.foreseen_json import compared_json
    from bukhara.exports.comparison_lines import comparison_lines
    from bukhara.i18n.words import words_of
    from bukhara.service.two_releases import compared

    service = options.current_service()
    with waiting("Comparing"):
        found = compared(service, before, after)
    if as_json:
        say_json(compared_json(found))
        return
    for line in comparison_lines(found, service.framework(), words_of(lang)):
        say(line)


@application.command("revert")
def revert(
    number: Number,
    actor: Who,
    note: Why,
) -> None:
    """Publish again what release N held (of the newest one: what was before it); print the new number."""
    say(str(options.current_service().revert(number, actor, note).number))


def _line(release: Release) -> str:
    when = release.created_at.strftime("%Y-%m-%d %H:%M UTC")
    back = f" (back to, or of, release {release.reverts})" if release.reverts else ""
    return f"{release.number}  {when}  {release.actor}  {len(release.blocks)} blocks  {release.note}{back}"
