"""Partners: who supports which state with what, with the figures and their limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.views import partners
from bukhara.views.evidence import citations
from pages._ui.parts.page import Filter, Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.figure_voices import voices

if TYPE_CHECKING:
    from bukhara.model.observation import Observation


def content(reader: Reader) -> Page:
    """Show the matrix of support, of the kind selected."""
    words = reader.words
    kinds = {kind: label(words, kind) for kind in reader.view(partners.kinds)}
    kind = reader.one_of("kind", tuple(kinds))
    view = reader.view(partners.build, kind=kind)
    matrix = render(
        reader,
        "partners_matrix.html",
        view=view,
        open=bool(kind),
        anchor=anchor,
        paired_ids=paired_ids,
        citations=_citations,
        **voices(reader),
    )
    return Page(
        title=words("Partners: support to the states and the region"),
        lead=words("What international partners say they do, state by state, in the words of the report."),
        filters=(Filter("kind", words("Kind of support"), (("all", words("all")), *kinds.items()), kind or "all"),),
        blocks=(matrix,),
    )


def anchor(partner: str) -> str:
    """Return the fragment of a partner's section."""
    return "p-" + re.sub(r"[^a-z0-9]+", "-", partner.casefold()).strip("-")


def paired_ids(row: partners.PartnerRow) -> set[str]:
    """Return the ids of the figures already shown as a difference."""
    return {figure.observation_id for pair in row.differences for figure in pair.observations}


def _citations(figure: Observation) -> tuple[tuple[str, str], ...]:
    return citations(figure.quote, figure.source_locator)


register_page(__name__, path="/partners", name="Partners", content=content)
layout = layout_of("/partners")
