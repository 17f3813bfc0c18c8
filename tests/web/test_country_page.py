"""The page of a state: five tiles that add up, tabs that are links, a brief of one page and a workbook of everything."""

import io
import re

import openpyxl
import pytest

from bukhara.service import Service
from bukhara.views import country, country_tiles
from bukhara.views.marks import mark
from tests.addresses import TABS
from tests.web.desk_client import VIEWER, desk_site

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return desk_site(tmp_path_factory.mktemp("country"), real=True, actor=VIEWER)


def tiles_of(service: Service, code: str):
    snapshot = service.snapshot()
    view = country.build(snapshot, code)
    return view, country_tiles.build(snapshot, view)


@pytest.mark.parametrize("code", STATES)
def test_the_tiles_and_what_stands_beside_them_are_all_themes_that_apply(site, code) -> None:
    view, tiles = tiles_of(site.service, code)
    lines = [line for block in view.blocks for line in block.lines]
    listed = [*tiles.in_place, *tiles.under_way, *tiles.without_answer]
    assert len({line.item.id for line in listed}) == len(listed)
    assert len(listed) + sum(number for _, number in tiles.others) == len(lines)


@pytest.mark.parametrize("code", STATES)
def test_every_theme_that_is_not_in_place_or_a_reported_activity_is_open(site, code) -> None:
    view, tiles = tiles_of(site.service, code)
    kinds = {line.item.id: mark(line.status) for block in view.blocks for line in block.lines}
    done = {"in_place", "continuing", "not_applicable"}
    assert [line.item.id for line in tiles.open] == [item for item, kind in kinds.items() if kind not in done]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("code", STATES)
def test_the_page_prints_the_number_of_each_tile(site, code, language) -> None:
    _, tiles = tiles_of(site.service, code)
    page = site.html(f"/countries/{code}?lang={language}")
    numbers = [int(number) for number in re.findall(r"<strong>(\d+)</strong>", page[: page.index("nav-tabs")])]
    contested = len(tiles.objected) + len(tiles.differences)
    expected = [len(tiles.in_place), len(tiles.under_way), len(tiles.without_answer), contested, len(tiles.steps)]
    assert numbers == expected


@pytest.mark.parametrize("code", STATES)
def test_each_group_of_themes_says_how_many_are_in_place(site, code) -> None:
    view, _ = tiles_of(site.service, code)
    heads = re.findall(r'class="pillar-head"[^>]*>(.*?)</h3>', site.html(f"/countries/{code}?lang=en"), re.DOTALL)
    numbers = [tuple(map(int, re.findall(r"\d+", head))) for head in heads]
    counts = [block.counts for block in view.blocks]
    assert numbers == [(c.low, c.n) if c.low == c.high else (c.low, c.n, c.high - c.low) for c in counts]


def test_one_number_under_two_headings_is_listed_and_not_contested(site) -> None:
    _, tiles = tiles_of(site.service, "TJK")
    assert {(each.first, each.second) for each in tiles.two_labels} >= {(199, 199)}
    assert all(each.first != each.second for each in tiles.differences)
    page = site.html("/countries/TJK?tab=expected")
    listed = page[page.index("One number under two headings") : page.index('id="open"')]
    assert [each.group in listed for each in tiles.two_labels] == [True] * len(tiles.two_labels)
    assert [each.group in listed for each in tiles.differences] == [False] * len(tiles.differences)


def test_each_tab_is_a_link_and_says_which_is_open(site) -> None:
    for tab in TABS:
        page = site.html(f"/countries/TJK?tab={tab}")
        assert re.search(rf'aria-current="page"\s+href="[^"]*tab={tab}[^"]*"', page)
        assert set(re.findall(r"tab=(\w+)", page[page.index("nav-tabs") :])) >= set(TABS)
    assert 'id="themes"' in site.html("/countries/TJK?tab=unknown")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("code", STATES)
def test_the_brief_is_one_page(site, code, language) -> None:
    answer = site.client.get(f"/countries/{code}/brief.pdf?lang={language}")
    assert answer.content_type == "application/pdf"
    assert re.findall(rb"/Type\s*/Pages\b[^>]*/Count (\d+)", answer.data) == [b"1"]
    assert answer.data == site.client.get(f"/countries/{code}/brief.pdf?lang={language}").data


def test_the_workbook_holds_all_that_the_api_has_of_the_state(site) -> None:
    answer = site.client.get("/countries/TJK/everything.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert book.sheetnames[0] == "Read me"
    held = {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}
    for name, title in (("progress", "Progress"), ("evidence", "Evidence"), ("observations", "Figures")):
        found = site.client.get(f"/api/v1/{name}?country=TJK&limit=10000").json
        assert held[title] == len(found["data"]), name


@pytest.mark.parametrize("file", ["brief.pdf", "everything.xlsx"])
def test_there_is_no_file_of_a_state_that_is_not_listed(site, file) -> None:
    assert site.client.get(f"/countries/FRA/{file}").status_code == 404


@pytest.mark.parametrize("code", STATES)
def test_only_bodies_of_the_state_are_said_to_have_spoken_for_it(site, code) -> None:
    snapshot = site.service.snapshot()
    page = site.html(f"/countries/{code}")
    spoke = re.search(r'class="spoke">(.*?)</p>', page, re.DOTALL)[1]
    others = [body.name for body in snapshot.framework.bodies if body.kind != "state"]
    assert [name for name in others if name in spoke] == []
    assert any(body.name in spoke for body in snapshot.framework.bodies if body.country == code)


def test_a_tile_leads_to_its_own_themes(site) -> None:
    _, tiles = tiles_of(site.service, "TJK")
    page = site.html("/countries/TJK?only=without_answer")
    listed = re.findall(r'href="/themes/([^#?"]+)[^"]*#TJK"', page[page.index('id="themes"') :])
    assert set(listed) == {line.item.id for line in tiles.without_answer}
    assert page.count("only=without_answer#parts") == 2
