"""Statements and figures in the order of another list: one fact is under every reference that it answers."""

from collections.abc import Iterator

from bukhara.exports.columns import CROSSWALK
from bukhara.exports.dataset import Cell, Dataset, Row
from bukhara.exports.records import country_order, evidence, observations, table_of
from bukhara.model.release import Snapshot
from bukhara.views.crosswalk import CrosswalkLine, lines

_SAME_AS = {"evidence_id": "record_id", "observation_id": "record_id", "reporter": "body"}


def crosswalk(snapshot: Snapshot, language: str = "en") -> Dataset:
    """Return statements and figures by list and reference, then by indicator and state; names in `language`.

    A statement has no value and a figure has no status: the columns of the other kind are empty.
    """
    records = [*_records(evidence(snapshot)), *_records(observations(snapshot))]
    order = country_order(snapshot.framework)
    by_indicator: dict[Cell, list[dict[str, Cell]]] = {}
    for record in sorted(records, key=lambda record: order.get(str(record["country"]), len(order))):
        by_indicator.setdefault(record["indicator"], []).append(record)
    rows = tuple(row for line in lines(snapshot.framework) for row in _rows(line, by_indicator, language))
    return table_of(snapshot, "crosswalk", rows, cited={figure.source_id for figure in snapshot.observations})


def _rows(line: CrosswalkLine, by_indicator: dict[Cell, list[dict[str, Cell]]], language: str) -> Iterator[Row]:
    for indicator in line.indicators:
        own: dict[str, Cell] = {
            "form": line.form.value,
            "reference": line.reference,
            "item": indicator.item,
            "name": indicator.name.in_(language),
        }
        for record in by_indicator.get(indicator.id, ()):
            yield tuple((record | own).get(column) for column in CROSSWALK)


def _records(dataset: Dataset) -> Iterator[dict[str, Cell]]:
    names = [_SAME_AS.get(column, column) for column in dataset.columns]
    for row in dataset.rows:
        yield dict(zip(names, row, strict=True))
