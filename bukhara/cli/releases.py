"""`bukhara releases`: the history, and the revert of a release, which makes a new release."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import FOR_REVIEW, options
from bukhara.cli.options import Language, Who, Why
from bukhara.cli.printing import complain, say, say_json, waiting

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.release import Release
    from bukhara.service import Service
    from bukhara.service.releases.reverts import RevertPreview
    from bukhara.views.releases.release_changes import ReleaseChanges

application = typer.Typer(help="The history of what was published.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine output.")]
Number = Annotated[int, typer.Argument(min=1, metavar="N", help="Number of the release.")]


@application.command("list")
def list_releases(as_json: Json = False) -> None:
    """List every release, oldest first."""
    for release in options.current_service().releases():
        if as_json:
            say_json(_as_json(release))
        else:
            say(release_line(release))


@application.command("show")
def show(number: Number, as_json: Json = False) -> None:
    """Say who published a release, when, why, and which blocks it changed."""
    release = options.current_service().release(number)
    if as_json:
        say_json(_as_json(release))
        return
    say(release_line(release))
    say(f"framework {release.framework_version}, method {release.method_version}")
    for block in release.blocks:
        say(f"  {block}")


@application.command("compare")
def compare(
    before: Annotated[int, typer.Argument(min=1, metavar="A", help="Number of a release.")],
    after: Annotated[int, typer.Argument(min=1, metavar="B", help="Number of another release.")],
    lang: Language = "en",
) -> None:
    """Say what differs between two releases, from A to B; figures are as a reader may see them."""
    from bukhara.i18n.words import words_of
    from bukhara.service.releases.two_releases import compare_releases

    service = options.current_service()
    with waiting("Comparing"):
        found = compare_releases(service, before, after)
    _show_compared(service, found, words_of(lang))


@application.command("revert")
def revert(
    number: Number,
    actor: Who,
    note: Why,
    *,
    return_to: Annotated[bool, typer.Option("--return", help="Take back every later release instead.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Only say what would disappear.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask in a terminal.")] = False,
    lang: Language = "en",
) -> None:
    """Take back release N alone, or return to what it held; print the number of the new release.

    First it says on standard error what disappears, by release and author; in a terminal it asks before it goes on.
    Where two persons are needed the first one only asks for it: exit code 4.
    """
    from bukhara.i18n.words import words_of
    from bukhara.model.access import OPERATOR
    from bukhara.model.release import RevertScope

    service, scope = options.current_service(), RevertScope.RETURN if return_to else RevertScope.ONLY
    who = replace(OPERATOR, name=actor)
    seen = service.reverts.preview(who, number, scope)
    for line in _preview_lines(seen):
        (say if preview else complain)(line)
    if preview:
        _show_compared(service, seen.changes, words_of(lang))
        return
    if sys.stdin.isatty() and not yes:
        typer.confirm("Go on?", abort=True, err=True)
    if service.reverts.needs_asking(who, number, scope):
        service.reverts.ask(who, number, note, scope)
        complain("Two persons are needed: asked for. Another person (--as) types the same.")
        raise typer.Exit(FOR_REVIEW)
    say(str(service.reverts.revert(who, number, note, scope=scope, seen=seen.newest).number))


def _show_compared(service: Service, found: ReleaseChanges, words: Words) -> None:
    """Print every difference: framework, cells, remarks, editions, then the rows."""
    from bukhara.exports.change_table import as_text, lines_of
    from bukhara.exports.seen_rows import compared_lines, edition_lines
    from bukhara.service.releases.release_words import names_of_blocks

    framework = service.framework()
    lines = list(compared_lines(found, framework, words, names_of_blocks(service, words).remark))
    for edition in found.editions:
        lines += edition_lines(edition, framework, words)
    if found.nothing:
        say(words("Releases {before} and {after} have the same data.", before=found.before, after=found.after))
    for line in as_text([*lines, *lines_of(found.differing, framework, words)]):
        say(line)


def _preview_lines(seen: RevertPreview) -> Iterator[str]:
    """Yield what disappears and what stays, by release, author and block."""
    for word, releases in (("disappears", seen.gone), ("stays", seen.kept)):
        for release in releases:
            yield f"{word}: {release_line(release)}"
            yield from (f"  {block}" for block in release.blocks)
    if seen.waiting:
        yield f"replies that wait again: {seen.waiting}"


def release_line(release: Release) -> str:
    """Return a release as one line: number, time, account, blocks, note, and what it takes back."""
    from bukhara.model.release import RevertScope

    when = release.created_at.strftime("%Y-%m-%d %H:%M UTC")
    ways = {RevertScope.ONLY: "takes back", RevertScope.RETURN: "returns to"}
    back = f" ({ways[release.revert_scope]} release {release.reverts})" if release.revert_scope else ""
    return f"{release.number}  {when}  {release.actor}  {len(release.blocks)} blocks  {release.note}{back}"


def _as_json(release: Release) -> dict[str, object]:
    names = ("actor", "note", "framework_version", "method_version", "reverts", "revert_scope")
    return {
        "release": release.number,
        "created_at": release.created_at.isoformat(),
        "blocks": list(release.blocks),
        **{name: getattr(release, name) for name in names},
    }
