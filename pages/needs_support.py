"""Support by kind: which partner reports what in which state, with the figures and their limits; a tab of Needs."""

from dash import html
from dash.development.base_component import Component

from bukhara.charts import partner_matrix
from bukhara.charts.chart import Chart
from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.model.observation import Observation
from bukhara.views.themes import partners
from bukhara.views.themes.partners import PartnerRow, Partners
from web.cell_table import cell_chart
from web.charts import figure_address, source_of
from web.components.evidence import evidence_address
from web.components.figures import difference_pair, figure_notes, figure_period, figure_value, reported_by
from web.components.lists import fold
from web.components.passages import note_text
from web.components.statements import quotations
from web.filters import choice, chosen
from web.page import Filter, Section
from web.request import PageRequest


def support_filters(page_request: PageRequest) -> tuple[Filter, Filter]:
    """Return the filters of the kind of support and of the partner."""
    words, framework = page_request.words, page_request.snapshot.framework
    names = page_request.view(partners.names)
    kinds = {kind: label(words, kind) for kind in page_request.view(partners.kinds)}
    bodies = ((name, body.name) for name in names if (body := framework.body(name)))
    shown = {name: name for name in names} | {name: words.text(text) for name, text in bodies}
    return (
        choice(page_request, "kind", words("Kind of support"), kinds),
        choice(page_request, "partner", words("Partner"), shown),
    )


def support(page_request: PageRequest) -> tuple[Section, ...]:
    """Return the matrix of support, of the kind and the partner selected, and what each partner says."""
    kind, partner = map(chosen, support_filters(page_request))
    view = page_request.view(partners.build, kind=kind, partner=partner)
    listed = (_partner(page_request, row, is_open=len(view.rows) == 1) for row in view.rows)
    return (_picture(page_request, view), *listed)


def _picture(page_request: PageRequest, view: Partners) -> Chart:
    words = page_request.words
    figures = (figure for row in view.rows for figure in (*row.figures, *row.mentions))
    never = words("Persons trained by different partners are never added: one person can be in several figures.")
    outside = (
        words(
            "By the report, {country} was not among the states where {partner} worked.",
            country=words.text(country.short),
            partner=_name(page_request, row.partner),
        )
        for row in view.rows
        for country in row.outside
    )
    return cell_chart(
        partner_matrix.matrix(view, words, figure_address(page_request)),
        html.P(" ".join((never, *outside)), className="small soft"),
        id="partners-by-country",
        title=words("Who supports what, and where"),
        subtitle=words("A name means that the partner reports this support, not how much of it."),
        source=source_of(page_request, figures),
        notes=(words("An empty cell: no such support is named in these sources."),),
        definition=words("Support that partners reported, as the sources sum it up. It may have ended since."),
        is_folded=True,
    )


def _partner(page_request: PageRequest, row: PartnerRow, *, is_open: bool) -> Component:
    """Return what a partner says: differences, figures with their limits, and support without a number."""
    words = page_request.words
    counted = [
        words.plural("{n} figure", "{n} figures", len(row.figures)) if row.figures else "",
        words.plural("{n} passage", "{n} passages", len(row.mentions)) if row.mentions else "",
        words("sources differ") if row.differences else "",
    ]
    summary = html.Span(" · ".join(filter(None, counted)), className="soft small")
    paired = [figure for pair in row.differences for figure in pair.observations]
    alone = [figure for figure in row.figures if figure not in paired]
    parts: list[Component] = [difference_pair(page_request, each) for each in row.differences]
    if alone:
        parts.append(html.H3(words("Figures and their limits")))
        parts.append(html.Div([_fact(page_request, row, each) for each in alone], className="facts"))
    source = (row.figures or row.mentions)[0].source_id
    parts += [html.P(note_text(page_request, limit, source), className="fact-note") for limit in row.limits]
    if row.mentions:
        parts.append(html.H3(words("Support named without a number")))
        parts.append(html.Div([_fact(page_request, row, each) for each in row.mentions], className="facts"))
    name = [_name(page_request, row.partner), " ", summary]
    return fold(name, *parts, kind="partner", is_open=is_open)


def _fact(page_request: PageRequest, row: PartnerRow, figure: Observation) -> Component:
    """Return a figure, or support without a number; notes that are said of the partner as a whole are left out."""
    words = page_request.words
    kind, state = label(words, figure.kind_of_support), page_request.snapshot.framework.country(figure.country).short
    about = [words.text(state), kind, figure_period(page_request, figure)]
    head = figure_value(page_request, figure)
    if figure in row.mentions:
        head = [html.A(kind, href=evidence_address(page_request, figure), className="fact-v")]
        about = [words.text(state), about[2] if figure.period_start or figure.period_label else ""]
    parts: list[Component] = [html.P(head), html.P(" · ".join(filter(None, about)), className="small")]
    if figure.note not in row.limits:
        parts += figure_notes(page_request, figure)
    if figure.reporter != row.partner:
        parts += reported_by(page_request, figure)
    return html.Article([*parts, *quotations(page_request, figure)], className="fact")


def _name(page_request: PageRequest, partner: str) -> str:
    return body_name(partner, page_request.words, page_request.snapshot.framework)
