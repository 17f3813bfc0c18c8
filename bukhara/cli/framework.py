"""`bukhara framework check` and `map`: errors in indicators.yaml; articles of the Declaration beside its items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import ERRORS, UNREADABLE
from bukhara.cli.options import Language
from bukhara.cli.printing import complain, say, say_json
from bukhara.errors import Refused

if TYPE_CHECKING:
    from bukhara.model.finding import Finding
    from bukhara.model.framework import Article, Framework
    from bukhara.model.observation import Observation
    from bukhara.model.statement import Statement

application = typer.Typer(help="The framework: indicators.yaml.", no_args_is_help=True)


@application.callback()
def _framework() -> None:
    """The framework: indicators.yaml."""


@application.command("check")
def check(
    file: Annotated[Path | None, typer.Argument(help="The file (BUKHARA_FRAMEWORK_FILE).")] = None,
    declaration: Annotated[
        Path | None, typer.Option("--declaration", help="Text of the Declaration, to compare the articles with.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a finding, one a line.")] = False,
    lang: Language = "en",
) -> None:
    """Validate the framework; exit code 1 where something was found.

    Rows that `moved` names are looked up in the store, if there is one.
    """
    from bukhara import framework
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings

    path = file or Settings().framework_file
    text = _text_of(path)
    findings = framework.check(text, _text_of(declaration) if declaration else None) or _missing_rows(text)
    words = words_of(lang)
    for finding in findings:
        line, message = finding.row or 1, framework.sentence(finding, words)
        if as_json:
            say_json({"file": str(path), "line": line, "code": finding.code, "message": message})
        else:
            say(f"{path}:{line}: {message} [{finding.code}]")
    if findings:
        raise typer.Exit(ERRORS)
    complain(f"{path}: nothing found")


def _missing_rows(text: str) -> tuple[Finding, ...]:
    """Return the findings about rows to move that the record does not have; none without a store."""
    from bukhara import framework
    from bukhara.service import Service
    from bukhara.settings import Settings

    settings = Settings()
    if not settings.has_store or not any(item.moved for item in framework.parse(text).items):
        return ()
    held = Service(settings).newest()
    rows: tuple[Statement | Observation, ...] = (*held.statements, *held.observations)
    return framework.missing_rows(text, {(row.indicator, row.source_id, row.source_locator) for row in rows})


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")
        raise typer.Exit(ERRORS) from error


@application.command("map")
def map_articles(
    file: Annotated[
        Path, typer.Argument(help="Table (.csv or .xlsx) with the columns article, text, items.", exists=True)
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Draft of the framework to write.")] = None,
    text_lang: Annotated[str, typer.Option(help="Language of the articles.")] = "en",
    lang: Language = "en",
) -> None:
    """Check a list of the Declaration's articles against the items, and write a draft of the framework with them.

    Exit code 1 for errors in the table, 2 for a file that cannot be read.
    """
    from bukhara import framework
    from bukhara.cli.reading_text import line
    from bukhara.framework.articles import with_articles
    from bukhara.i18n.words import words_of
    from bukhara.settings import Settings
    from bukhara.workbook.article_list import read_articles

    path = Settings().framework_file
    known = framework.load(path)
    try:
        found = read_articles(file, known, lang=text_lang)
    except Refused as refused:
        complain(f"{file}: {refused.reason}")
        raise typer.Exit(UNREADABLE) from refused
    for finding in found.findings:
        say(line(finding, words_of(lang)))
    if found.findings:
        raise typer.Exit(ERRORS)
    _say_mapping(found.articles, known)
    if output:
        output.write_text(with_articles(framework.text_of(path), found.articles), encoding="utf-8")
        say(f"Written: {output}. Read it, then check it with: bukhara framework check {output}")


def _say_mapping(articles: tuple[Article, ...], known: Framework) -> None:
    named = [item for article in articles for item in article.items]
    say(f"{len(articles)} articles, {len(set(named))} of {len(known.items)} items have an article.")
    for article in articles:
        say(f"  article {article.article}: {', '.join(article.items) or 'no item; please name one or write a new one'}")
    for item in known.items:
        if item.id in named:
            if item.basis != "article":
                say(f"  {item.id} has an article; its basis is '{item.basis}'. Please decide it again.")
        elif item.basis == "attested":
            say(f"  {item.id} has no article, but its basis is 'attested'. Please look it up in the text.")
    without = [item.id for item in known.items if item.id not in named and item.basis not in ("conclusion", "context")]
    say(f"Items without an article: {', '.join(without) or 'none'}.")
