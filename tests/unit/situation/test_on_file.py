"""What public sources report since the conference, and before it."""

from dataclasses import replace
from datetime import timedelta

from bukhara.model.release import PublicReport
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
