"""The days on which the states were last heard. Reads no clock."""

from datetime import date

from bukhara.model.release import Snapshot
from bukhara.progress.records import records_of
from bukhara.progress.status import statuses


def reported_day(snapshot: Snapshot, country: str) -> date:
    """Return the day of the newest source that sets a status of a state, in a round not before the day of the round."""
    records = records_of(snapshot, country)
    own = snapshot.once(_newest).get(country, records.asked)
    return max(own, records.asked) if records.levels else own


def common_day(snapshot: Snapshot, country: str = "") -> date | None:
    """Return the day of the statuses of a state, or of all: None where they differ; the snapshot's without any."""
    days = {reported_day(snapshot, country)} if country else set(reported_days(snapshot).values())
    return None if len(days) > 1 else next(iter(days), snapshot.as_of)


def reported_days(snapshot: Snapshot) -> dict[str, date]:
    """Return the day of each state that has answered anything, in the fixed order."""
    codes = (each.code for each in snapshot.framework.countries)
    return {code: reported_day(snapshot, code) for code in codes if code in snapshot.once(_newest)}


def _newest(snapshot: Snapshot) -> dict[str, date]:
    cells = ((cell.country, each.source_date) for cell in statuses(snapshot) for each in cell.indicators)
    return dict(sorted((code, day) for code, day in cells if day))
