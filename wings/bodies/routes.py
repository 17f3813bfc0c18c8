"""Bodies: one state by body, its files, and the parts of its bodies put together; never two states on a page."""

from flask import Response, abort
from werkzeug.wrappers import Response as Redirect

from bukhara.access import Action
from bukhara.exports.table import to_csv, to_xlsx
from bukhara.model.draft import DraftState
from office.forms import read
from office.page import missing_page, office, office_page
from web.downloads import CSV, XLSX, attachment, file_name
from web.forms import whole_number
from web.permissions import requires
from web.redirects import form_action, see_other
from web.request import PageRequest, actor, current_request
from web.templating import render
from wings.bodies import body_table, by_body
from wings.bodies.forms import PartsForm
from wings.bodies.joined_parts import join
from wings.bodies.shown import bodies_shown
from wings.bodies.wing import PATH, TITLE


@office.get(PATH)
@requires(Action.TEMPLATE)
def states_page() -> str | Redirect:
    """Show the states, one of which is looked at by body; to a commission, its own."""
    page_request = current_request()
    if actor().country:
        return see_other(page_request.href(f"{PATH}/{actor().country}"))
    words, countries = page_request.words, page_request.snapshot.framework.countries
    shown = render(page_request, "bodies/states.html", countries=countries)
    return office_page(page_request, shown, title=words(TITLE), lead=words("One state at a time."))


@office.get(f"{PATH}/<country>")
@requires(Action.TEMPLATE)
def bodies_page(country: str) -> str | tuple[str, int]:
    """Show a state by body, with a workbook for each, and the parts that came back; or that there is no such state."""
    if country not in {each.code for each in current_request().snapshot.framework.countries}:
        return missing_page(current_request())
    page_request = _request(country)
    words, drafts = page_request.words, page_request.service.drafts.drafts(actor())
    parts = [each for each in drafts if each.subject == country and each.state is DraftState.DRAFT]
    joining = render(page_request, "bodies/join.html", country=country, parts=parts, form=PartsForm())
    lead = words("What each body reports, leads and announced, what is open, and a workbook to hand on.")
    name = words.text(page_request.snapshot.framework.country(country).short)
    return office_page(
        page_request,
        joining,
        bodies_shown(page_request, country, with_workbooks=True),
        title=words("{country}: by body", country=name),
        lead=lead,
        dated=True,
    )


@office.get(f"{PATH}/<country>.<kind>")
@requires(Action.TEMPLATE, is_file=True)
def bodies_file(country: str, kind: str) -> Response:
    """Send the same lines as a table."""
    page_request = _request(country)
    snapshot = page_request.snapshot
    chart = body_table.table(snapshot, country, page_request.view(by_body.build, country), page_request.words)
    if kind not in ("csv", "xlsx"):
        abort(404)
    content, media = (to_csv(chart), CSV) if kind == "csv" else (to_xlsx(chart, snapshot.as_of), XLSX)
    return attachment(content, file_name(page_request, f"{country}-bodies", kind), media)


@office.post(f"{PATH}/<country>/join")
@requires(Action.UPLOAD)
@form_action(f"{PATH}/{{country}}")
def join_parts(page_request: PageRequest, country: str) -> Redirect:
    """Make one draft of the parts that were ticked."""
    chosen = [whole_number(each) or 0 for each in read(PartsForm).draft.data]
    made = join(page_request.service, actor(), country, chosen, page_request.words.language)
    return see_other(page_request.href(f"/upload/{made.draft_id}"))


def _request(country: str) -> PageRequest:
    page_request = current_request(f"{PATH}/{country}")
    if country not in {each.code for each in page_request.snapshot.framework.countries}:
        abort(404)
    page_request.service.authorize(actor(), Action.TEMPLATE, country)
    return page_request
