"""One topic across the themes: its statements and challenges by state, public reports since, and figures."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.model.codes import Kind
from bukhara.views import topics
from bukhara.views.challenges import KINDS
from web.cell_table import topic_chart
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

PATH = "/topics/<topic>"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Context):
    """The statements of a topic by state, and its figures."""

    template: ClassVar[str] = "pages/topic.html"
    view: topics.TopicView
    named: tuple[Kind, ...] = KINDS


def content(page_request: PageRequest) -> Page:
    """Show the topic named in the address, or that it does not exist."""
    words = page_request.words
    code = page_request.path.rsplit("/", 1)[-1]
    if code not in {topic.code for topic in page_request.snapshot.framework.topics}:
        return Page(title=words("There is no page at this address"), found=False)
    view = page_request.view(topics.of_topic, code)
    return Page(
        title=words.text(view.topic.name),
        lead=words.text(view.topic.condition),
        crumbs=((words("Topics"), "/topics"),),
        sections=(
            topic_chart(
                page_request,
                view.picture,
                id="topic-by-country",
                first=words("Theme"),
                title=words("{topic}: statements by theme and country", topic=words.text(view.topic.name)),
                rows_at="/themes/",
                cells_at=page_request.href(page_request.path),
            ),
            render(page_request, TopicPage(view=view)),
        ),
    )


register_page(__name__, path_template=PATH, name="Topic", content=content)
layout = layout_of(PATH)
