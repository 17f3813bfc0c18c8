"""A statement has a place of its own on the page of its state and theme, where links lead to it."""

import re
from collections import Counter

from tests.web.site_client import new_site


def test_context_says_that_it_has_no_status_and_asks_for_no_reason(tmp_path) -> None:
    html = new_site(tmp_path, real=True).html("/evidence/REG/RC-1?lang=en")
    assert "It is not monitored and has no status." in html
    assert "Why?" not in html


def test_every_statement_is_on_the_page_of_the_cell_with_the_most(tmp_path) -> None:
    site = new_site(tmp_path, real=True)
    statements = site.service.snapshot().statements
    cell, n = Counter((each.country, each.item) for each in statements).most_common(1)[0]
    places = re.findall(r'id="(e-[^"]+)"', site.html("/evidence/{}/{}?lang=en".format(*cell)))
    assert n > 20
    assert {each.evidence_id for each in statements if (each.country, each.item) == cell} <= set(places)


def test_an_answer_that_was_given_again_leads_to_where_it_is_shown(tmp_path) -> None:
    site = new_site(tmp_path)
    places: dict[str, set[str]] = {}
    links = re.findall(r'href="(/evidence/\w+/[\w.-]+)[^"#]*#(e-\w+)"', site.html("/evidence?source=XAA-round-1"))
    for page, place in links:
        places.setdefault(page, set(re.findall(r'id="(e-\w+)"', site.html(page))))
        assert place in places[page], page
    assert len(links) > 5
