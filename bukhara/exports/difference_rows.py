"""Differences between sources as rows of open data: both figures as printed, possible reasons, and the decision."""

from collections.abc import Iterable

from bukhara.exports.columns import DIFFERENCES
from bukhara.exports.dataset import Cell, Dataset, Row, cell
from bukhara.exports.records import country_order
from bukhara.model.difference import Difference
from bukhara.model.release import Snapshot


def differences(snapshot: Snapshot, found: Iterable[Difference]) -> Dataset:
    """Return the given differences, states in fixed order, otherwise as found."""
    order = country_order(snapshot.framework)
    rows = sorted(found, key=lambda d: order.get(d.country, len(order)))
    return Dataset(
        name="differences",
        title="Differences between sources",
        release=snapshot.release.number,
        as_of=snapshot.newest_source,
        columns=DIFFERENCES,
        rows=tuple(_row(each, snapshot.release.number) for each in rows),
    )


def _row(each: Difference, release: int) -> Row:
    figures = each.observations
    cells: dict[str, Cell] = {
        "difference_group": each.group,
        "country": each.country,
        "indicators": _each(o.indicator for o in figures),
        "kind": each.kind.value,
        "first_value": cell(float(each.first)),
        "second_value": cell(float(each.second)),
        "ratio": None if each.ratio is None else round(each.ratio, 4),
        "difference": cell(float(each.gap)),
        "likely_cause": each.cause.value,
        "causes": tuple(cause.value for cause in each.causes),
        "status": each.status.value,
        "decided_by": each.decided_by,
        "decided_on": cell(each.decided_on),
        "decision_reason": each.reason,
        "observation_ids": tuple(o.observation_id for o in figures),
        "reporters": _each(o.reporter for o in figures),
        "period_codes": _each(o.period.code for o in figures),
        "source_ids": _each(o.source_id for o in figures),
        "source_locators": _each(o.source_locator for o in figures),
        "release": release,
    }
    return tuple(cells[column] for column in DIFFERENCES)


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
