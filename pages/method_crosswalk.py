"""The same facts in other lists: which of their references correspond to which themes and measures."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.messages import N_
from bukhara.views.crosswalk import CrosswalkLine, OtherForm, lines
from web.components.lists import folded_card, head, scrolled
from web.components.passages import record_text
from web.request import PageRequest

FORMS = {
    OtherForm.PROTOCOL: N_("Trafficking Protocol and UNTOC"),
    OtherForm.SDG: N_("Sustainable Development Goals"),
    OtherForm.GLOTIP: N_("GLOTIP questionnaire"),
    OtherForm.ICTIP: N_("IC-TIP"),
}


def crosswalk(page_request: PageRequest) -> Component:
    """Return a table for each other list, folded."""
    words, every = page_request.words, lines(page_request.snapshot.framework)
    about = words(
        "One fact answers to several reports. Listed are articles of the Trafficking Protocol and of the Convention "
        "against Transnational Organized Crime (UNTOC), and targets of the Sustainable Development Goals. Then come "
        "the questions of UNODC’s questionnaire for the Global Report (GLOTIP), and the objects of IC-TIP. The "
        "assignment is ours and judges no conformity."
    )
    files = words("The same with every statement and figure, as CSV, JSON or XLSX:")
    command = html.Code("bukhara export crosswalk --format csv", lang="en")
    parts: list[Component] = [html.P(about), html.P([files, " ", command], className="small soft")]
    columns = [words("Reference"), words("Themes"), words("Measures")]
    for form, name in FORMS.items():
        rows = [_row(page_request, line) for line in every if line.form == form]
        table = html.Table([head(columns), html.Tbody(rows)], className="data")
        parts.append(html.Details([html.Summary(words(name)), scrolled(words(name), table)]))
    return folded_card(words("The same facts in other lists"), *parts, id="crosswalk")


def _row(page_request: PageRequest, line: CrosswalkLine) -> Component:
    words = page_request.words
    themes = [
        html.A(words.text(item.name), href=page_request.href(f"/themes/{item.id}"), title=item.id)
        for item in line.items
    ]
    measures = [
        html.A(words.text(each.name), href=page_request.href("/statistics", **_selection(each.id)))
        for each in line.measures
    ]
    return html.Tr([html.Th(_reference(page_request, line), scope="row"), _below(themes), _below(measures)])


def _reference(page_request: PageRequest, line: CrosswalkLine) -> Any:
    if line.form is OtherForm.ICTIP:
        return label(page_request.words, line.reference)
    if line.form is OtherForm.GLOTIP:
        return record_text(page_request, line.reference)
    return line.reference.replace("Art.", page_request.words("Art."))


def _selection(measure: str) -> dict[str, str]:
    return {"tab": "routes"} if measure == "CTX-routes" else {"measure": measure}


def _below(links: Sequence[Component]) -> Component:
    """Return a cell with links below one another."""
    parts = [part for link in links for part in (html.Br(), link)]
    return html.Td(parts[1:] or "–")
