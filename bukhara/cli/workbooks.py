"""`bukhara template` and `bukhara publish`: workbooks out and in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import FOR_REVIEW, options
from bukhara.cli.options import Files, Language, Who, Why
from bukhara.cli.printing import complain, deliver, say, waiting
from bukhara.model.codes import WorkbookKind
from bukhara.model.draft import DraftState
from bukhara.wing import functions, template_formats

if TYPE_CHECKING:
    from bukhara.model.finding import Finding
    from bukhara.service import Checked, Service


FORMATS = template_formats()


def template(
    subject: Annotated[str, typer.Argument(metavar="COUNTRY|statistics|partners", help="Whose workbook.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
    lang: Language = "en",
    empty: Annotated[bool, typer.Option("--empty", help="Without the last accepted values.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="All but xlsx are of countries only.")
    ] = "xlsx",
) -> None:
    """Write the workbook that a country, or the secretariat, fills in, with the last accepted answers."""
    service = options.current_service()
    name = subject.lower() if subject.lower() in set(WorkbookKind) else subject.upper()
    places = service.framework()
    known = [place.code for place in (*places.countries, *places.regions)]
    choices = [*known, WorkbookKind.STATISTICS.value, WorkbookKind.PARTNERS.value]
    if name not in choices:
        raise typer.BadParameter(f"{subject} is none of {', '.join(choices)}")
    if form not in (FORMATS if name in known else FORMATS[:1]):
        raise typer.BadParameter(f"{name} is not written as {form}", param_hint="--format")
    with waiting("Writing the workbook"):
        write = next((partial(each, service) for each in functions("templates", form)), service.template)
        made = write(name, lang, empty=empty)
    deliver(made, output or Path(f"{name}.{form}"))


def publish(files: Files, actor: Who, note: Why) -> None:
    """Publish workbooks together in one transaction and print the number of the release.

    Exit code 1 for errors, 2 for a file that is no workbook, 3 where the same rows were changed after its base release.
    Where two persons are needed they become drafts in review instead: it prints their numbers, exit code 4.
    """
    service = options.current_service()
    if service.settings.two_persons:
        _file_for_review(service, files, actor, note)
    with waiting("Publishing"):
        outcome = service.publish(files, actor, note)
    if outcome.release is None:
        _refuse(outcome.checked)
    else:
        say(str(outcome.release.number))
        complain("Published." if outcome.changed else "Nothing changed: no new release was made.")
        _name(found for each in outcome.checked for found in each.reading.findings if found.code == "rows-removed")


def _file_for_review(service: Service, files: list[Path], actor: str, note: str) -> None:
    from bukhara.model.access import OPERATOR

    with waiting("Checking"):
        checked = service.checked(files)
        if not all(each.reading.acceptable for each in checked):
            _refuse(checked)
        who = replace(OPERATOR, name=actor)
        for path in files:
            draft = service.drafts.receive(who, path.name, path.read_bytes())
            if draft.state is DraftState.DRAFT:
                service.drafts.submit(who, draft.draft_id, note)
            say(str(draft.draft_id))
    complain("Nothing is published yet: a second person approves these drafts.")
    raise typer.Exit(FOR_REVIEW)


def _refuse(checked: tuple[Checked, ...]) -> None:
    from bukhara.cli.reading_text import exit_code

    for each in checked:
        if not each.reading.acceptable:
            complain(f"{each.path}: not published")
            _name(each.reading.findings)
    raise typer.Exit(max(exit_code(each.reading) for each in checked))


def _name(findings: Iterable[Finding]) -> None:
    from bukhara.cli.reading_text import line
    from bukhara.i18n.words import words_of

    for finding in findings:
        complain(line(finding, words_of("en")))
