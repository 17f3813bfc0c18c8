"""The tables that are taken away say cell by cell what their pages say, in the language of the reader."""

import html
import io
import re

import openpyxl
import pytest

from bukhara.charts.act_words import acts_of_cell, acts_text
from bukhara.charts.count_words import themes_text
from bukhara.i18n.words import words_of
from bukhara.situation.counts import count_country
from bukhara.situation.situation import situations
from tests.web.site_client import Site

CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
LABEL = re.compile(r'<span class="flag[^>]*aria-label="([^"]*)"')
FILE = re.compile(r'href="([^"]*\.(csv|xlsx)[^"]*)"')


def seen(cell: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", cell)).split())


def rows_of(page: str, look: str) -> list[list[str]]:
    """Return the cells of each row of the table of a page that has the class `look`, as HTML."""
    table = re.search(rf'<table class="{look}[ "].*?</table>', page, re.DOTALL)[0]
    return [CELL.findall(row) for row in re.findall(r"<tr[ >].*?</tr>", table, re.DOTALL)]


def files(site: Site, shown: str) -> tuple[list[list[object]], str]:
    """Return the rows of the XLSX file that is named there from the heads of its columns on, and its CSV file."""
    csv, xlsx = (site.client.get(html.unescape(address)).data for address, _ in sorted(FILE.findall(shown)))
    made = openpyxl.load_workbook(io.BytesIO(xlsx))["Data"].iter_rows(min_row=4, values_only=True)
    return [["" if value is None else value for value in row] for row in made], csv.decode("utf-8-sig")


@pytest.mark.parametrize("kind", ["record", "exercise"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_file_below_the_matrix_says_cell_by_cell_what_the_page_says(request, kind: str, language: str) -> None:
    site, words = request.getfixturevalue(f"{kind}_site"), words_of(language)
    page, snapshot = site.client.get(f"/?lang={language}").text, site.service.snapshot()
    ([head, *rows], csv) = files(site, page[page.index('class="under"') :])
    states, found = snapshot.framework.countries, situations(snapshot)
    assert [name.split(",")[0] for name in head[1:-1]] == [words.text(state.short) for state in states]
    cell_of = {(words.text(snapshot.framework.item(cell.item).name), cell.country): cell for cell in found}
    shown = [row for row in rows_of(page, "scorecard")[1:] if len(row) == len(head)]
    for on_page, in_file in zip(shown, rows, strict=False):
        assert (seen(on_page[0]), seen(on_page[-1])) == (in_file[0], in_file[-1])
        for state, drawn, said in zip(states, on_page[1:-1], in_file[1:-1], strict=True):
            cell = cell_of[in_file[0], state.code]
            signs = [text for text in map(html.unescape, LABEL.findall(drawn)) if text != acts_text(cell.acts, words)]
            years = seen(drawn).replace("*", f" ({words('before the Declaration')})")
            assert said == "; ".join(filter(None, [years, *signs, acts_of_cell(cell, words)]))
    for state, counted in zip(states, rows[len(shown)][1:-1], strict=True):
        assert counted == themes_text(count_country(found, state.code), words)
        assert counted.partition(": ")[2] in seen(site.client.get(f"/countries/{state.code}?lang={language}").text)
    assert all(text in csv.replace('""', '"') for row in [head, *rows[: len(shown)]] for text in row)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "address",
    [
        "/themes/BD-8b/theme-timeline?",
        "/countries/KGZ/country-timeline?tab=timeline&",
        "/countries/KGZ/country-figures?tab=figures&",
        "/statistics/rows-ctx-unodc-offences?",
        "/statistics/rows-ctx-unodc-prosecuted-7?measure=CTX-unodc-prosecuted&part=sex_age&",
    ],
)
def test_the_table_of_a_theme_a_state_and_statistics_is_in_its_file(record_site, address, language) -> None:
    page = record_site.client.get(f"/chart{address}lang={language}").text
    shown, (written, _) = rows_of(page, "data"), files(record_site, page[page.index('class="tools') :])
    assert len(shown) > 3
    for on_page, in_file in zip(shown, written, strict=False):
        for drawn, said in zip(map(seen, on_page), in_file, strict=True):
            assert seen(said) == drawn if isinstance(said, str) else said == float(re.sub(r"[^\d.]", "", drawn))
