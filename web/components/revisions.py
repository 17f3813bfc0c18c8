"""The revisions of an edition of a data set, cell by cell."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n import revisions as texts
from bukhara.i18n.subjects import breakdown
from bukhara.model.revision import EditionRevisions, Revision, RevisionKind
from web.components.figures import figure_period
from web.components.lists import head
from web.request import PageRequest


def edition_revisions(page_request: PageRequest, edition: EditionRevisions) -> list[Component]:
    """Return what an edition changed, left out and added."""
    words = page_request.words
    said: list[Component] = [html.P(texts.edition_text(edition, words))]
    kinds = [
        (words("Changed"), edition.changed),
        (words("No longer published"), edition.of(RevisionKind.NO_LONGER_PUBLISHED)),
        (words("Added"), edition.of(RevisionKind.ADDED)),
    ]
    for title, found in kinds if edition.older else ():
        if found:
            table = _table(page_request, edition, found)
            said.append(html.Details([html.Summary(f"{title} ({len(found)})"), table]))
    return said


def _table(page_request: PageRequest, edition: EditionRevisions, revisions: Iterable[Revision]) -> Component:
    words = page_request.words
    editions = [each for each in (edition.older, edition.newer) if each]
    dated = [words("Edition here dated {day}", day=words.date(each.date)) for each in editions]
    names = [words("State"), words("Measure"), words("Period"), *dated]
    rows = html.Tbody([_row(page_request, each) for each in revisions])
    return html.Div(html.Table([head(names), rows], className="table"), className="scroll")


def _row(page_request: PageRequest, revision: Revision) -> Component:
    words, framework, figure = page_request.words, page_request.snapshot.framework, revision.figure
    part = html.Span(breakdown(figure, words, framework), className="soft")
    cells: list[Any] = [
        words.text(framework.country(figure.country).short),
        [words.text(framework.indicator(figure.indicator).name), " ", part],
        figure_period(page_request, figure),
        texts.old_text(revision, words),
        texts.new_text(revision, words),
    ]
    return html.Tr([html.Td(each) for each in cells])
