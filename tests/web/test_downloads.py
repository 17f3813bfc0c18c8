"""Downloads: every file of a release is on one page, and is there."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from tests.web.site_client import Site

FILE = re.compile(r'<a [^>]*href="(/(?:download|api|releases|countries|panel)/[^"]+)"')
MADE = re.compile(r"/pack\.|/(brief|handout)\.")


def files(site: Site, query: str = "") -> list[str]:
    html = site.html(f"/downloads?lang=en{query}")
    return [unescape(address) for address in FILE.findall(html.split("<main")[1].split("</main>")[0])]


@pytest.mark.parametrize("name", ["record_site", "exercise_site"])
def test_every_file_that_is_named_is_there(name, request) -> None:
    site = request.getfixturevalue(name)
    named = files(site)
    assert len(named) == len(set(named)) > 40
    quick = [address for address in named if not MADE.search(address) and not re.search(r"\.(png|pdf)\?", address)]
    assert {a: s for a in quick if (s := site.client.get(a).status_code) != 200} == {}


def test_each_state_has_the_same_files_in_the_fixed_order(record_site) -> None:
    of_states = [address.split("/")[2:4] for address in files(record_site) if address.startswith("/countries/")]
    assert [code for code, _ in of_states[::4]] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    kinds = [file.split("?")[0] for _, file in of_states]
    assert kinds == kinds[:4] * 5


def test_a_table_of_a_chart_says_alone_what_it_counts_whose_it_is_and_where_it_is_from(record_site) -> None:
    address = "/download/rows-ctx-unodc-offences.csv?page=/statistics&lang=en"
    table = record_site.client.get(address).data.decode("utf-8-sig")
    said = " ".join(line for line in table.splitlines() if "# " in line[:3])
    for part in ("Unit: offences", "Source: Data portal", "release 3", "keep their rights", "/chart/statistics/rows-"):
        assert part in said, part


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_chart_as_svg_has_text_that_can_be_edited_its_title_and_what_it_shows(record_site, language) -> None:
    for chart, page in (("rows-ctx-unodc-offences", "/statistics"), ("status-by-country", "/themes&tab=picture")):
        svg = record_site.client.get(f"/download/{chart}.svg?page={page}&lang={language}").data
        drawing = ET.fromstring(svg)
        words = "".join(drawing.itertext())
        title, about = (drawing.findtext(f"{{*}}{name}") for name in ("title", "desc"))
        assert title
        assert about
        texts = ["".join(each.itertext()) for each in drawing.iter("{http://www.w3.org/2000/svg}text")]
        assert title in texts
        names = [country.short.by_language for country in record_site.service.framework().countries]
        assert [name for name in names if dict(name)[language] not in words] == []
        assert any("/chart/" in text for text in texts)
        # nothing is behind it, and nothing in it leads to another server
        assert drawing.find("{*}rect") is None
        assert re.findall(rb"(?:href|src)=.https?:", svg) == []
