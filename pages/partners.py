"""Partners: who supports which state with what, with the figures and their limits."""

import re
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.views import partners
from web.layout import layout_of
from web.page import Filter, Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMatrix(Context):
    """Who supports what and where; by partner the anchor of its section, and the figures shown as a difference."""

    template: ClassVar[str] = "pages/partners_matrix.html"
    view: partners.Partners
    open: bool
    anchors: dict[str, str]
    paired: dict[str, frozenset[str]]


def content(reader: Reader) -> Page:
    """Show the matrix of support, of the kind selected."""
    words = reader.words
    kinds = {kind: label(words, kind) for kind in reader.view(partners.kinds)}
    kind = reader.one_of("kind", tuple(kinds))
    view = reader.view(partners.build, kind=kind)
    matrix = PartnerMatrix(
        view=view,
        open=bool(kind),
        anchors={row.partner: _anchor(row.partner) for row in view.rows},
        paired={row.partner: _paired_ids(row) for row in view.rows},
    )
    return Page(
        title=words("Partners: support to the states and the region"),
        lead=words("What international partners say they do, state by state, in the words of the report."),
        filters=(Filter("kind", words("Kind of support"), (("all", words("all")), *kinds.items()), kind or "all"),),
        blocks=(render(reader, matrix),),
    )


def _anchor(partner: str) -> str:
    """Return the fragment of a partner's section."""
    return "p-" + re.sub(r"[^a-z0-9]+", "-", partner.casefold()).strip("-")


def _paired_ids(row: partners.PartnerRow) -> frozenset[str]:
    """Return the ids of the figures already shown as a difference."""
    return frozenset(figure.observation_id for pair in row.differences for figure in pair.observations)


register_page(__name__, path="/partners", name="Partners", content=content)
layout = layout_of("/partners")
