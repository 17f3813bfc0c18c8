"""The page on which a sender says once what the rows and columns of a workbook of another make mean."""

from flask import flash
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from office.forms import read
from office.page import missing_page, office, office_page
from web.forms import whole_number
from web.permissions import requires
from web.redirects import form_action, see_other
from web.request import PageRequest, actor, current_request
from wings.ministry_tables.forms import PastedForm, TablesForm, form_of
from wings.ministry_tables.own_tables import OwnTables, TableMapping
from wings.ministry_tables.table_context import tables_section

PATH = "/upload/<draft>/tables"


@office.post("/upload/pasted")
@requires(Action.UPLOAD)
@form_action("/upload")
def paste_table(page_request: PageRequest) -> Response:
    """Take in a copied table and go to what is asked about its headings."""
    draft = page_request.service.part(TableMapping).receive_pasted(actor(), read(PastedForm).table.data)
    return see_other(page_request.href(f"/upload/{draft.draft_id}/tables"))


@office.get(PATH)
@requires(Action.UPLOAD)
def tables_of_draft(draft: str) -> str | tuple[str, int]:
    """Show the tables of a file with what was understood of them, or why it has no tables and what to do."""
    page_request, number = current_request(), whole_number(draft, digits=9) or 0
    try:
        found = page_request.service.part(TableMapping).tables(actor(), number)
        letter = page_request.service.part(TableMapping).letter(actor(), number, found)
        return _page(page_request, number, found, found, TablesForm(obj=letter))
    except Refused:
        return missing_page(page_request)


@office.post(PATH)
@requires(Action.UPLOAD)
def map_tables(draft: str) -> Response | str | tuple[str, int]:
    """Show what would be taken under the answers that were sent, or make our workbook of it."""
    page_request, number = current_request("/upload"), whole_number(draft, digits=9) or 0
    own = page_request.service.part(TableMapping)
    form = read(TablesForm)
    try:
        found = own.tables(actor(), number)
    except Refused:
        return missing_page(page_request)
    given = [read(form_of(each.choices), prefix=f"t{n}").choices(each.choices) for n, each in enumerate(found.tables)]
    if form.do.data == "make":
        try:
            made = own.make(actor(), number, given, form.letter())
            taken = own.tables(actor(), number).count("taken")
        except Refused as refused:
            flash(page_request.why(refused), "trouble")
        else:
            done = page_request.words.plural("{n} figure was taken.", "{n} figures were taken.", taken)
            return see_other(page_request.href(f"/upload/{made.draft_id}"), done)
    return _page(page_request, number, own.tables(actor(), number, given), found, form)


def _page(page_request: PageRequest, number: int, found: OwnTables, first: OwnTables, form: TablesForm) -> str:
    words = page_request.words
    draft = page_request.service.drafts.draft(actor(), number)
    return office_page(
        page_request,
        tables_section(page_request, draft, found, first, form),
        title=words("Figures of your own table"),
        lead=words(
            "Please choose once what its rows and columns mean. This is remembered for the next file of this form."
        ),
        crumbs=((words("Upload"), "/upload"), (found.file_name, f"/upload/{number}")),
    )
