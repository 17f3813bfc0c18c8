"""Support by kind: which partner reports what in which state, with the figures and their limits; a tab of Needs."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from bukhara.charts import partner_matrix
from bukhara.charts.chart import Chart
from bukhara.i18n.codes import label
from bukhara.views import partners
from web.cell_table import matrix_chart
from web.charts import figure_address, source_of
from web.filters import choice, chosen
from web.page import Filter
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerList(Context):
    """What each partner says; by partner the figures that are shown as a difference."""

    template: ClassVar[str] = "pages/needs_partners.html"
    view: partners.Partners
    paired: dict[str, frozenset[str]]


def support_filters(page_request: PageRequest) -> tuple[Filter, Filter]:
    """Return the filters of the kind of support and of the partner."""
    words, framework = page_request.words, page_request.snapshot.framework
    names = page_request.view(partners.names)
    kinds = {kind: label(words, kind) for kind in page_request.view(partners.kinds)}
    bodies = ((name, body.translated) for name in names if (body := framework.body(name)))
    shown = {name: name for name in names} | {name: words.text(text) for name, text in bodies}
    return (
        choice(page_request, "kind", words("Kind of support"), kinds),
        choice(page_request, "partner", words("Partner"), shown),
    )


def support(page_request: PageRequest) -> tuple[Markup | Chart, ...]:
    """Return the matrix of support, of the kind and the partner selected, and what each partner says."""
    kind, partner = map(chosen, support_filters(page_request))
    view = page_request.view(partners.build, kind=kind, partner=partner)
    listed = PartnerList(view=view, paired={row.partner: _paired_ids(row) for row in view.rows})
    return (_picture(page_request, view), render(page_request, listed))


def _picture(page_request: PageRequest, view: partners.Partners) -> Chart:
    words = page_request.words
    matrix = partner_matrix.matrix(view, words, figure_address(page_request))
    figures = (figure for row in view.rows for figure in (*row.figures, *row.mentions))
    return matrix_chart(
        matrix,
        render(page_request, "pages/needs_support.html", view=view),
        id="partners-by-country",
        title=words("Who supports what, and where"),
        subtitle=words(
            "A name means that the partner reports this support, not how much of it. A click shows the quotation."
        ),
        table=matrix.table(words("Kind of support")),
        source=source_of(page_request, figures),
        notes=(words("An empty cell: no partner names this support in these sources."),),
        definition=words("What international partners say they do, state by state, as the report sums it up."),
    )


def _paired_ids(row: partners.PartnerRow) -> frozenset[str]:
    """Return the ids of the figures already shown as a difference."""
    return frozenset(figure.observation_id for pair in row.differences for figure in pair.observations)
