"""The page on which a sender says once what the rows and columns of a workbook of another make mean."""

from flask import flash, request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.codes import BodyKind
from bukhara.service.drafts.mapped_figures import CoveringLetter
from bukhara.service.drafts.own_tables import OwnTables, TableChoices
from office.blueprint import office
from office.page import missing_page, office_page
from office.uploads.table_context import tables_page
from web.forms import field, whole_number
from web.permissions import requires
from web.redirects import see_other
from web.request import Reader, actor, request_reader
from web.templating import render

PATH = "/upload/<draft>/tables"
_LETTER = ("title", "body", "date", "document_number")


@office.get(PATH)
@requires(Action.UPLOAD)
def tables_of_draft(draft: str) -> str | tuple[str, int]:
    """Show the tables of a file with what was understood of them, or why it has no tables and what to do."""
    reader, number = request_reader(), whole_number(draft, digits=9) or 0
    try:
        found = reader.service.drafts.own_tables.tables(actor(), number)
        return _page(reader, number, found, reader.service.drafts.own_tables.letter(actor(), number))
    except Refused:
        return missing_page(reader)


@office.post(PATH)
@requires(Action.UPLOAD)
def map_tables(draft: str) -> Response | str | tuple[str, int]:
    """Show what would be taken under the answers that were sent, or make our workbook of it."""
    reader, number = request_reader("/upload"), whole_number(draft, digits=9) or 0
    own = reader.service.drafts.own_tables
    letter = CoveringLetter(**{name: field(name)[:300] for name in _LETTER})
    try:
        found = own.tables(actor(), number)
    except Refused:
        return missing_page(reader)
    given = _given(found)
    if field("do") == "make":
        try:
            made = own.make(actor(), number, given, letter)
            taken = own.tables(actor(), number).count("taken")
        except Refused as refused:
            flash(reader.words(refused.reason), "trouble")
        else:
            done = reader.words.plural("{n} figure was taken.", "{n} figures were taken.", taken)
            return see_other(reader.href(f"/upload/{made.draft_id}"), done)
    return _page(reader, number, own.tables(actor(), number, given), letter)


def _page(reader: Reader, number: int, found: OwnTables, letter: CoveringLetter) -> str:
    words = reader.words
    framework, own = reader.service.framework(), found.own_country
    bodies = (each for each in framework.bodies if each.kind is BodyKind.STATE and own in ("", each.country))
    draft = reader.service.drafts.draft(actor(), number)
    return office_page(
        reader,
        render(reader, tables_page(reader, draft, found, letter, bodies)),
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
