"""Page of one mark: the evidence of a cell (`/evidence/KAZ/BD-8b`) or of a figure (`/evidence/observation/<id>`)."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.revision import EditionRevisions, Revision
from bukhara.model.text import Text
from bukhara.views import evidence_cell, evidence_figure, since
from bukhara.views.history import CellVersion, FigureVersion
from pages import retired_theme
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

PATH = "/evidence/<place>/<record>"
FIGURES = "observation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEvidence(Context):
    """Status and why, since then, the state's own words, differences and history of one cell."""

    template: ClassVar[str] = "pages/evidence_cell.html"
    view: evidence_cell.EvidenceCell
    since: since.Since
    history: tuple[CellVersion, ...]
    framework: Framework
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEvidence(Context):
    """A figure with its quotes, its series, its differences and its history; `country` is the state it is about.

    `editions` are the editions of a data set that revised the figure, each with the revision.
    """

    template: ClassVar[str] = "pages/evidence_figure.html"
    view: evidence_figure.EvidenceFigure
    history: tuple[FigureVersion, ...]
    editions: tuple[tuple[EditionRevisions, Revision], ...]
    country: Text
    address: str


def content(page_request: PageRequest) -> Page:
    """Show the evidence of the cell or figure named in the address, or that it does not exist."""
    place, record = page_request.path.strip("/").split("/", 2)[1:]
    try:
        return _figure(page_request, record) if place == FIGURES else _cell(page_request, place, record)
    except KeyError:
        return retired_theme.content(page_request, record if page_request.country else "")


def _cell(page_request: PageRequest, code: str, item_id: str) -> Page:
    words, snapshot, history = page_request.words, page_request.snapshot, page_request.service.history
    view = page_request.view(evidence_cell.build, code, item_id)
    return Page(
        title=f"{words.text(view.item.name)}: {words.text(view.side.country.short)}",
        crumbs=_crumbs(page_request),
        sections=(
            render(
                page_request,
                CellEvidence(
                    view=view,
                    since=page_request.view(since.build, country=code, item=item_id),
                    history=history.of_cell(snapshot, code, item_id),
                    framework=snapshot.framework,
                    address=page_request.href(page_request.path),
                ),
            ),
        ),
    )


def _figure(page_request: PageRequest, observation_id: str) -> Page:
    words, snapshot = page_request.words, page_request.snapshot
    view = page_request.view(evidence_figure.build, observation_id)
    place = snapshot.framework.place(view.figure.country).short
    return Page(
        title=f"{words.text(place)}: {_value(page_request, view.figure)}",
        lead=words.text(view.measure.name),
        crumbs=_crumbs(page_request),
        sections=(
            render(
                page_request,
                FigureEvidence(
                    view=view,
                    history=page_request.service.history.of_figure(snapshot, view.figure),
                    editions=page_request.service.history.editions_of(snapshot, view.figure),
                    country=place,
                    address=page_request.href(page_request.path),
                ),
            ),
        ),
    )


def _value(page_request: PageRequest, figure: Observation) -> str:
    value = value_text(figure, page_request.words)
    return f"{value}, {period_text(figure.period, figure.period_label, page_request.words)}"


def _crumbs(page_request: PageRequest) -> tuple[tuple[str, str], ...]:
    return ((page_request.words("Evidence"), "/evidence"),)


register_page(__name__, path_template=PATH, name="Evidence of a mark", content=content)
layout = layout_of(PATH)
