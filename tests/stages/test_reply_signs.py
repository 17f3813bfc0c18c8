"""A cell to which its state replied has a sign, wherever a matrix is drawn, and no other cell has one."""

import html
import re
from itertools import cycle

import pytest

from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import Position
from bukhara.model.marks import REPLY_SIGNS
from bukhara.pack.slides import SlideKind
from tests.stages import EXERCISE, names
from tests.stages.test_positions import AFTER
from tests.web.site_client import Site

STAGES = [name for name in names() if name.removeprefix(EXERCISE) in ("first start", *AFTER)]
MATRICES = ("/", "/themes", "/countries")
CELL = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[?"](.*?)</a>', re.DOTALL)
OF_PAGES = (Position.CONFIRMED, Position.CHANGED)
"""The positions with a sign of their own; on pages an objection has the flag of contested points."""


def replied(site: Site) -> dict[tuple[str, str], Position]:
    """Return the positions of cells with a reply by the rows of the API, unless all cells have the same."""
    found = {
        (row["country"], row["item"]): Position(row["position"])
        for row in site.rows("progress")
        if row["item"] and row["position"] and row["country"] not in ("REG", "")
    }
    return {cell: each for cell, each in found.items() if each in REPLY_SIGNS} if len(set(found.values())) > 1 else {}


def signs_in(page: str, language: str) -> set[Position]:
    return {each for each in OF_PAGES if f'title="{label(words_of(language), each)}"' in html.unescape(page)}


@pytest.mark.parametrize("name", STAGES)
def test_every_matrix_has_the_signs_of_replies_and_says_what_they_mean(stages, name: str) -> None:
    site = stages.read(name)
    found = replied(site)
    shown = {cell: {position} & {*OF_PAGES} for cell, position in found.items()}
    for path, language in zip(MATRICES, cycle(("en", "ru")), strict=False):
        page = html.unescape(site.html(f"{path}?lang={language}"))
        drawn = {(code, item): cell for code, item, cell in CELL.findall(page) if "<svg" in cell}
        for cell, drawing in drawn.items():
            assert signs_in(drawing, language) == shown.get(cell, set()), (path, cell)
            assert found.get(cell) is not Position.DISAGREES or 'class="flag"' in drawing
        key = page.split('class="key"')[-1].split("</p>")[0]
        for position in OF_PAGES:
            assert (label(words_of(language), position) in key) is (position in found.values()), (path, position)


@pytest.mark.parametrize("name", STAGES)
def test_the_pages_of_a_state_and_of_a_theme_have_the_signs_of_their_cells(stages, name: str) -> None:
    site = stages.read(name)
    found = replied(site)
    country = site.service.framework().countries[0].code
    for path, here in (
        (f"/countries/{country}?", {p for (code, _), p in found.items() if code == country}),
        ("/themes/BD-6a?", {p for (_, item), p in found.items() if item == "BD-6a"}),
    ):
        assert signs_in(site.html(f"{path}lang=en"), "en") == here & {*OF_PAGES}, path


@pytest.mark.parametrize("name", STAGES)
def test_a_slide_has_the_signs_and_says_what_they_mean(stages, name: str) -> None:
    site = stages.read(name)
    found = {REPLY_SIGNS[each].character: each for each in replied(site).values()}
    for language in ("en", "ru"):
        slides = site.slides(languages=(language,))
        wholes = [(s.blocks[0].description, s.label) for s in slides if s.kind is SlideKind.MATRIX]
        every = [sign.character for sign in REPLY_SIGNS.values()]
        signed = {(sign, said) for text, said in wholes for sign in every if sign in text}
        assert {sign for sign, _ in signed} == {*found}
        for sign, said in signed:
            assert re.search(f"{sign} {label(words_of(language), found[sign])} [–—] ", said)
