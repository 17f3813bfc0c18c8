"""Page of one source (`/evidence/astana-2023-report#L221`): the passages cited, or what is known of it."""

from datetime import date
from itertools import chain, pairwise
from typing import Any
from urllib.parse import unquote

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import plain_title
from bukhara.model.codes import SourceClass
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.views.evidence import source
from bukhara.views.evidence.evidence import Record
from bukhara.views.evidence.source import Passage, SourceLine, SourcePage
from bukhara.wing import functions
from web.components.evidence import cell_link
from web.components.figures import figure_line
from web.components.lists import facts, fold
from web.components.passages import record_text
from web.components.statements import quotations, rest, text_of
from web.page import Page
from web.request import PageRequest, page_request_of

PATH = "/evidence/<source>"
register_page(__name__, path_template=PATH, parent="/evidence", kept=True)
LIMIT = 50
"""Records that are listed of a source whose text is not shown."""


def layout(**query: str) -> Page:
    """Show the source named in the address, or that it does not exist."""
    page_request = page_request_of(PATH, query)
    words, service, shown = page_request.words, page_request.service, page_request.snapshot
    source_id = unquote(page_request.path.rsplit("/", 1)[-1])
    if source_id not in {each.source_id for each in shown.sources}:
        # public facts from after the reading are shown beside it, so their sources open too
        day = shown.as_of if "as_of" in page_request.query else date.max
        shown = service.snapshot(as_of=day, release=shown.release.number, desk_research=service.settings.public_reports)
    try:
        view = service.view(source.build, shown, source_id, service.passages(source_id))
    except KeyError:
        return Page(title=words("There is no page at this address"), found=False)
    copies = _of_wings(page_request, source_id, restricted=False)
    passages = [_passage(page_request, view.source, each) for each in view.passages]
    return Page(
        title=plain_title(view.source, words),
        sections=(
            _about(page_request, view, has_copy=bool(copies)),
            *copies,
            *(passages or [_records(page_request, view)]),
        ),
        restricted=lambda shown: _of_wings(shown, source_id, restricted=True),
    )


def _of_wings(page_request: PageRequest, source_id: str, *, restricted: bool) -> tuple[Component, ...]:
    """Return what wings have of a source: for everybody, or for those alone who may see it."""
    made = (sections(page_request, source_id, restricted=restricted) for sections in functions("shows", "source"))
    return tuple(chain.from_iterable(made))


def _about(page_request: PageRequest, view: SourcePage, *, has_copy: bool) -> Component:
    words, shown = page_request.words, view.source
    named: list[tuple[Any, Any]] = [
        (words("Body"), record_text(page_request, shown.body, shown.language, marked=False)),
        (words("Date"), words.date(shown.date)),
        (words("Class of source"), label(words, shown.source_class)),
    ]
    if shown.document_number:
        named.append((words("Number of the document"), shown.document_number))
    if shown.address:
        named.append((words("Address"), _address(shown.address)))
    if shown.address and not view.passages:
        read_on = words.date(view.read_on) if view.read_on else words("not recorded")
        named.append((words("Day of access"), read_on))
    if view.passages:
        said = (
            words("This report may be quoted and reproduced if the source is named, but not for commercial purposes."),
            words("Below are the passages cited here, each with two lines before and after it."),
            words("[name] replaces the name of a person."),
        )
    elif has_copy:
        said = "", "", ""
    else:
        where = words("You can read it at its address.") if shown.address else ""
        said = (words("The text of this source is not reproduced here."), where, "")
    return html.Section([facts(named), html.P(" ".join(filter(None, said)))], className="card")


def _address(address: str) -> Any:
    is_link = address.startswith("https://")
    return html.A(address, href=address, className="text-break", rel="noreferrer") if is_link else address


def _passage(page_request: PageRequest, shown: Source, passage: Passage) -> Component:
    """Return neighbouring lines of a source, folded, with the session that they report."""
    words = page_request.words
    first, last = passage.lines[0].number, passage.lines[-1].number
    name = words("Line {n}", n=first) if first == last else words("Lines {first} to {last}", first=first, last=last)
    session: list[Any] = [" ", html.Small(words.text(passage.session), className="soft")] if passage.session else []
    lines = [
        _line(page_request, line, is_between=before is not None and not before.text)
        for before, line in pairwise((None, *passage.lines))
        if line
    ]
    body = record_text(page_request, shown.body, shown.language, marked=False)
    cited = html.Figcaption([words("Source: {titles}", titles=plain_title(shown, words)), ", ", body])
    quoted = html.Blockquote(html.Ol(lines, lang=shown.language))
    return fold([name, *session], html.Figure([quoted, cited]), kind="fold passage")


def _line(page_request: PageRequest, line: SourceLine, *, is_between: bool) -> Component:
    """Return a line with its number and its entries; of several lines that are left out, the first says why."""
    words, spot = page_request.words, f"L{line.number}"
    if not line.text and is_between:
        return html.Li(id=spot, className="left-out")
    number = html.Span(line.number, className="no")
    if not line.text:
        why = words("Left out: a single case. Here a speaker reported what happened to single persons.")
        return html.Li([number, " ", html.P(why, className="soft", lang=words.language)], id=spot)
    parts: list[Any] = [line.text]
    if line.entries:
        said = words.plural("{n} entry", "{n} entries", line.entries)
        address = page_request.href("/evidence", q=spot)
        parts += [" ", html.A(said, href=address, className="n", lang=words.language)]
    return html.Li([number, " ", html.P(parts)], id=spot)


def _records(page_request: PageRequest, view: SourcePage) -> Component:
    """Return what the record has from a source whose text is not shown."""
    words = page_request.words
    parts: list[Component] = [html.H2(words("What is used from it"))]
    if view.records and not view.has_quotes:
        parts.append(html.P(words("In our words; no passage is quoted."), className="soft"))
    lines = [_record(page_request, view.source, each) for each in view.records[:LIMIT]]
    none = html.Li(words("Nothing from this source is used as of this day."))
    parts.append(html.Ul(lines or [none], className="plain"))
    more = rest(page_request, len(view.records), LIMIT, page_request.href("/evidence"))
    return html.Section([*parts, *more], className="card")


def _record(page_request: PageRequest, shown: Source, record: Record) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    parts: list[Any] = [html.B(words.text(framework.country(record.country).short)), " "]
    is_quoted = isinstance(record, Statement) or not record.is_international
    if isinstance(record, Observation):
        is_linked = shown.source_class is not SourceClass.DESK_RESEARCH
        parts += figure_line(page_request, record, is_linked=is_linked)
    else:
        theme = cell_link(page_request, record.country, record.item, "n")
        parts += [html.Span(**text_of(page_request, record)), " ", theme]
    return html.Li([*parts, *(quotations(page_request, record) if is_quoted else [])])
