"""The table of a matrix that is taken away has the counts of its page."""

import csv
import html
import io
import re

import pytest

from bukhara.charts.count_words import themes_text
from bukhara.i18n.codes import short_label
from bukhara.i18n.words import words_of
from bukhara.model.codes import ItemKind, Scope
from bukhara.situation.counts import count_country
from bukhara.situation.situation import situations


@pytest.mark.parametrize("kind", ["record", "exercise"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_file_below_the_matrix_says_in_words_what_the_page_says(request, kind: str, language: str) -> None:
    site, words = request.getfixturevalue(f"{kind}_site"), words_of(language)
    page = site.client.get(f"/?lang={language}").text
    [under] = re.findall(r'<p class="under">.*?</p>', page, re.DOTALL)
    assert "/api/" not in under
    files = dict(re.findall(r'href="([^"]*\.(csv|xlsx)[^"]*)"', under))
    assert sorted(files.values()) == ["csv", "xlsx"]
    assert {site.client.get(html.unescape(address)).status_code for address in files} == {200}
    address = next(html.unescape(address) for address, form in files.items() if form == "csv")
    rows = list(csv.reader(io.StringIO(site.client.get(address).data.decode("utf-8-sig"))))
    snapshot = site.service.snapshot()
    names = {state.code: words.text(state.short) for state in snapshot.framework.countries}
    head = next(row for row in rows if row and row[0] == words("Theme"))
    last = next(row for row in rows if row and row[0] == words("Themes that are counted"))
    by_theme = {row[0]: row for row in rows if len(row) == len(head)}
    found = situations(snapshot)
    for code, name in names.items():
        column = next(n for n, each in enumerate(head) if each.startswith(name))
        assert last[column] == themes_text(count_country(found, code), words)
        assert html.escape(last[column], quote=False).partition(": ")[2] in re.sub(
            r"<[^>]*>", "", site.client.get(f"/countries/{code}?lang={language}").text
        )
        for cell in found:
            if (cell.country, cell.scope, cell.kind, cell.applies) == (code, Scope.COUNTRY, ItemKind.MILESTONE, True):
                row = by_theme[words.text(snapshot.framework.item(cell.item).name)]
                assert row[column] == short_label(words, cell.mark)
