"""What public sources report since the conference, and before it."""

from dataclasses import replace
from datetime import timedelta

from bukhara.charts.act_words import act_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import ActKind, ActText
from bukhara.model.release import PublicReport
from bukhara.model.text import Text
from bukhara.situation import on_file
from tests.unit.progress.build import ON, framework, item, snapshot, source, statement


def test_a_fact_of_the_day_of_the_conference_is_no_news_since_then() -> None:
    page = source("page", date=ON + timedelta(days=9))
    days = [(ON + timedelta(days=n)).isoformat() for n in (-1, 0, 1)]
    reports = tuple(
        PublicReport(statement(since=day, statement=f"Since {day}.", source_id="page"), page) for day in days
    )
    found = on_file.build(replace(snapshot(framework(item("BD-1"))), newest=page.date, public_reports=reports))
    assert [each.record.since for each in found.earlier] == days[:2]
    assert [each.record.since for each in found.later] == days[2:]


def named(*acts: dict[str, str]) -> list[str]:
    found = [
        statement(
            act_kind=ActKind.PLAN, act_text=ActText.OFFICIAL, statement=f"{n}", act_name=Text({"en": name}), **act
        )
        for n, (name, act) in enumerate((act.pop("name"), act) for act in acts)
    ]
    reports = (PublicReport(each, source("page", body="Gazette")) for each in found)
    return [act_text(each, words_of("en")).removesuffix(", text: Gazette") for each in on_file.weightiest(reports)]


def test_an_act_with_a_number_is_named_once_with_its_fullest_day_and_with_days_that_contradict_it() -> None:
    month, day = (
        {"name": "Plan 2025-2029", "since": each, "valid_until": "2029"} for each in ("2025-01", "2025-01-03")
    )
    assert named(month, day) == ["Plan 2025-2029, 3 January 2025"]
    by, on = ({"name": "Law 135", "since": each} for each in ("/2025-05-21", "2025-05-19"))
    assert named(by, on) == ["Law 135, 19 May 2025"]
    first, other = ({"name": "Plan 2020-2022", "since": each, "valid_until": "2022"} for each in ("2019-12", "2020"))
    assert named(first, other) == ["Plan 2020-2022, December 2019 / 2020"]
    years = ({"name": "Law No. 2", "since": each} for each in ("2018-01-11", "2020-03-05"))
    assert named(*years) == ["Law No. 2, 5 March 2020", "Law No. 2, 11 January 2018"]
    periods = (
        {"name": "CIS programme", "since": each, "valid_until": end}
        for each, end in (("2010", "2013"), ("2014", "2018"))
    )
    assert len(named(*periods)) == 2
