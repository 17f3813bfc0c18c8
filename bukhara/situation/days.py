"""The days on which the states were last heard. Reads no clock."""

from datetime import date

from bukhara.model.release import Snapshot
from bukhara.progress.answers import is_answer
from bukhara.progress.days import days_of
from bukhara.progress.readings import in_round
from bukhara.progress.records import records_of


def reported_day(snapshot: Snapshot, country: str) -> date:
    """Return the day of the newest answer of a state, in a round not before the day of the round."""
    asked = days_of(snapshot, country).asked
    own = snapshot.once(_newest).get(country, asked)
    return max(own, asked) if in_round(snapshot.framework, country, snapshot.as_of) else own


def common_day(snapshot: Snapshot, country: str = "") -> date | None:
    """Return the day of the statuses of a state, or of all: None where they differ; the snapshot's without any."""
    days = {reported_day(snapshot, country)} if country else set(reported_days(snapshot).values())
    return None if len(days) > 1 else next(iter(days), snapshot.as_of)


def reported_days(snapshot: Snapshot) -> dict[str, date]:
    """Return the day of each state that has answered anything, in the fixed order."""
    codes = (each.code for each in snapshot.framework.countries)
    return {code: reported_day(snapshot, code) for code in codes if code in snapshot.once(_newest)}


def _newest(snapshot: Snapshot) -> dict[str, date]:
    """Return the day of the newest source that sets a status, by state."""
    newest: dict[str, date] = {}
    statements_of = records_of(snapshot).statements
    records_by_country = {country: records_of(snapshot, country) for country in {key[0] for key in statements_of}}
    for (country, _), statements in statements_of.items():
        records = records_by_country[country]
        for statement in statements:
            source = records.sources.get(statement.source_id)
            if source is None or not newest.get(country, date.min) < source.date <= snapshot.newest_source:
                continue
            if is_answer(statement, records):
                newest[country] = source.date
    return newest
