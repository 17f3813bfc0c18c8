"""Header, navigation, standing line and footer around every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dash import html
from dash.development.base_component import Component

from bukhara.figures.chart import Chart
from bukhara.i18n.codes import N_
from bukhara.i18n.words import PSEUDO
from bukhara.views import basis
from pages._ui.parts import filters
from pages._ui.parts.address import page_at
from pages._ui.parts.fragment import Fragment
from pages._ui.parts.frame import frame
from pages._ui.parts.templates import render

if TYPE_CHECKING:
    from pages._ui.parts.page import Page
    from pages._ui.parts.reader import Reader

NAVIGATION: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("/", N_("Overview"), ()),
    ("/themes", N_("Themes"), (("/challenges", N_("Challenges")), ("/compare", N_("Compare")))),
    ("/countries", N_("Countries"), ()),
    ("/statistics", N_("Statistics"), (("/victims", N_("Victims")), ("/partners", N_("Partners")))),
    ("/evidence", N_("Evidence"), ()),
    ("/method", N_("Method"), (("/data-quality", N_("Data quality")),)),
)
SECRETARIAT: tuple[tuple[str, str, str], ...] = (
    ("/rounds", N_("Rounds"), "rounds"),
    ("/upload", N_("Upload"), "upload"),
    ("/reply", N_("Reply"), "reply"),
    ("/releases", N_("Releases"), "releases"),
    ("/replies", N_("Replies"), "publish"),
    ("/differences", N_("Differences"), "decide"),
    ("/admin", N_("Administration"), "accounts"),
)
LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}


def layout_of(path_template: str) -> Callable[..., Component]:
    """Return Dash's layout function for a page: address in, components out."""

    def layout(**query: object) -> Component:
        path = path_template
        for name, value in query.items():
            path = path.replace(f"<{name}>", str(value))
        kept = {name: str(value) for name, value in query.items() if f"<{name}>" not in path_template}
        return draw(*page_at(path, kept))

    return layout


def draw(reader: Reader, page: Page) -> Component:
    """Return the components of a page inside the shell."""
    snapshot = reader.snapshot
    values = {
        "page": page,
        "english": reader.words.language != "en" and any('lang="en"' in str(block) for block in page.blocks),
        "snapshot": snapshot,
        "basis": reader.view(basis.build),
        "navigation": NAVIGATION,
        "secretariat": SECRETARIAT,
        "languages": {code: LANGUAGE_NAMES.get(code, code) for code in reader.service.languages if code != PSEUDO},
    }
    blocks = [frame(reader, b) if isinstance(b, Chart) else Fragment(b) for b in page.blocks]
    selections = [filters.bar(page.filters)] if page.filters else []
    titled: Any = {"data-title": page.title}
    main = html.Main(
        [Fragment(render(reader, "page_head.html", **values)), *selections, *blocks],
        id="main",
        className="wrap",
        lang=reader.words.language,
        **titled,
    )
    return html.Div(
        [
            Fragment(render(reader, "header.html", **values)),
            main,
            Fragment(render(reader, "footer.html", **values)),
        ],
        className="page",
    )
