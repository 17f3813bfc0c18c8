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
from web.request import Reader
from web.templating import Context, render

PATH = "/topics/<topic>"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Context):
    """The statements of a topic by state, and its figures."""

    template: ClassVar[str] = "pages/topic.html"
    view: topics.TopicView
    named: tuple[Kind, ...] = KINDS


def content(reader: Reader) -> Page:
    """Show the topic named in the address, or that it does not exist."""
    words = reader.words
    code = reader.path.rsplit("/", 1)[-1]
    if code not in {topic.code for topic in reader.snapshot.framework.topics}:
        return Page(title=words("There is no page at this address"), found=False)
    view = reader.view(topics.of_topic, code)
    return Page(
        title=words.text(view.topic.name),
        lead=words.text(view.topic.condition),
        crumbs=((words("Topics"), "/topics"),),
        blocks=(
            topic_chart(
                reader,
                view.picture,
                id="topic-by-country",
                first=words("Theme"),
                title=words("{topic}: statements by theme and country", topic=words.text(view.topic.name)),
                rows_at="/themes/",
                cells_at=reader.href(reader.path),
            ),
            render(reader, TopicPage(view=view)),
        ),
    )


register_page(__name__, path_template=PATH, name="Topic", content=content)
layout = layout_of(PATH)
