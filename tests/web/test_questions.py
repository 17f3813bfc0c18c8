"""Questions to a state are seen by organisers and the secretariat, by its commission from a day, and never by others."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.clock import NOW
from tests.web.desk_client import VIEWER, commission, desk_site
from tests.web.permission_cases import ACTORS, may
from tests.web.test_crawl import DISCOURTEOUS
from web.request import reader_of

TODAY = NOW.date()
HEADING = "Questions that follow"
PAGE, TAB = "/countries/XAA", "?tab=expected&lang=en"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise on a day on which the commissions see the questions."""
    return desk_site(tmp_path_factory.mktemp("questions"), questions_from=TODAY)


def shown(site, page: str = PAGE) -> tuple[bool, bool]:
    """Return whether the first response and Dash's callback have the questions."""
    answer = site.client.get(page + TAB)
    assert answer.headers.get("Cache-Control") == "no-store" or HEADING not in answer.text
    return HEADING in answer.text, HEADING in site.drawn(page, TAB).get_data(as_text=True)


@pytest.mark.parametrize(("days", "is_open"), [(None, False), (1, False), (0, True), (-9, True)])
def test_who_sees_the_questions_is_as_written_from_the_day_that_is_set(site, monkeypatch, days, is_open) -> None:
    begins = None if days is None else TODAY + timedelta(days=days)
    monkeypatch.setattr(site.service, "settings", site.settings.model_copy(update={"questions_from": begins}))
    for (name, actor), state in product(ACTORS.items(), ("XAA", "XAB")):
        site.act(actor)
        waits = actor.country and not is_open
        wanted = may(actor, "questions", state) and not waits
        assert shown(site, f"/countries/{state}") == (wanted, wanted), (name, state, days)


def test_the_day_begins_at_midnight_where_the_conference_is(site, monkeypatch) -> None:
    tomorrow = site.settings.model_copy(update={"questions_from": date(2026, 11, 25)})
    monkeypatch.setattr(site.service, "settings", tomorrow)
    site.act(commission("XAA"))
    assert shown(site) == (False, False)
    monkeypatch.setattr(site.service, "_clock", lambda: NOW.replace(hour=19))
    assert shown(site) == (True, True)


def test_the_questions_are_in_no_other_page_file_or_answer(site) -> None:
    site.act(ACTORS["organiser"])
    assert shown(site) == (True, True)
    site.act(VIEWER)
    assert shown(site) == (False, False)
    site.act(ACTORS["organiser"])
    for address in (PAGE, "/countries/XAA/everything.xlsx", "/countries/XAA/brief.pdf", "/api/v1/evidence?country=XAA"):
        assert HEADING.encode() not in site.client.get(address).data
    assert HEADING not in site.client.get(f"/countries/ZZZ{TAB}").text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_question_follows_from_each_open_point_in_courteous_words(site, language) -> None:
    from pages.country_questions import questions

    site.act(ACTORS["organiser"])
    for state in ("XAA", "XAB", "XAC", "XAD", "XAE"):
        query = {"tab": "expected", "lang": language}
        with site.app.server.test_request_context(f"/countries/{state}"):
            (block,) = questions(reader_of(f"/countries/{state}", query))
        html = site.html(f"/countries/{state}?tab=expected&lang={language}").split('id="questions"')[0]
        points = html.count('class="pair"') + html.split('id="open"')[1].split("</section>")[0].count("<li")
        points += html.split('id="objected"')[1].split("</section>")[0].count("<li>")
        points += html.split('id="steps"')[1].count("<li>")
        assert block.count("<li>") == points > 0
        assert block.count("?") >= points
        assert DISCOURTEOUS[language].findall(block) == []
