"""Page of one mark: the evidence of a cell (`/evidence/KAZ/BD-8b`) or of a figure (`/evidence/observation/<id>`)."""

from dash import register_page

from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.model.codes import State
from bukhara.views.evidence import evidence_cell
from pages import retired_theme
from pages.evidence_cell import cell_evidence
from pages.evidence_figure import figure_evidence
from web.page import Page
from web.request import PageRequest, page_request_of

PATH = "/evidence/<place>/<record>"
register_page(__name__, path_template=PATH, parent="/evidence", kept=True)
FIGURES = "observation"


def layout(**query: str) -> Page:
    """Show the evidence of the cell or figure named in the address, or that it does not exist."""
    page_request = page_request_of(PATH, query)
    place, record = page_request.path.strip("/").split("/", 2)[1:]
    try:
        return _figure(page_request, record) if place == FIGURES else _cell(page_request, place, record)
    except KeyError:
        return retired_theme.content(page_request, record if page_request.country else "")


def _cell(page_request: PageRequest, code: str, item_id: str) -> Page:
    words, view = page_request.words, page_request.view(evidence_cell.build, code, item_id)
    return Page(
        title=f"{words.text(view.item.name)}: {words.text(view.side.country.short)}",
        sections=(cell_evidence(page_request, view),),
    )


def _figure(page_request: PageRequest, observation_id: str) -> Page:
    words, view = page_request.words, page_request.view(evidence_cell.evidence_of_figure, observation_id)
    figure = view.figure
    place = page_request.snapshot.framework.place(figure.country).short
    said = value_text(figure, words)
    if figure.state is not State.NOT_ASKED:
        said = f"{said}, {period_text(figure.period, figure.period_label, words)}"
    return Page(
        title=f"{words.text(place)}: {said}",
        lead=words.text(view.measure.name),
        sections=(figure_evidence(page_request, view),),
    )
