"""Topics across the themes: the picture by state, the page of each, and the filter on three other pages."""

import json
import re

import pytest

from tests.web.reading import get, text

STATES = ["Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan", "Region"]


def squares(html: str) -> dict[str, list[tuple[int, int]]]:
    """Return the filled and open squares of each cell of the picture, by the name of its row."""
    table = html[html.index('class="topics"') : html.index('class="key topics"')]
    rows = re.findall(r'<th scope="row".*?</tr>', table, re.DOTALL)
    found = {}
    for row in rows:
        cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
        name = " ".join(re.search(r"<a[^>]*>(.*?)</a>", row, re.DOTALL)[1].split())
        found[name] = [
            (len(re.findall(r"<rect", cell)) - cell.count('class="o"'), cell.count('class="o"')) for cell in cells
        ]
    return found


def test_the_picture_has_a_square_for_every_statement_and_no_order_but_the_fixed_one(base) -> None:
    html = get(base + "/topics")[1]
    heads = re.findall(r'<th scope="col">([^<]*)</th>', html)
    assert heads[:7] == ["Topic", *STATES]
    found = squares(html)
    assert list(found)[:3] == ["Investigation and court", "Children", "Online"]
    assert len(found) == 8
    rows = json.loads(get(base + "/api/v1/evidence?topic=children")[1])["data"]
    assert sum(own + others for own, others in found["Children"]) == sum(row["state"] == "value" for row in rows)
    assert found["Children"][1] == (0, 1), "UNODC's handbook for juvenile police is no statement of the state"


def test_a_topic_shows_statements_challenges_what_came_since_and_figures(base) -> None:
    html = get(base + "/topics/children")[1]
    places = re.findall(r'<details class="card fold side">.*?<p id="(\w+)"', html, re.DOTALL)
    assert places == ["KAZ", "KGZ", "TJK", "UZB", "REG"]
    words = " ".join(text(html, "en")[0].split())
    assert "training on trafficking in persons for over 14,000 students" in words
    assert "The Supreme Court suggested paternity testing" in words
    assert "Since then, from public sources, not confirmed" in words
    address = re.search(r'href="(/evidence\?[^"]*country=UZB&amp;indicator=CTX-unodc-victims[^"]*)"', html)[1]
    count = int(re.search(r"(\d+) figures?", html[html.index(address) :])[1])
    shown = get(base + address.replace("&amp;", "&"))[1]
    assert f"{count} entries found." in " ".join(text(shown, "en")[0].split())
    assert get(base + "/topics/nothing")[0] == 404


@pytest.mark.parametrize(
    ("address", "there", "gone"),
    [
        ("/challenges?", "The Supreme Court suggested paternity testing", "The Border Service noted"),
        ("/evidence?kind=figure&country=KAZ&", "seven of them minors", "dismantled a criminal network"),
        (
            "/statistics?",
            "Persons convicted (UNODC)",
            "Offences of trafficking in persons recorded",
        ),
    ],
)
def test_a_topic_narrows_a_page(base, address, there, gone) -> None:
    html = get(f"{base}{address}topic=children")[1]
    words = " ".join(text(re.sub(r"<option.*?</option>", "", html, flags=re.DOTALL), "en")[0].split())
    assert there in words
    assert gone not in words


def test_the_topics_of_the_library_are_a_list_to_choose_from(base) -> None:
    html = get(base + "/evidence?topic=online")[1]
    chosen = re.search(r'aria-current="true"[^>]*>\s*Online <b>(\d+)</b>', html)[1]
    assert f"{chosen} entries found." in " ".join(text(html, "en")[0].split())
    assert re.search(r'href="/evidence\?[^"]*topic=children', html)


def test_evidence_leads_to_the_topic_that_was_chosen(base) -> None:
    assert re.search(r'href="/topics/online(\?[^"]*)?"', get(base + "/evidence?topic=online")[1])
    assert re.search(r'href="/topics(\?[^"]*)?"', get(base + "/evidence")[1])
