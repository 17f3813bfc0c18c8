"""What the parts of Statistics show: names of measures, an empty selection, and keys."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.views.statistics import statistics
from web.components.lists import joined
from web.components.svg import Svg
from web.request import PageRequest

OUTLINED = "btn btn-outline-secondary"
Sign = tuple[str, str]
"""A sign of a key by its name in SIGNS, and what it means."""
SIGNS = {
    "line": '<path d="M2 7h20"/>',
    "band": '<path d="M9 1h6v12H9z"/>',
    "period": '<path d="M4 2v10M20 2v10"/>',
    "more": '<path d="M12 2l6 10H6z" fill="currentColor"/>',
    "disagree": '<path d="M8 3l8 8M16 3l-8 8"/>',
    "revised": '<circle cx="12" cy="7" r="5"/><circle cx="12" cy="7" r="2" fill="currentColor"/>',
    "break": '<path d="M12 0v14" stroke-dasharray="1.5 2"/>',
}


def measure_names(page_request: PageRequest) -> dict[str, str]:
    """Return the names of the measures to choose from by their codes."""
    words, framework = page_request.words, page_request.snapshot.framework
    together = words("trafficking in persons and related offences, recorded")
    return {
        topic: together if topic == statistics.REGISTERED else words.text(framework.indicator(topic).name)
        for topic in page_request.view(statistics.topics)
    }


def empty(page_request: PageRequest, relaxed: Iterable[tuple[str, str]]) -> Component:
    """Return that no source has such a figure; `relaxed` are name and address of each filter to leave out."""
    words = page_request.words
    links = [html.A(name, href=address, className=f"{OUTLINED} btn-sm") for name, address in relaxed]
    without = [html.P(joined([words("There are figures without this filter:"), *links]))] if links else []
    return html.Section(
        [html.P(words("The sources of this day have no figure for this selection.")), *without], className="card"
    )


def sign_list(name: str, signs: Iterable[Sign]) -> Component:
    """Return a key of signs."""
    named: Any = {"aria-label": name}
    drawn = [(Svg(Markup(SIGNS[sign]), "sign", "0 0 24 14"), said) for sign, said in signs]  # noqa: S704  (our own shapes)
    return html.Ul([html.Li([sign, said]) for sign, said in drawn], className="marks", **named)
