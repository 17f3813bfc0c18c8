"""A snapshot as flat rows of open data; derived columns are computed here and stored nowhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from bukhara.comparability.cautions import PARTS_DISAGREE, SOURCES_DIFFER, Caution, cautions
from bukhara.comparability.differences import groups
from bukhara.comparability.keys import comparability_key, facet_values
from bukhara.comparability.part_sums import disagreeing_in
from bukhara.exports.columns import DIFFERENCES, EVIDENCE, OBSERVATIONS, PROGRESS, RELEASES, REVISIONS, SOURCES
from bukhara.exports.dataset import Cell, Dataset, OnDemand, Row, cell, row_of
from bukhara.exports.tables import TABLES
from bukhara.i18n.differences import sentence
from bukhara.i18n.words import words_of
from bukhara.model.codes import CODING_OF, CodingStatus, State
from bukhara.model.columns import POSITION
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.release import Release, Snapshot
from bukhara.model.revision import EditionRevisions, Revision, RevisionKind
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.situation.replies import position_of
from bukhara.situation.rows import ProgressRow

_Record = TypeVar("_Record", Observation, Statement, Difference)
HIDDEN = "number"
"""In place of the old number of a cell that the newer edition masks."""
MANY = 200
"""With more rows than that their ids are left out: the warning is about all of them."""


def observations(snapshot: Snapshot, whole: Snapshot | None = None) -> Dataset:
    """Return every figure, states in fixed order, otherwise as stored.

    The differences, and the figures whose parts do not agree, are those of `whole`.
    """
    grouped = groups((whole or snapshot).differences)
    disagree = disagreeing_in(whole or snapshot)
    classes = _source_classes(snapshot)
    figures = _by_country(snapshot.observations, snapshot.framework)
    found = cautions(figures, grouped, disagree)
    return table_of(
        snapshot,
        "observations",
        OnDemand(figures, lambda figure: _observation(figure, classes, snapshot, grouped, disagree)),
        cited={figure.source_id for figure in figures},
        as_of=snapshot.newest_source,
        warnings=as_codes(found),
        notes=as_notes(found, figures, snapshot.framework),
    )


def _observation(
    figure: Observation,
    classes: Mapping[str, str],
    snapshot: Snapshot,
    grouped: Mapping[str, str],
    disagree: frozenset[str],
) -> Row:
    derived: dict[str, Cell] = {
        "period_code": figure.period.code,
        "source_class": classes.get(figure.source_id, ""),
        "comparability_key": comparability_key(figure),
        "difference_group": grouped.get(figure.observation_id, ""),
        "release": snapshot.release.number,
        "topics": topics_of(snapshot.framework, figure),
        "parts_disagree": figure.observation_id in disagree,
    }
    if figure.state is not State.VALUE:
        # A gap has no number, whatever a workbook left in the cell: withheld figures must not leak.
        derived |= dict.fromkeys(("value", "value_low", "value_high"))
    return row_of(OBSERVATIONS, figure, derived)


def evidence(snapshot: Snapshot) -> Dataset:
    """Return every statement, states in fixed order, otherwise as stored."""
    classes = _source_classes(snapshot)
    statements = _by_country(snapshot.statements, snapshot.framework)
    return table_of(
        snapshot,
        "evidence",
        OnDemand(statements, lambda statement: _statement(statement, classes, snapshot)),
        cited={statement.source_id for statement in statements},
    )


def _statement(statement: Statement, classes: Mapping[str, str], snapshot: Snapshot) -> Row:
    said = position_of(snapshot, statement)
    derived: dict[str, Cell] = {
        "source_class": classes.get(statement.source_id, ""),
        "release": snapshot.release.number,
        "topics": topics_of(snapshot.framework, statement),
        "coding_status": CODING_OF[said.position] if said else CodingStatus.PROVISIONAL,
        POSITION.name: said.position if said else "",
    }
    return row_of(EVIDENCE, statement, derived)


def progress(snapshot: Snapshot, rows: Iterable[ProgressRow]) -> Dataset:
    """Return rows of progress in the given order."""
    cited = {statement.source_id for statement in snapshot.statements}
    return table_of(snapshot, "progress", [row_of(PROGRESS, row, {}) for row in rows], cited=cited)


def sources(snapshot: Snapshot) -> Dataset:
    """Return every source."""
    release: dict[str, Cell] = {"release": snapshot.release.number}
    return table_of(
        snapshot,
        "sources",
        [row_of(SOURCES, source, release) for source in snapshot.sources],
        cited={source.source_id for source in snapshot.sources},
        as_of=snapshot.newest_source,
    )


def releases(snapshot: Snapshot, history: Sequence[Release], notes: Sequence[str]) -> Dataset:
    """Return the releases in the given order, without the accounts that made them.

    `notes` says of each what changed and why; the notes of the authors are internal.
    """
    rows = [row_of(RELEASES, release, {"note": note}) for release, note in zip(history, notes, strict=True)]
    return table_of(snapshot, "releases", rows)


def differences(snapshot: Snapshot, found: Iterable[Difference]) -> Dataset:
    """Return differences between sources: both figures as printed, possible reasons, the decision; states in order."""
    return table_of(
        snapshot,
        "differences",
        [_difference(each, snapshot) for each in _by_country(tuple(found), snapshot.framework)],
        as_of=snapshot.newest_source,
    )


def _difference(difference: Difference, snapshot: Snapshot) -> Row:
    figures = difference.observations
    derived: dict[str, Cell] = {
        "difference_group": difference.group,
        "indicators": _each_once(o.indicator for o in figures),
        "first_value": cell(float(difference.first)),
        "second_value": cell(float(difference.second)),
        "ratio": None if difference.ratio is None else round(difference.ratio, 4),
        "difference": cell(float(difference.gap)),
        "likely_cause": difference.cause.value,
        "causes": tuple(cause.value for cause in difference.causes),
        "decision_reason": difference.reason,
        "observation_ids": tuple(o.observation_id for o in figures),
        "reporters": _each_once(o.reporter for o in figures),
        "period_codes": _each_once(o.period.code for o in figures),
        "source_ids": _each_once(o.source_id for o in figures),
        "source_locators": _each_once(o.source_locator for o in figures),
        "release": snapshot.release.number,
    }
    return row_of(DIFFERENCES, difference, derived)


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def revisions(snapshot: Snapshot, found: Iterable[EditionRevisions]) -> Dataset:
    """Return the cells that newer editions of data sets print otherwise; states in fixed order within an edition."""
    return table_of(
        snapshot,
        "revisions",
        [_revision(each, edition, snapshot) for edition in found for each in edition.revisions],
        as_of=snapshot.newest_source,
    )


def _revision(revision: Revision, edition: EditionRevisions, snapshot: Snapshot) -> Row:
    before = revision.before.quote if revision.before else ""
    derived: dict[str, Cell] = {
        "dataset": edition.newer.dataset,
        "kind": revision.kind.value,
        "period_code": revision.figure.period.code,
        "old_edition": edition.older.edition if edition.older else "",
        "old": HIDDEN if revision.kind is RevisionKind.NOW_MASKED else before,
        "new_edition": edition.newer.edition,
        "new": revision.after.quote if revision.after else "",
        "release": snapshot.release.number,
    }
    return row_of(REVISIONS, revision.figure, derived)


def table_of(
    snapshot: Snapshot,
    name: str,
    rows: Sequence[Row],
    *,
    title: str = "",
    cited: Collection[str] = (),
    as_of: date | None = None,
    warnings: tuple[Mapping[str, Any], ...] | None = None,
    notes: Sequence[str] = (),
) -> Dataset:
    """Return a table by its name in `TABLES`, with the sources that its rows cite."""
    table = TABLES[name]
    sources = [source for source in snapshot.sources if source.source_id in cited]
    return Dataset(
        name=name,
        title=title or table.title,
        release=snapshot.release.number,
        as_of=as_of or snapshot.as_of,
        columns=table.columns,
        rows=rows,
        sources=tuple(f"{source.source_id}: {source.citation}" for source in sources),
        warnings=warnings,
        notes=notes,
    )


def _by_country(rows: Sequence[_Record], framework: Framework) -> list[_Record]:
    order = {country.code: n for n, country in enumerate(framework.countries + framework.regions)}
    return sorted(rows, key=lambda row: order.get(row.country, len(order)))


def _source_classes(snapshot: Snapshot) -> dict[str, str]:
    return {source.source_id: source.source_class.value for source in snapshot.sources}


def as_codes(cautions: Iterable[Caution]) -> tuple[Mapping[str, Any], ...]:
    """Return `{code, fields, observation_ids}` for each warning; ids are left out if they are many."""
    return tuple(_coded(caution) for caution in cautions)


def as_notes(cautions: Sequence[Caution], figures: Sequence[Observation], framework: Framework) -> Sequence[str]:
    """Return a sentence in English for each warning."""

    def note(caution: Caution) -> str:
        named = frozenset(caution.observation_ids)
        return _note(caution, [figure for figure in figures if figure.observation_id in named], framework)

    return OnDemand(cautions, note)


def _coded(caution: Caution) -> Mapping[str, Any]:
    coded: dict[str, Any] = {"code": caution.code, "fields": list(caution.fields)}
    if len(caution.observation_ids) <= MANY:
        coded["observation_ids"] = list(caution.observation_ids)
    return coded


def _note(caution: Caution, rows: list[Observation], framework: Framework) -> str:
    words = words_of("en")
    if caution.code == SOURCES_DIFFER:
        return "Sources differ about these figures; see the column difference_group: " + ", ".join(
            caution.observation_ids
        )
    if caution.code == PARTS_DISAGREE:
        return "The parts of these figures do not agree in the source: the rows with true in the column parts_disagree"
    measures = {o.indicator for o in rows}
    about = framework.indicator(rows[0].indicator).name.in_("en") if len(measures) == 1 else "All figures"
    return " ".join([f"{about}:", *(sentence(code, facet_values(code, rows), words) for code in caution.fields)])
