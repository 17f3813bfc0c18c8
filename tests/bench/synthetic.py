"""A synthetic record of any size, always the same: some 200 f figures, 460 f statements, 3, 30 or 100 releases.

`python -m tests.bench.synthetic FOLDER FACTOR` makes a store in a folder; `bukhara serve` opens it.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import xlsxwriter

from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.round import Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.store import Store, Submission
from bukhara.workbook.columns import SOURCES, Column, sheet_of
from tests.bench.synthetic_figures import POLICE, STATES, Figures, figures, own_figures
from tests.bench.synthetic_statements import Statements, statements

FIGURES, STATEMENTS = 200, 460
RELEASES = {1: 3, 10: 30, 100: 100}
FIRST, LAST = date(2023, 8, 1), date(2026, 10, 31)
ROUND_EVERY, REVISED_EVERY, FEW = 10, 5, 10
SEED = 20211125
ADDRESS = "https://example.org/report"


@dataclass(frozen=True, slots=True)
class Made:
    """What a synthetic record holds, and how many of its differences between sources were planted."""

    figures: int
    statements: int
    releases: int
    planted: int


@dataclass(frozen=True, slots=True)
class Row:
    """What the sources of one release say."""

    submissions: tuple[Submission, ...]
    requests: tuple[Request, ...]
    day: date


def settings_of(folder: Path) -> Settings:
    """Return the settings under which the store of a folder is made and read."""
    return Settings(var_dir=folder)


def build(folder: Path, factor: int, seed: int = SEED) -> Made:
    """Make a store of that size in a folder, release after release as a real one grows."""
    settings = settings_of(folder)
    service = Service(settings)
    framework_version, framework = service.framework_version(), service.framework()
    found = figures(FIGURES * factor, seed)
    rows = statements(framework, STATEMENTS * factor, seed)
    store = Store(settings.database_url)
    store.migrate()
    for row in _rows(framework, found, rows, RELEASES[factor]):
        now = datetime.combine(row.day + timedelta(days=1), datetime.min.time(), UTC)
        store.publish(
            row.submissions,
            framework_version=framework_version,
            actor="synthetic",
            note="of the bench",
            now=now,
            remarks=row.requests,
        )
    newest = store.contents(store.ready() or 0)
    store.close()
    return Made(len(newest.observations), len(newest.statements), newest.release.number, found.planted)


def workbook(path: Path, rows: int) -> Path:
    """Write a statistics workbook of that many figures, as a ministry's office would send it."""
    source = _source("bench-workbook", SourceClass.PARTNER, "IOM", LAST)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = sheet_of(WorkbookKind.STATISTICS)
    kept = tuple(
        replace(o, reporter=source.body, source_id=source.source_id, source_locator=f"p. {n}", quote=f"table {n}")
        for n, o in enumerate(own_figures(rows))
    )
    _write(book.add_worksheet(sheet.title), sheet.columns, kept)
    _write(book.add_worksheet(SOURCES.title), SOURCES.columns, (source,))
    book.close()
    return path


def _write(sheet: Any, columns: Sequence[Column], records: Sequence[Observation | Source]) -> None:
    sheet.write_row(0, 0, [column.key for column in columns])
    for at, record in enumerate(records, start=1):
        sheet.write_row(at, 0, [_cell(getattr(record, column.key)) for column in columns])


def _cell(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _rows(framework: Framework, found: Figures, rows: Statements, releases: int) -> Iterator[Row]:
    """Yield what each release brings; every tenth is preceded by a round, every fifth revises the one before."""
    before: Submission | None = None
    for n in range(releases):
        day = FIRST + (LAST - FIRST) * n // max(releases - 1, 1)
        states = [c for at, c in enumerate(STATES) if releases < FEW or (n + at) % len(STATES) < 2]
        sent = [_state(c, n, day, found, rows, releases) for c in states]
        submissions = [each for pair in sent for each in pair]
        submissions += _others(n, day, found, rows, releases)
        if before is not None and n % REVISED_EVERY == REVISED_EVERY - 1:
            submissions.append(_revised(before))
        before = submissions[0]
        requests = _requests(n, day) if n % ROUND_EVERY == 0 else ()
        yield Row(tuple(submissions), requests, day)


def _state(
    country: str, n: int, day: date, found: Figures, rows: Statements, releases: int
) -> tuple[Submission, Submission]:
    """Return the statistics and the tracker that one state sends."""
    source = _source(f"{country.lower()}-{n:03}", SourceClass.STATE_SUBMISSION, POLICE[country], day)
    turn, turns = _turn(country, n, releases)
    own = [o for o in found.own if o.country == country]
    words = [s for s in rows.own if s.country == country]
    return (
        _submission(WorkbookKind.STATISTICS, source, _share(own, turn, turns)),
        _submission(WorkbookKind.TRACKER, source, _share(words, turn, turns)),
    )


def _turn(country: str, n: int, releases: int) -> tuple[int, int]:
    """Return which of its submissions a state sends with release `n`, and how many it sends in all."""
    if releases < FEW:
        return n, releases
    at = STATES.index(country)
    turns = [each for each in range(releases) if (each + at) % len(STATES) < 2]
    return turns.index(n), len(turns)


def _others(n: int, day: date, found: Figures, rows: Statements, releases: int) -> list[Submission]:
    report = _source(f"report-{n:03}", SourceClass.CONFERENCE_REPORT, "UNODC", day)
    partner = _source(f"partners-{n:03}", SourceClass.PARTNER, "IOM", day)
    society = _source(f"society-{n:03}", SourceClass.CIVIL_SOCIETY, "Rodnik", day)
    return [
        _submission(WorkbookKind.STATISTICS, report, _share(found.second, n, releases)),
        _submission(WorkbookKind.TRACKER, report, _share(rows.report, n, releases)),
        _submission(WorkbookKind.PARTNERS, partner, _share(found.partners, n, releases)),
        _submission(WorkbookKind.TRACKER, society, _share(rows.society, n, releases)),
    ]


def _share(rows: Sequence[Any], turn: int, turns: int) -> Sequence[Any]:
    """Return the rows of one turn; the oldest rows, which are last, come first."""
    each = -(-len(rows) // turns)
    back = turns - 1 - turn
    return rows[back * each : (back + 1) * each]


def _submission(kind: WorkbookKind, source: Source, rows: Sequence[Observation | Statement]) -> Submission:
    public = source.source_class is not SourceClass.STATE_SUBMISSION
    kept: list[Any] = [
        replace(row, source_id=source.source_id, source_locator=f"p. {n}", quote=row.quote if public else "")
        for n, row in enumerate(rows)
    ]
    name = "statements" if kind is WorkbookKind.TRACKER else "observations"
    countries = tuple(dict.fromkeys(row.country for row in kept)) or STATES
    return Submission(kind=kind, countries=countries, sources=(source,), **{name: tuple(kept)})


def _revised(before: Submission) -> Submission:
    first, *rest = before.observations
    return replace(before, observations=(replace(first, revision_reason="Checked again.", note="n"), *rest))


def _source(source_id: str, source_class: SourceClass, body: str, day: date) -> Source:
    return Source(
        source_id=source_id,
        source_class=source_class,
        title=f"Figures and measures, {source_id}",
        body=body,
        date=day,
        address="" if source_class is SourceClass.STATE_SUBMISSION else f"{ADDRESS}/{source_id}",
        access="internal" if source_class is SourceClass.STATE_SUBMISSION else "public",
    )


def _requests(n: int, day: date) -> tuple[Request, ...]:
    sent = day - timedelta(days=1)
    return tuple(
        Request(
            round_id=f"round-{n:03}", country=country, title=f"Round {n}", title_ru=f"Раунд {n}", items="", sent=sent
        )
        for country in STATES
    )


def main() -> None:
    """Make a store and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("factor", type=int, choices=sorted(RELEASES))
    given = parser.parse_args()
    made = build(given.folder, given.factor)
    print(*(f"{each.name}: {getattr(made, each.name)}" for each in fields(made)), sep="\n")


if __name__ == "__main__":
    main()
