"""Links to the measures of international statistics, which are shown on Statistics alone."""

from markupsafe import Markup

from web.request import PageRequest
from web.templating import render


def statistics_links(page_request: PageRequest, country: str = "") -> tuple[Markup, ...]:
    """Return a section with the measures that have figures of a state, or of any; nothing without such figures."""
    rows = page_request.snapshot.observations
    held = {o.indicator for o in rows if o.is_international and country in ("", o.country)}
    measures = tuple(each.id for each in page_request.snapshot.framework.measures if each.id in held)
    return (render(page_request, "web/statistics_links.html", measures=measures, country=country),) if measures else ()
