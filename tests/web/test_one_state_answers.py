"""One state answers a new round: the others keep their dated sentences and are shown as without a new answer."""

import re
from datetime import date

import pytest

from bukhara.model.codes import Status
from tests.stages.secretariat import Secretariat
from tests.web import reading
from tests.web.site_client import Site

SENT, DAY = date(2026, 11, 2), date(2026, 11, 20)
ALFA, BRAVO, ECHO = ({"en": en, "ru": ru} for en, ru in (("Alfa", "Альфа"), ("Bravo", "Браво"), ("Echo", "Эхо")))
RISE = {
    "en": "on the 13 themes answered both times the average level is higher than before by 0.15.",
    "ru": "по 13 темам, по которым ответы получены оба раза, средний уровень выше прежнего на 0,15.",
}
LABELS = {
    "en": "No new answer. Reported on 30 June 2026, compared with 30 June 2025.",
    "ru": "Нового ответа нет. Сообщено 30 июня 2026 года; сравнивается с сообщённым на 30 июня 2025 года.",
}
HARDLY = {
    "en": "1 of 54 questions answered: too few to compare.",
    "ru": "Вопросов с ответом: 1 из 54; для сравнения слишком мало.",
}
SAME = {
    "en": "On the 10 themes answered both times the average level is unchanged.",
    "ru": "По 10 темам, по которым ответы получены оба раза, средний уровень не изменился.",
}
STAFF = {
    "en": "The ministry named the turnover of trained staff as a challenge.",
    "ru": "Министерство назвало трудностью сменяемость обученных сотрудников.",
}
DAYS = {
    "en": ("20 November 2026", "14 May 2026; the same on 27 May 2025"),
    "ru": ("20 ноября 2026", "14 мая 2026; то же 27 мая 2025"),
}
NOT_ASKED = {"en": "Not asked in this round.", "ru": "В этом раунде не запрашивалось."}


@pytest.fixture(scope="module")
def before_and_after(stages) -> tuple[dict[str, str], Site]:
    """The first page before Echo answers one question of the round of November, and the site afterwards."""
    site = stages.open("exercise: first start")
    office = Secretariat(site.service)
    round_id = office.open_round("Round of November", "Ноябрьский раунд")
    office.send(round_id, [0, 2, 3, 4], SENT, DAY)
    before = {language: page_text(site, "/", language) for language in ("en", "ru")}
    office.letter(4, "BD-5.1", Status.IN_PLACE, DAY)
    return before, site


def page_text(site: Site, path: str, language: str) -> str:
    return " ".join(reading.text(site.html(f"{path}{'&' if '?' in path else '?'}lang={language}"), language))


def of_state(page: str, name: str) -> str:
    """Return the text of the card "What changed" about one state."""
    names = "Alfa|Bravo|Charlie|Delta|Echo|Альфа|Браво|Чарли|Дельта|Эхо|Latest information|Последние"
    changed = re.split("What changed|Что изменилось", page)[-1]
    return re.split(rf"\b(?:{names})\b", changed.split(name, 1)[1])[0]


@pytest.mark.parametrize(("language", "name"), [("en", "Alfa"), ("ru", "Альфа"), ("en", "Delta"), ("ru", "Дельта")])
def test_the_others_keep_their_last_sentences_dated(before_and_after, language, name) -> None:
    before, site = before_and_after
    kept = of_state(before[language], name)
    now = of_state(page_text(site, "/", language), name)
    assert now.startswith(f" {LABELS[language]} ")
    assert now.endswith(kept)
    assert RISE[language] in of_state(before[language], ALFA[language])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_one_answer_is_not_compared_with_a_round_and_takes_no_sentence_away(before_and_after, language) -> None:
    before, site = before_and_after
    echo = of_state(page_text(site, "/", language), ECHO[language])
    assert echo.startswith(f" {HARDLY[language]} ")
    assert SAME[language] in of_state(before[language], ECHO[language])
    assert SAME[language] in echo


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_state_that_was_not_asked_owes_no_answer(before_and_after, language) -> None:
    _, site = before_and_after
    assert of_state(page_text(site, "/", language), BRAVO[language]).startswith(f" {NOT_ASKED[language]} ")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_of_a_state_says_the_same(before_and_after, language) -> None:
    _, site = before_and_after
    page = page_text(site, "/countries/XAA", language)
    assert LABELS[language] in page
    assert RISE[language] in page


@pytest.mark.parametrize("language", ["en", "ru"])
def test_old_answers_are_dated_newest_first_and_the_same_of_two_rounds_is_once(before_and_after, language) -> None:
    _, site = before_and_after
    newest, older = DAYS[language]
    page = page_text(site, "/themes/BD-5", language)
    places = [page.rindex(text) for text in (newest, STAFF[language], older)]
    assert places == sorted(places)
    assert page.count(STAFF[language]) == 1
    for path in ("/countries/XAE?", "/needs?"):
        page = page_text(site, path, language)
        assert page.count(STAFF[language]) == 1
        assert older in page
