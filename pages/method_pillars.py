"""How much the level of each state depends on one pillar."""

from dash import html
from dash.development.base_component import Component

from bukhara.views.countries import country_level
from web.components.lists import fold, head, scrolled
from web.request import PageRequest


def levels_without_a_pillar(page_request: PageRequest) -> list[Component]:
    """Return a card with a row for each state in a round; nothing outside rounds."""
    words, rows = page_request.words, page_request.view(country_level.without_pillars)
    if not rows:
        return []
    heading = words("Levels with one pillar left out")
    about = words(
        "Each row is about one state: its average level, from 0 to 1, and what it would be without the themes of one "
        "pillar. The rows are in the fixed order; please do not compare them."
    )
    named = [words.text(each.name) for each in page_request.snapshot.framework.pillars]
    columns = [words("State"), words("Answered"), words("All pillars"), *named]
    lines = []
    for row in rows:
        answered = words("{k} of {n}", k=row.coverage.answered, n=row.coverage.applicable)
        levels = [words("too few answers") if n is None else words.number(n) for n in (row.level, *row.without)]
        cells = [html.Td(text, className="text-end") for text in (answered, *levels)]
        lines.append(html.Tr([html.Th(words.text(row.country.short), scope="row"), *cells]))
    caption = html.Caption(heading, className="visually-hidden")
    table = html.Table([caption, head(columns), html.Tbody(lines)], className="data")
    return [fold(heading, html.P(about), scrolled(heading, table), id="pillars", kind="")]
