"""A record of any size, always the same: the shipped one, repeated with later years and other institutions' letters.

`python -m tests.bench.synthetic FOLDER FACTOR` makes a store in a folder; `bukhara serve` opens it.
"""

import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.store import StoredContents, Submission

RELEASES = {1: 1, 3: 10, 10: 30}
"""By how many times the shipped record is repeated: the releases that bring the copies."""

FIRST, LAST = date(2023, 8, 1), date(2026, 10, 31)


@dataclass(frozen=True, slots=True)
class Made:
    """What a synthetic record holds."""

    figures: int
    statements: int
    releases: int


def settings_of(folder: Path) -> Settings:
    """Return the settings under which the store of a folder is made and read."""
    return Settings(var_dir=folder)


def build(folder: Path, factor: int) -> Made:
    """Make a store in a folder: the shipped record, then release after release `factor - 1` copies of it."""
    service = Service(settings_of(folder))
    shipped = service.stored_contents(service.ready())
    submissions = [each for copy in range(1, factor) for each in _copy(shipped, copy)]
    store, count = service.opened(), RELEASES[factor]
    for n in range(count):
        day = FIRST + (LAST - FIRST) * n // count
        store.publish(
            submissions[n::count],
            replace(service.stamp("synthetic", "of the bench"), now=datetime.combine(day, datetime.min.time(), UTC)),
        )
    newest = store.contents(store.ready() or 0)
    service.close()
    return Made(len(newest.observations), len(newest.statements), newest.release.number)


def _copy(shipped: StoredContents, number: int) -> list[Submission]:
    """Return the rows of the shipped record as other sources give them, their figures for other years."""
    found = []
    for source in shipped.sources:
        named = replace(source, source_id=f"{source.source_id}-{number}", source_class=SourceClass.CONFERENCE_REPORT)
        figures = [_moved(each, number) for each in shipped.observations if each.source_id == source.source_id]
        words = [each for each in shipped.statements if each.source_id == source.source_id]
        for kind, name, rows in (
            (WorkbookKind.STATISTICS, "observations", [each for each in figures if not each.partner]),
            (WorkbookKind.PARTNERS, "observations", [each for each in figures if each.partner]),
            (WorkbookKind.TRACKER, "statements", words),
        ):
            if rows:
                found.append(_submission(kind, named, name, rows))
    return found


def _submission(kind: WorkbookKind, source: Source, name: str, rows: list[Any]) -> Submission:
    own = tuple(replace(row, source_id=source.source_id) for row in rows)
    countries = tuple(dict.fromkeys(row.country for row in own))
    return Submission(kind=kind, countries=countries, sources=(source,), **{name: own})


def _moved(figure: Observation, years: int) -> Observation:
    """Return a figure for the same days so many years earlier."""
    start, end = (day and day.replace(year=day.year - years) for day in (figure.period_start, figure.period_end))
    return replace(figure, period_start=start, period_end=end)


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), int(sys.argv[2])))
