"""Challenges and needs: the panel that the Third conference asked for in its sixth conclusion."""

from dash import register_page

from bukhara.charts import statement_matrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.i18n.codes import label
from bukhara.views import challenges
from web.cell_table import matrix_chart
from web.charts import status_source
from web.filters import choice, chosen, topic_filter
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show theme by state what was named as difficult or asked for, and by whom."""
    words = page_request.words
    kinds = {kind.value: label(words, kind) for kind in challenges.KINDS}
    kind = choice(page_request, "kind", words("Kind"), kinds)
    speakers = {"state": words("state bodies"), "other": words("other organisations")}
    speaker = choice(page_request, "speaker", words("Named by"), speakers)
    topic = topic_filter(page_request)
    view = page_request.view(challenges.build, kind=chosen(kind), speaker=chosen(speaker), topic=chosen(topic))
    return Page(
        title=words("Challenges and needs"),
        lead=words("What was named as difficult or as a need, by theme. Naming a challenge is an answer."),
        filters=(kind, speaker, topic),
        sections=(*_picture(page_request, view), render(page_request, "pages/challenges.html", view=view)),
    )


def _picture(page_request: PageRequest, view: challenges.Challenges) -> tuple[Chart, ...]:
    words = page_request.words
    if not view.rows:
        return ()
    found = statement_matrix.Statements(view, words, lambda item, place: f"{page_request.here()}#{item}-{place}")
    chart = matrix_chart(
        found.matrix(),
        render(page_request, "pages/challenges_dots.html", view=view),
        id="challenges-by-country",
        title=words("Challenges and needs by theme and country"),
        subtitle=words("Number of statements; {day}", day=status_day(page_request.snapshot, words)),
        table=found.table(words("Theme")),
        source=status_source(page_request),
        notes=(
            words("An empty cell: no such statement in these sources. It does not say that there is no challenge."),
        ),
        definition=words("What was named as difficult or as a need, by theme. Naming a challenge is an answer."),
    )
    return (chart,)


register_page(__name__, path="/challenges", name="Challenges", content=content)
layout = layout_of("/challenges")
