"""The page on which a sender says once what the rows and columns of a workbook of another make mean."""

from flask import flash, request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.codes import BodyKind
from bukhara.service.drafts.mapped_figures import CoveringLetter
from bukhara.service.drafts.own_tables import OwnTables, TableChoices
from office.page import missing_page, office, office_page
from office.uploads.table_context import tables_page
from web.forms import field, whole_number
from web.permissions import requires
from web.redirects import see_other
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/upload/<draft>/tables"
_LETTER = ("title", "body", "date", "document_number")


@office.get(PATH)
@requires(Action.UPLOAD)
def tables_of_draft(draft: str) -> str | tuple[str, int]:
    """Show the tables of a file with what was understood of them, or why it has no tables and what to do."""
    page_request, number = current_request(), whole_number(draft, digits=9) or 0
    try:
        found = page_request.service.drafts.own_tables.tables(actor(), number)
        return _page(page_request, number, found, page_request.service.drafts.own_tables.letter(actor(), number))
    except Refused:
        return missing_page(page_request)


@office.post(PATH)
@requires(Action.UPLOAD)
def map_tables(draft: str) -> Response | str | tuple[str, int]:
    """Show what would be taken under the answers that were sent, or make our workbook of it."""
    page_request, number = current_request("/upload"), whole_number(draft, digits=9) or 0
    own = page_request.service.drafts.own_tables
    letter = CoveringLetter(**{name: field(name)[:300] for name in _LETTER})
    try:
        found = own.tables(actor(), number)
    except Refused:
        return missing_page(page_request)
    given = _given(found)
    if field("do") == "make":
        try:
            made = own.make(actor(), number, given, letter)
            taken = own.tables(actor(), number).count("taken")
        except Refused as refused:
            flash(page_request.words(refused.reason), "trouble")
        else:
            done = page_request.words.plural("{n} figure was taken.", "{n} figures were taken.", taken)
            return see_other(page_request.href(f"/upload/{made.draft_id}"), done)
    return _page(page_request, number, own.tables(actor(), number, given), letter)


def _page(page_request: PageRequest, number: int, found: OwnTables, letter: CoveringLetter) -> str:
    words = page_request.words
    framework, own = page_request.service.framework(), found.own_country
    bodies = (each for each in framework.bodies if each.kind is BodyKind.STATE and own in ("", each.country))
    draft = page_request.service.drafts.draft(actor(), number)
    return office_page(
        page_request,
        render(page_request, tables_page(page_request, draft, found, letter, bodies)),
        title=words("Figures of your own table"),
        lead=words(
            "Please choose once what its rows and columns mean. This is remembered for the next file of this form."
        ),
        crumbs=((words("Upload"), "/upload"), (found.file_name, f"/upload/{number}")),
    )


def _given(found: OwnTables) -> list[TableChoices]:
    """Return the answers that the form sends about each table."""
    return [_table_given(f"t{n}", each.choices) for n, each in enumerate(found.tables)]


def _table_given(name: str, before: TableChoices) -> TableChoices:
    periods = {}
    for n in range(len(request.form)):
        words = request.form.get(f"{name}-p{n}")
        if words is None:
            break
        periods[words] = (field(f"{name}-p{n}-start"), field(f"{name}-p{n}-end"))
    return TableChoices(
        take=field(f"{name}-take"),
        measure=field(f"{name}-measure"),
        country=field(f"{name}-country"),
        start=field(f"{name}-start"),
        end=field(f"{name}-end"),
        meanings={
            heading: tuple(dict.fromkeys(code for code in request.form.getlist(f"{name}-h{n}") if code))
            for n, heading in enumerate(before.meanings)
        },
        periods=periods,
        gaps={text: field(f"{name}-g{n}") for n, text in enumerate(before.gaps)},
    )
