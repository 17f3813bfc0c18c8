"""The page of a state: tiles that add up, tabs that are links, files, and questions that only those concerned see."""

import io
import re
from datetime import date, timedelta
from itertools import product

import openpyxl
import pytest

from bukhara.service import Service
from bukhara.views.countries import country
from tests.addresses import TABS, of_tables
from tests.clock import NOW
from tests.web.permission_cases import ACTORS, may
from tests.web.sentences import DISCOURTEOUS
from tests.web.site_client import VIEWER, commission, new_site
from web.first_paint import to_html
from web.request import page_request_of

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


@pytest.fixture(scope="module")
def site(record_site):
    return record_site


def view_of(service: Service, code: str) -> country.CountryView:
    return country.build(service.snapshot(), code)


@pytest.mark.parametrize("code", STATES)
def test_tiles_sentence_and_overview_have_one_number_for_each_status(site, code) -> None:
    view = view_of(site.service, code)
    n = view.counts
    tiled = [len(view.in_place), len(view.under_way), len(view.without_answer)]
    assert tiled == [n.in_place, n.under_way, n.silent + n.unanswered]
    page, overview = site.html(f"/countries/{code}?lang=en"), site.html("/?lang=en")
    parts = re.search(r"<strong>14 themes: (.*?)\.</strong>", page)[1].split(", ")
    head = overview[overview.index(f'href="/countries/{code}') :]
    printed = head[: head.index("</th>")]
    assert re.search(r'aria-label="([^"]* \d+)"', printed)[1].split(", ") == parts
    assert re.findall(r"</svg>(\d+)<", printed) == [part.rsplit(" ", 1)[1] for part in parts]
    assert sum(int(part.rsplit(" ", 1)[1]) for part in parts) == n.n


@pytest.mark.parametrize("code", STATES)
def test_every_theme_that_is_not_in_place_or_a_reported_activity_is_open(site, code) -> None:
    view = view_of(site.service, code)
    kinds = {line.item.id: line.status.mark for block in view.blocks for line in block.lines}
    done = {"in_place", "continuing", "not_applicable"}
    assert [line.item.id for line in view.open] == [item for item, kind in kinds.items() if kind not in done]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("code", STATES)
def test_the_page_prints_the_number_of_each_tile(site, code, language) -> None:
    view = view_of(site.service, code)
    page = site.html(f"/countries/{code}?lang={language}")
    numbers = [
        int(number) for number in re.findall(r"<strong>(\d+)</strong>", page[: page.index('class="nav nav-tabs')])
    ]
    contested = len(view.objected) + len(view.differences) + len(view.codings)
    expected = [len(view.in_place), len(view.under_way), len(view.without_answer), contested, len(view.steps)]
    assert numbers == expected


@pytest.mark.parametrize("code", STATES)
def test_each_group_of_themes_says_how_many_are_in_place(site, code) -> None:
    view = view_of(site.service, code)
    heads = re.findall(r'class="pillar-head"[^>]*>(.*?)</h3>', site.html(f"/countries/{code}?lang=en"), re.DOTALL)
    numbers = [tuple(map(int, re.findall(r"\d+", head))) for head in heads]
    counts = [block.counts for block in view.blocks]
    assert numbers == [(c.in_place, c.n) if c.n else () for c in counts]


def test_each_tab_is_a_link_and_says_which_is_open(site) -> None:
    for tab in TABS:
        page = site.html(f"/countries/TJK?tab={tab}")
        assert re.search(rf'href="[^"]*tab={tab}[^"]*" aria-current="page"', page)
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
        assert held[title] == len(site.rows(name, country="TJK")), name


@pytest.mark.parametrize("file", ["brief.pdf", "everything.xlsx"])
def test_there_is_no_file_of_a_state_that_is_not_listed(site, file) -> None:
    assert site.client.get(f"/countries/FRA/{file}").status_code == 404


def test_a_tile_leads_to_its_own_themes(site) -> None:
    view = view_of(site.service, "TJK")
    page = site.html("/countries/TJK?only=without_answer")
    listed = re.findall(r'href="/themes/([^#?"]+)[^"]*#TJK"', page[page.index('id="themes"') :])
    assert set(listed) == {line.item.id for line in view.without_answer}
    assert page.count("only=without_answer#parts") == 1


TODAY = NOW.date()
HEADING = "Questions that follow"
PAGE, TAB = "/countries/XAA", "?lang=en"


@pytest.fixture(scope="module")
def exercise_site(tmp_path_factory):
    """The exercise on a day on which the commissions see the questions."""
    return new_site(tmp_path_factory.mktemp("questions"), questions_from=TODAY)


def shown(exercise_site, page: str = PAGE) -> tuple[bool, bool]:
    """Return whether the first response and Dash's callback have the questions."""
    answer = exercise_site.client.get(page + TAB)
    assert answer.headers.get("Cache-Control") == "no-store" or HEADING not in answer.text
    return HEADING in answer.text, HEADING in exercise_site.drawn(page, TAB).get_data(as_text=True)


@pytest.mark.parametrize(("days", "is_open"), [(None, False), (1, False), (0, True), (-9, True)])
def test_who_sees_the_questions_is_as_written_from_the_day_that_is_set(
    exercise_site, monkeypatch, days, is_open
) -> None:
    begins = None if days is None else TODAY + timedelta(days=days)
    monkeypatch.setattr(
        exercise_site.service, "settings", exercise_site.settings.model_copy(update={"questions_from": begins})
    )
    for (name, actor), state in product(ACTORS.items(), ("XAA", "XAB")):
        exercise_site.act(actor)
        waits = actor.country and not is_open
        wanted = may(actor, "questions", state) and not waits
        assert shown(exercise_site, f"/countries/{state}") == (wanted, wanted), (name, state, days)


def test_the_day_begins_at_midnight_where_the_conference_is(exercise_site, monkeypatch) -> None:
    tomorrow = exercise_site.settings.model_copy(update={"questions_from": date(2026, 11, 25)})
    monkeypatch.setattr(exercise_site.service, "settings", tomorrow)
    exercise_site.act(commission("XAA"))
    assert shown(exercise_site) == (False, False)
    monkeypatch.setattr(exercise_site.service, "_clock", lambda: NOW.replace(hour=19))
    assert shown(exercise_site) == (True, True)


def test_the_questions_are_in_no_other_page_file_or_answer(exercise_site) -> None:
    exercise_site.act(ACTORS["organiser"])
    assert shown(exercise_site) == (True, True)
    exercise_site.act(VIEWER)
    assert shown(exercise_site) == (False, False)
    exercise_site.act(ACTORS["organiser"])
    others = f"{PAGE}?tab=figures", "/countries/XAA/everything.xlsx"
    for address in (*others, "/countries/XAA/brief.pdf", *of_tables("evidence", query="?countries=XAA")):
        assert HEADING.encode() not in exercise_site.client.get(address).data
    assert HEADING not in exercise_site.client.get(f"/countries/ZZZ{TAB}").text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_question_follows_from_each_open_point_in_courteous_words(exercise_site, language) -> None:
    from pages.country_questions import questions

    exercise_site.act(ACTORS["organiser"])
    for state in ("XAA", "XAB", "XAC", "XAD", "XAE"):
        query = {"lang": language}
        with exercise_site.app.server.test_request_context(f"/countries/{state}"):
            block = to_html(questions(page_request_of(f"/countries/{state}", query)))
        view = view_of(exercise_site.service, state)
        points = len(view.objected) + len(view.differences) + len(view.open) + len(view.steps)
        assert block.count("<li>") == points > 0
        assert block.count("?") >= points
        assert DISCOURTEOUS[language].findall(block) == []


def test_statements_have_their_day_where_the_head_of_the_page_does_not_say_it(stages) -> None:
    site = stages.read("one letter")
    own, mixed, theme = (
        re.findall(r'<p class="by">(.*?)</p>', site.html(f"{address}?lang=en"), re.DOTALL)
        for address in ("/evidence/KAZ/BD-12", "/evidence/KGZ/BD-12", "/themes/BD-12")
    )
    assert own
    assert not any("28 July 2023" in line for line in own)
    assert any("28 July 2023" in line for line in mixed)
    assert any("28 July 2023" in line for line in theme)
    assert any("20 November 2026" in line for line in theme)
