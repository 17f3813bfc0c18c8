"""Topics across the themes: how many statements each state has of each."""

from dash import register_page

from bukhara.views import topics
from web.cell_table import topic_chart
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show every topic by state, and what makes a statement carry it."""
    words, view = page_request.words, page_request.view(topics.build)
    return Page(
        title=words("Topics"),
        lead=words("Subjects that concern several themes. Choose one to read its statements, challenges and figures."),
        crumbs=((words("Themes"), "/themes"),),
        sections=(
            topic_chart(
                page_request,
                view,
                id="topics-by-country",
                first=words("Topic"),
                title=words("Statements by topic and country"),
                rows_at="/topics/",
            ),
            render(page_request, "pages/topics.html", topics=page_request.snapshot.framework.topics),
        ),
    )


register_page(__name__, path="/topics", name="Topics", content=content)
layout = layout_of("/topics")
