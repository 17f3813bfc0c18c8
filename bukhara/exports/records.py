"""A snapshot as flat rows of open data; derived columns are computed here and stored nowhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bukhara.comparability.cautions import Caution, cautions
from bukhara.comparability.differences import groups
from bukhara.exports.cautions import as_codes, as_notes
from bukhara.exports.columns import EVIDENCE, OBSERVATIONS, PROGRESS, RELEASES, SOURCES
from bukhara.exports.dataset import Cell, Dataset, Row, RowsOf, cell, citations
from bukhara.model.codes import State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.release import Release, Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.progress.rows import ProgressRow

_Record = TypeVar("_Record", "Observation", "Statement")
_NUMBERS = ("value", "value_low", "value_high")
_CITED = ("quote", "source_locator")


def country_order(framework: Framework) -> Mapping[str, int]:
    """Return the index of each country code: countries in fixed order, then the region and bodies of no country."""
    return {country.code: n for n, country in enumerate(framework.countries + framework.regions)}


def observations(snapshot: Snapshot, whole: Snapshot | None = None) -> Dataset:
    """Return every figure, states in fixed order, otherwise as stored; differences are those of `whole`."""
    grouped = groups((whole or snapshot).differences)
    sources = {s.source_id: s for s in snapshot.sources}
    rows = _by_country(snapshot.observations, snapshot.framework)
    return _dataset(
        snapshot,
        ("observations", "Figures"),
        OBSERVATIONS,
        RowsOf(rows, lambda o: _observation(o, sources, snapshot, grouped)),
        sources={o.source_id for o in rows},
        figures=rows,
        found=cautions(rows, grouped),
        as_of=snapshot.newest_source,
    )


def evidence(snapshot: Snapshot) -> Dataset:
    """Return every statement, states in fixed order, otherwise as stored."""
    sources = {s.source_id: s for s in snapshot.sources}
    rows = _by_country(snapshot.statements, snapshot.framework)
    return _dataset(
        snapshot,
        ("evidence", "Evidence"),
        EVIDENCE,
        RowsOf(rows, lambda s: _statement(s, sources, snapshot)),
        sources={s.source_id for s in rows},
    )


def progress(snapshot: Snapshot, rows: Iterable[ProgressRow]) -> Dataset:
    """Return rows of progress in the given order."""
    found = tuple(tuple(cell(getattr(row, column)) for column in PROGRESS) for row in rows)
    used = {s.source_id for s in snapshot.statements}
    return _dataset(snapshot, ("progress", "Progress"), PROGRESS, found, sources=used)


def sources(snapshot: Snapshot) -> Dataset:
    """Return every source; the location of an internal source is not published."""
    rows = tuple(_source(source, snapshot.release.number) for source in snapshot.sources)
    return _dataset(
        snapshot,
        ("sources", "Sources"),
        SOURCES,
        rows,
        sources={s.source_id for s in snapshot.sources},
        as_of=snapshot.newest_source,
    )


def releases(snapshot: Snapshot, history: Sequence[Release], notes: Sequence[str]) -> Dataset:
    """Return the releases in the given order, without the accounts that made them.

    `notes` says of each what changed and why; the notes of the authors are internal.
    """
    public = (replace(release, note=note) for release, note in zip(history, notes, strict=True))
    rows = tuple(tuple(cell(getattr(release, column)) for column in RELEASES) for release in public)
    return _dataset(snapshot, ("releases", "Releases"), RELEASES, rows)


def _dataset(
    snapshot: Snapshot,
    name: tuple[str, str],
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    sources: Collection[str] = (),
    figures: Sequence[Observation] = (),
    found: tuple[Caution, ...] | None = None,
    as_of: date | None = None,
) -> Dataset:
    used = [s for s in snapshot.sources if s.source_id in sources]
    return Dataset(
        name=name[0],
        title=name[1],
        release=snapshot.release.number,
        as_of=as_of or snapshot.as_of,
        columns=tuple(columns),
        rows=rows,
        sources=tuple(f"{s.source_id}: {s.title}, {s.body}, {s.date.isoformat()}" for s in used),
        warnings=None if found is None else as_codes(found),
        notes=as_notes(found or (), figures, snapshot.framework),
    )


def _by_country(rows: Sequence[_Record], framework: Framework) -> list[_Record]:
    order = country_order(framework)
    return sorted(rows, key=lambda row: order.get(row.country, len(order)))


def _observation(
    figure: Observation, sources: Mapping[str, Source], snapshot: Snapshot, grouped: Mapping[str, str]
) -> Row:
    derived: dict[str, Cell] = {
        "period_code": figure.period.code,
        "source_class": _class_of(figure.source_id, sources),
        "difference_group": grouped.get(figure.observation_id, ""),
        "release": snapshot.release.number,
        "topics": topics_of(snapshot.framework, figure),
    }
    if figure.state is not State.VALUE:
        # A gap has no number, whatever a workbook left in the cell: withheld figures must not leak.
        derived |= dict.fromkeys(_NUMBERS)
    return _row(figure, OBSERVATIONS, derived)


def _statement(statement: Statement, sources: Mapping[str, Source], snapshot: Snapshot) -> Row:
    derived: dict[str, Cell] = {
        "source_class": _class_of(statement.source_id, sources),
        "release": snapshot.release.number,
        "topics": topics_of(snapshot.framework, statement),
    }
    return _row(statement, EVIDENCE, derived)


def _source(source: Source, release: int) -> Row:
    hidden: dict[str, Cell] = {"address": ""} if source.access != "public" else {}
    return _row(source, SOURCES, {**hidden, "release": release})


def _row(record: object, columns: Sequence[str], derived: Mapping[str, Cell]) -> Row:
    return tuple(derived[c] if c in derived else _cell(record, c) for c in columns)


def _cell(record: object, column: str) -> Cell:
    value = getattr(record, column)
    return citations(value) if column in _CITED else cell(value)


def _class_of(source_id: str, sources: Mapping[str, Source]) -> Cell:
    source = sources.get(source_id)
    return source.source_class.value if source else ""
