"""One time axis for the states: laws, plans, bodies and procedures by date, and what has no date."""

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import timeline as drawn
from bukhara.charts.day_words import status_day
from bukhara.model.messages import N_
from bukhara.views.statements import timeline
from bukhara.views.statements.timeline import TimeAxis
from web.charts import evidence_address, status_source
from web.components.lists import fold
from web.components.statements import undated
from web.components.states import chosen_states, state_links
from web.filters import chosen, pillar_filter
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/timeline", name=N_("Timeline"), order=31, parent="/countries", kept=True)


def layout(**query: str) -> Page:
    """Show the time axis, limited to one pillar if chosen."""
    page_request = page_request_of("/timeline", query)
    words, pillar = page_request.words, pillar_filter(page_request)
    view = page_request.view(timeline.time_axis, countries=chosen_states(page_request), pillar=chosen(pillar))
    chart = drawn.chart(
        view,
        words,
        name="time-axis",
        title=words("Laws, plans, bodies and procedures by date"),
        day=status_day(page_request.snapshot, words),
        source=status_source(page_request),
        href=evidence_address(page_request),
    )
    return Page(
        title=words("Timeline"),
        lead=words(
            "Laws, plans, bodies and procedures of the states as dated in the sources. A mark leads to its evidence."
        ),
        above=(state_links(page_request),),
        filters=(pillar,),
        sections=(chart, *_undated(page_request, view)),
    )


def _undated(page_request: PageRequest, view: TimeAxis) -> tuple[Component, ...]:
    """Return the statements without a date, state by state."""
    words = page_request.words
    parts: list[Component] = []
    for lane in view.lanes:
        if lane.timeline.undated:
            name = html.H3(words.text(lane.country.short))
            parts += [name, undated(page_request, lane.timeline.undated)]
    return (fold(words("Reported, but without a date"), *parts, id="undated"),) if parts else ()
