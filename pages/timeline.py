"""One time axis for the states: laws, plans and units by date, and what has no date."""

from dash import register_page

from bukhara.charts import lanes
from bukhara.charts.day_words import status_day
from bukhara.views import time_axis
from web.charts import evidence_address, status_source
from web.components.states import chosen_states, state_links
from web.filters import chosen, pillar_filter
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show the time axis, limited to one pillar if chosen."""
    words, framework = page_request.words, page_request.snapshot.framework
    pillar = pillar_filter(page_request)
    view = page_request.view(time_axis.build, countries=chosen_states(page_request), pillar=chosen(pillar))
    title = words("Laws, plans and units, 2000 to 2030")
    chart = lanes.chart(
        view,
        words,
        name="time-axis",
        title=title,
        day=status_day(page_request.snapshot, words),
        source=status_source(page_request),
        href=evidence_address(page_request),
    )
    undated = any(lane.timeline.undated for lane in view.lanes)
    return Page(
        title=words("Timeline"),
        lead=words("Laws, plans and units of the states as dated in the sources. A mark leads to its evidence."),
        above=(state_links(page_request),),
        filters=(pillar,),
        sections=(
            chart,
            *(
                (render(page_request, "pages/timeline_undated.html", view=view, framework=framework),)
                if undated
                else ()
            ),
        ),
    )


register_page(__name__, path="/timeline", name="Timeline", content=content)
layout = layout_of("/timeline")
