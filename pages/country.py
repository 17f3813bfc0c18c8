"""One state: its progress, since when, as reported by which body, and what its neighbours can share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import lanes
from bukhara.charts.count_words import state_texts
from bukhara.i18n.codes import label
from bukhara.i18n.source_differences import compact_text, describe_difference
from bukhara.model.codes import State
from bukhara.model.messages import N_
from bukhara.views import country, country_tiles
from bukhara.views import timeline as dates
from bukhara.views.country import CountryTheme, CountryView
from bukhara.views.country_tiles import Tiles
from bukhara.views.marks import mark as mark_of
from pages.country_figures import figures
from pages.country_questions import questions
from pages.country_themes import themes
from web.charts import evidence_address as evidence_of_cell
from web.charts import status_source
from web.components.evidence import evidence_address
from web.components.lists import card, chosen_tab, joined, tab_links
from web.components.statements import undated
from web.filters import day_filters
from web.page import Page, Section
from web.request import PageRequest, page_request_of

PATH = "/countries/<code>"
register_page(__name__, path_template=PATH, parent="/countries", kept=True)
TABS = (
    ("themes", N_("Themes")),
    ("figures", N_("Figures")),
    ("timeline", N_("Timeline")),
)
LISTED = 3
"""Lines of a tile."""
SENTENCES = 3
"""Lines of a tile where each is a sentence."""
FILES = (
    ("brief.docx", "Word"),
    ("pack.pptx", N_("Slides (PowerPoint)")),
    ("everything.xlsx", N_("Excel of everything")),
)
"""Files of a state: name, and what a button says."""


def layout(**query: str) -> Page:
    """Return the page of the state in the address, or "not found" for any other code."""
    page_request = page_request_of(PATH, query)
    words, framework = page_request.words, page_request.snapshot.framework
    code = page_request.path.rsplit("/", 1)[-1]
    if code not in {c.code for c in framework.countries}:
        return Page(title=words("There is no page at this address"), found=False)
    view = page_request.view(country.build, code)
    tiles = country_tiles.build(page_request.snapshot, view)
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = chosen_tab(page_request, tabs)
    return Page(
        title=words.text(view.country.name),
        filters=day_filters(page_request),
        sections=(_head(page_request, view, tiles, tabs), *_SECTIONS[tab](page_request, view, tiles)),
        tabs=tuple(key for key, _ in tabs),
        restricted=questions if tab == TABS[0][0] else None,
    )


def _head(page_request: PageRequest, view: CountryView, tiles: Tiles, tabs: Any) -> Component:
    parts = [
        _counts(page_request, view),
        _tiles(page_request, tiles, is_listed=chosen_tab(page_request, tabs) == TABS[0][0]),
        _files(page_request, view.country.code),
        tab_links(page_request, tabs, below="#parts"),
    ]
    return html.Div(parts, className="country-head")


def _counts(page_request: PageRequest, view: CountryView) -> Component:
    words, coverage = page_request.words, view.level.coverage if view.level else None
    counts, *said = state_texts(view.counts, coverage, words)
    address = page_request.href("/evidence", countries=view.country.code)
    every = html.A(words("All statements and figures"), href=address)
    return html.P(joined([html.Strong(counts), *said, every]), className="mb-2")


def _files(page_request: PageRequest, code: str) -> Component:
    words = page_request.words

    def button(name: str, address: str, *, is_first: bool = False) -> Component:
        look = "btn btn-primary" if is_first else "btn btn-outline-secondary"
        named: Any = {"data-plain": ""}
        return html.A(name, href=address, className=look, **named)

    folder = f"/countries/{code}"
    brief = button(words("One page (PDF)"), page_request.href(f"{folder}/brief.pdf"), is_first=True)
    others = [button(words(name), page_request.href(f"{folder}/{file}")) for file, name in FILES]
    answer = button(words("Send an answer"), page_request.href("/sign-in", next="/upload/answer"))
    title = html.B(words("Brief for the minister:"))
    return html.Div(html.P([title, brief, *others, answer], className="buttons scroll"), className="files")


def _tiles(page_request: PageRequest, tiles: Tiles, *, is_listed: bool) -> Component:
    """Return a number for each group of themes, with the first of them on the first tab alone."""
    words = page_request.words
    is_asked = any(line.status.state is not State.NOT_ASKED for line in tiles.without_answer)
    unanswered = words("no answer or not covered") if is_asked else label(words, State.NOT_ASKED)
    contested = list(_contested(page_request, tiles))
    item = page_request.snapshot.framework.item
    # the sentence of a step is below, with its day and what came later
    steps = [html.A(words.text(item(s.item).name), href=evidence_address(page_request, s)) for s in tiles.steps]
    drawn = (
        _of_themes(page_request, "in_place", words("in place"), tiles.in_place),
        _of_themes(page_request, "under_way", words("under way"), tiles.under_way),
        _of_themes(page_request, "without_answer", unanswered, tiles.without_answer),
        _Tile("challenge", words("contested"), contested, _below(page_request, "expected"), SENTENCES),
        _Tile("continuing", words("next steps announced"), steps, _below(page_request, "steps"), SENTENCES),
    )
    shown = [html.Div(_drawn(page_request, tile, is_listed=is_listed), className="col") for tile in drawn]
    return html.Div(shown, className="row row-cols-3 row-cols-lg-5 g-2 g-lg-3 tiles")


@dataclass(frozen=True, slots=True)
class _Tile:
    """A group of a state: its mark, name and lines, where all of it is, and how many lines are shown."""

    kind: str
    name: str
    lines: Sequence[Any]
    address: str
    most: int = LISTED


def _drawn(page_request: PageRequest, tile: _Tile, *, is_listed: bool) -> Component:
    number = len(tile.lines)
    parts: list[Component] = [html.H2(html.A([html.Strong(number), tile.name], href=tile.address))]
    if is_listed:
        parts.append(html.Ul([html.Li(line) for line in tile.lines[: tile.most]]))
    if is_listed and number > tile.most:
        more = page_request.words("and {n} more", n=number - tile.most)
        parts.append(html.A(more, href=tile.address, className="small"))
    return html.Section(parts, className=f"card tile s-{tile.kind}")


def _of_themes(page_request: PageRequest, only: str, name: str, themes_of: Sequence[CountryTheme]) -> _Tile:
    words = page_request.words

    def line(theme: CountryTheme) -> list[Any]:
        kind = mark_of(theme.status)
        link = html.A(words.text(theme.item.name), href=evidence_address(page_request, theme.status))
        said = kind not in ("in_place", "under_way", "not_asked")
        return [link, *([" ", html.Small(label(words, kind))] if said else [])]

    address = page_request.here(tab="", only=only) + "#parts"
    return _Tile("not_asked" if only == "without_answer" else only, name, list(map(line, themes_of)), address)


def _contested(page_request: PageRequest, tiles: Tiles) -> Iterable[Component]:
    words, framework = page_request.words, page_request.snapshot.framework
    for line in tiles.objected:
        yield html.A(words.text(line.item.name), href=_below(page_request, "objected"))
    for each in tiles.differences:
        said = describe_difference(each, framework, words).sentence
        brief = compact_text(each, framework, words)
        yield html.A(brief, href=_below(page_request, each.group), title=said)
    for coding in tiles.codings:
        name = words.text(framework.item(coding.indicator.item).name)
        yield html.A(name, href=_below(page_request, "codings"))


def _below(page_request: PageRequest, part: str) -> str:
    return f"{page_request.here(tab='', only='')}#{part}"


def _timeline(page_request: PageRequest, view: CountryView, _: Tiles) -> tuple[Section, ...]:
    words, code = page_request.words, view.country.code
    when = page_request.view(dates.build, code)
    href = evidence_of_cell(page_request)
    source = status_source(page_request, code)
    chart = lanes.of_country(when, view.country, words, source=source, href=lambda item: href(code, item))
    if not when.undated:
        return (chart,)
    why = html.P(words("Reported, but without a date, so not on the line above."), className="small soft")
    return chart, card(words("Date not given"), why, undated(page_request, when.undated), id="undated")


_SECTIONS: dict[str, Callable[[PageRequest, CountryView, Tiles], tuple[Section, ...]]] = {
    "themes": themes,
    "figures": lambda page_request, view, _: figures(page_request, view),
    "timeline": _timeline,
}
