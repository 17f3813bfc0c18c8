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
from web.layout import layout_of
from web.page import Page
from web.request import Reader
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


def content(reader: Reader) -> Page:
    """Show the evidence of the cell or figure named in the address, or that it does not exist."""
    place, record = reader.path.strip("/").split("/", 2)[1:]
    try:
        return _figure(reader, record) if place == FIGURES else _cell(reader, place, record)
    except KeyError:
        return Page(title=reader.words("There is no page at this address"), found=False)


def _cell(reader: Reader, code: str, item_id: str) -> Page:
    words, snapshot, history = reader.words, reader.snapshot, reader.service.history
    view = reader.view(evidence_cell.build, code, item_id)
    return Page(
        title=f"{words.text(view.item.name)}: {words.text(view.side.country.short)}",
        crumbs=_crumbs(reader),
        blocks=(
            render(
                reader,
                CellEvidence(
                    view=view,
                    since=reader.view(since.build, country=code, item=item_id),
                    history=history.of_cell(snapshot, code, item_id),
                    framework=snapshot.framework,
                    address=reader.href(reader.path),
                ),
            ),
        ),
    )


def _figure(reader: Reader, observation_id: str) -> Page:
    words, snapshot = reader.words, reader.snapshot
    view = reader.view(evidence_figure.build, observation_id)
    place = snapshot.framework.place(view.figure.country).short
    return Page(
        title=f"{words.text(place)}: {_value(reader, view.figure)}",
        lead=words.text(view.measure.name),
        crumbs=_crumbs(reader),
        blocks=(
            render(
                reader,
                FigureEvidence(
                    view=view,
                    history=reader.service.history.of_figure(snapshot, view.figure),
                    editions=reader.service.history.editions_of(snapshot, view.figure),
                    country=place,
                    address=reader.href(reader.path),
                ),
            ),
        ),
    )


def _value(reader: Reader, figure: Observation) -> str:
    value = value_text(figure, reader.words)
    return f"{value}, {period_text(figure.period, figure.period_label, reader.words)}"


def _crumbs(reader: Reader) -> tuple[tuple[str, str], ...]:
    return ((reader.words("Evidence"), "/evidence"),)


register_page(__name__, path_template=PATH, name="Evidence of a mark", content=content)
layout = layout_of(PATH)
