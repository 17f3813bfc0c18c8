"""One figure with all that is needed to read it, and differences between the figures of sources."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.cell_words import codings_text
from bukhara.comparability.part_sums import disagreeing_in
from bukhara.i18n.figures import OBJECTED, PARTS_DISAGREE, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.source_differences import DifferenceText, describe_difference, subject_text
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.situation.contested import OpenCoding, points
from web.components.evidence import evidence_address
from web.components.passages import note_text
from web.components.svg import mark
from web.request import PageRequest


def value_link(page_request: PageRequest, figure: Observation, look: str = "") -> Component:
    """Return the number of a figure, which leads to its evidence."""
    number, address = value_text(figure, page_request.words), evidence_address(page_request, figure)
    return html.A(number, href=address, className=look or None)


def figure_value(page_request: PageRequest, figure: Observation) -> list[Any]:
    """Return the number of a figure, which leads to its evidence, with its unit."""
    return [
        value_link(page_request, figure, "fact-v"),
        " ",
        html.Span(unit_text(figure, page_request.words), className="soft"),
    ]


def figure_line(page_request: PageRequest, figure: Observation, *, is_linked: bool = True) -> list[Any]:
    """Return a figure in a line: its measure and number, which leads to its evidence, period, breakdown and body."""
    words, framework = page_request.words, page_request.snapshot.framework
    number = value_link(page_request, figure) if is_linked else value_text(figure, words)
    reporter = body_name(figure.reporter, words, framework) if figure.reporter else ""
    about = (
        figure_period(page_request, figure),
        breakdown(figure, words, framework),
        reporter,
        remark(page_request, figure),
    )
    said = html.Span(" · ".join(filter(None, about)), className="soft")
    return [f"{words.text(framework.indicator(figure.indicator).name)}: ", number, " ", said]


def gap(state: str, said: str, below: str = "") -> list[Any]:
    """Return the mark of a figure without a number and its state in words, with what it would count `below`."""
    counted = [html.Span(below, className="n")] if below else []
    return [mark(state), " ", html.Span([html.Span(said, className="w"), *counted])]


def figure_period(page_request: PageRequest, figure: Observation) -> str:
    """Return the time that a figure covers."""
    return period_text(figure.period, figure.period_label, page_request.words)


def reported_by(page_request: PageRequest, figure: Observation) -> list[Component]:
    """Return which body reported a figure."""
    if not figure.reporter:
        return []
    words = page_request.words
    body = body_name(figure.reporter, words, page_request.snapshot.framework)
    return [html.P(html.Span(words("As reported by: {body}", body=body), className="soft"), className="small")]


def remark(page_request: PageRequest, figure: Observation) -> str:
    """Return that the parts of a figure do not agree in the source, or that its state objects; empty for others."""
    words, snapshot = page_request.words, page_request.snapshot
    found = [f"× {words(PARTS_DISAGREE)}"] if figure.observation_id in disagreeing_in(snapshot) else []
    return " ".join([*found, *([f"⚑ {words(OBJECTED)}"] if figure in points(snapshot).figures else [])])


def figure_notes(page_request: PageRequest, figure: Observation) -> list[Component]:
    """Return the remark on a figure, and its note."""
    said: list[Any] = [remark(page_request, figure)]
    if figure.note:
        said.append(note_text(page_request, figure.note, figure.source_id))
    return [html.P(each, className="fact-note") for each in said if each]


def figure_card(page_request: PageRequest, figure: Observation, reason: str = "") -> Component:
    """Return a figure with period, breakdown, body and notes, and the `reason` why it is shown here if given."""
    which = breakdown(figure, page_request.words, page_request.snapshot.framework)
    dated = " · ".join(filter(None, (figure_period(page_request, figure), which)))
    return html.Article(
        [
            html.P(figure_value(page_request, figure)),
            html.P(dated, className="small"),
            *reported_by(page_request, figure),
            *([html.P(reason, className="small soft")] if reason else []),
            *figure_notes(page_request, figure),
        ],
        className="fact",
    )


def folded_difference(page_request: PageRequest, difference: Difference) -> Component:
    """Return a difference as the line of a list: a sentence, and both sides when it is opened."""
    words, framework = page_request.words, page_request.snapshot.framework
    subject = html.B(f"{subject_text(difference, framework, words)}.")
    heading = html.H3([subject, " ", describe_difference(difference, framework, words).sentence])
    return html.Details([html.Summary(heading), _sides(page_request, difference)], className="folded-pair")


def difference_pair(page_request: PageRequest, difference: Difference) -> Component:
    """Return a difference with its sentence and both sides."""
    said = describe_difference(difference, page_request.snapshot.framework, page_request.words).sentence
    return _sides(page_request, difference, html.H3(said))


def _sides(page_request: PageRequest, difference: Difference, *above: Component) -> Component:
    words = page_request.words
    text = describe_difference(difference, page_request.snapshot.framework, words)
    said = " ".join((explained(page_request, text), words("Status: {status}.", status=text.status)))
    cards = html.Div([figure_card(page_request, figure) for figure in difference.observations], className="facts")
    return html.Div(
        [*above, cards, html.P(said, className="small soft"), *decided(text)],
        className=f"pair pair-{difference.status}",
        id=difference.group,
    )


def explained(page_request: PageRequest, text: DifferenceText) -> str:
    """Return the ratio of the two figures, unless they are the same, and what may explain the difference."""
    words = page_request.words
    ratio = words("Ratio of the two figures: {ratio}.", ratio=text.ratio) if text.ratio not in ("", "1") else ""
    return f"{ratio} {words('What may explain it: {causes}.', causes='; '.join(text.causes))}".strip()


def decided(text: DifferenceText) -> list[Component]:
    """Return who decided about a difference and why; nothing where nobody did."""
    return [html.P([text.decision, " ", html.Q(text.reason)], className="small decision")] if text.decision else []


def coding_difference(page_request: PageRequest, coding: OpenCoding) -> list[Any]:
    """Return a status that two coders read differently, with both readings."""
    words, item = page_request.words, coding.indicator.item
    name = words.text(page_request.snapshot.framework.item(item).name)
    said = codings_text(coding.kept, coding.other, words)
    link = html.A(name, href=page_request.href(f"/evidence/{coding.country}/{item}"))
    return [link, f" – {words.text(coding.indicator.name)}. {said}"]
