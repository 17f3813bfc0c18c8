"""The end of a period is always printed; a plan that ended since its state reported says so, by the calendar day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bukhara.charts.status_dates import dates_text, years_text
from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import ReadingKind
from bukhara.model.partial_date import last_day
from bukhara.pack.slides import Slide, SlideKind
from bukhara.progress.readings import reading_at
from bukhara.situation.rows import progress_rows
from bukhara.situation.situation import situations
from bukhara.views.countries import country
from tests.stages import names
from tests.web.site_client import Site

ENDED = {"en": "period ended", "ru": "срок истёк"}


def plans(site: Site, day: date | None = None) -> dict[str, object]:
    return {cell.country: cell for cell in situations(site.service.snapshot(day)) if cell.item == "BD-13"}


@pytest.mark.parametrize("name", names())
def test_a_period_is_judged_on_one_day_for_all_states_and_in_a_round_on_its_day(stages, name: str) -> None:
    snapshot = stages.read(name).service.snapshot()
    found = [cell for cell in situations(snapshot) if cell.valid_until]
    assert found
    for cell in found:
        end, reading = last_day(cell.valid_until), reading_at(snapshot.framework, snapshot.as_of, cell.country)
        assert cell.ended == (reading.kind is ReadingKind.ROUND and end < reading.date), cell
        assert cell.period_ended == (not cell.ended and end < snapshot.calendar_day), cell


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_brief_and_slides_print_the_end_and_that_it_has_passed(stages, language: str) -> None:
    site, words, ended = stages.read("first start"), words_of(language), ENDED[language]
    until = words.until("2023")
    for address in ("/", "/themes/BD-13", "/countries/TKM", "/evidence/TKM/BD-13", "/themes?tab=picture"):
        page = site.read(f"{address}{'&' if '?' in address else '?'}lang={language}", language)
        assert until in page, address
        assert ended in page, address
    snapshot = site.service.snapshot()
    page = brief(snapshot, country.build(snapshot, "KAZ"), words)
    plan = next(entry for entry in page.in_place.entries if "2021" in entry.status)
    assert plan.status.endswith(f", 2021–2023, {ended}")
    assert words.date(date(2026, 11, 24)) in page.basis
    slides = site.slides(languages=(language,))
    (whole,) = [s.blocks[0].description for s in slides if s.kind is SlideKind.MATRIX]
    assert len(re.findall({"en": r": to 20\d\d", "ru": r": по 20\d\d"}[language], whole)) == 3
    assert words("“to …”: the reported period is over") + " (3)" in whole


def test_it_is_judged_on_the_calendar_day_in_the_zone_of_the_settings(stages) -> None:
    site = stages.open("first start")
    # in Samarkand the year 2026 begins five hours before midnight in UTC
    shown = {}
    for hour in (18, 19):
        site.clock.moment = datetime(2025, 12, 31, hour, 30, tzinfo=UTC)
        shown[hour] = plans(site)["KGZ"].period_ended, ENDED["en"] in site.read("/evidence/KGZ/BD-13")
    assert shown == {18: (False, False), 19: (True, True)}


@pytest.mark.parametrize("name", ["first start", "all answered", "round closed", "exercise: first start"])
def test_the_clock_moves_no_result(stages, name: str) -> None:
    snapshot = stages.read(name).service.snapshot()
    ends = {last_day(cell.valid_until) for cell in situations(snapshot) if cell.valid_until} | {date(2026, 12, 31)}
    days = sorted(end + timedelta(days=n) for end in ends for n in (0, 1) if end >= date(2023, 7, 28))
    read = [progress_rows(replace(snapshot, read_on=day)) for day in days]
    of_today = {"period_ended": None, "answer_due": None, "overdue": None}
    assert len({tuple(replace(row, **of_today) for row in rows) for rows in read}) == 1
    assert len({tuple(row.period_ended for row in rows) for rows in read}) > 1


def test_the_day_of_the_report_knows_no_ended_period(stages) -> None:
    site = stages.read("first start")
    day = date(2023, 7, 28)
    assert [cell.period_ended for cell in plans(site, day).values()] == [False] * 5
    assert ENDED["en"] not in site.read("/?as_of=2023-07-28")
    counts = re.findall(r"in place (\d\d?)\b", site.read("/"))
    assert counts == re.findall(r"in place (\d\d?)\b", site.read("/?as_of=2023-07-28"))


def test_an_end_alone_is_never_printed_like_a_beginning(stages) -> None:
    plan, words = plans(stages.read("first start"))["TKM"], words_of("en")
    assert (plan.since, plan.valid_until) == ("", "2023")
    assert years_text(plan, words) == "reported to 2023"
    assert dates_text(plan, words) == "until the end of 2023, period ended"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_whose_period_is_over_is_asked_what_is_in_force_and_not_what_could_be_shared(stages, language: str) -> None:
    words, site = words_of(language), stages.read("first start")
    short = words.text(site.service.snapshot().framework.item("BD-13").short)
    slides = site.slides(languages=(language,))
    states = {"en": "Kazakhstan, Kyrgyz Republic, Turkmenistan", "ru": "Казахстан, Кыргызстан, Туркменистан"}[language]
    asked = words("The reported period is over: {states}. What is in force today?", states=states)
    assert points_about(slides, SlideKind.QUESTIONS, short) == [asked]


def points_about(slides: Sequence[Slide], kind: SlideKind, about: str) -> list[str]:
    blocks = (block for slide in slides if slide.kind is kind for block in slide.blocks)
    return [point.text for block in blocks for point in block.points if point.about == about]
