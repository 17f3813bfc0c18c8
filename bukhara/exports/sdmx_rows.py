"""Figures in the terms of SDMX 3.0. The attribute STATE keeps apart the six states that OBS_STATUS merges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.exports.columns import OBSERVATIONS
from bukhara.exports.dataset import flat
from bukhara.model.codes import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.exports.dataset import Cell, Dataset

AGENCY, STRUCTURE, VERSION = "BUKHARA", "OBSERVATIONS", "1.0.0"
STRUCTURE_ID = f"{AGENCY}:{STRUCTURE}({VERSION})"
# Component -> column, code for an empty cell: _T not broken down, _Z does not apply, _X not stated.
DIMENSIONS = {
    "OBSERVATION": ("observation_id", "_X"),
    "REF_AREA": ("country", "_X"),
    "INDICATOR": ("indicator", "_X"),
    "UNIT_MEASURE": ("unit", "_X"),
    "COUNTING_UNIT": ("counting_unit", "_Z"),
    "STAGE": ("stage", "_Z"),
    "OFFENCE_CLASS": ("offence_class", "_Z"),
    "SEX": ("sex", "_T"),
    "AGE": ("age_group", "_T"),
    "FORM_OF_EXPLOITATION": ("form_of_exploitation", "_T"),
    "CITIZENSHIP": ("citizenship", "_T"),
    "TIME_PERIOD": ("period_code", "_X"),
}
_KEY = {column for column, _ in DIMENSIONS.values()}
ATTRIBUTES = {name.upper(): name for name in OBSERVATIONS if name not in _KEY and name != "value"}
COMPONENTS = (*DIMENSIONS, "OBS_VALUE", "OBS_STATUS", *ATTRIBUTES)
# Codes of CL_OBS_STATUS 2.2.
STATUS = {
    State.VALUE.value: "A",
    State.NOT_APPLICABLE.value: "M",
    State.NOT_AVAILABLE.value: "L",
    State.NOT_ASKED.value: "O",
    State.NOT_REPORTED.value: "O",
    State.SUPPRESSED.value: "Q",
}


def sdmx_rows(dataset: Dataset) -> Iterator[tuple[Cell, ...]]:
    """Yield each figure in the order of `COMPONENTS`; ValueError for any dataset but observations."""
    if dataset.name != "observations":
        message = f"SDMX carries observations only, not {dataset.name}"
        raise ValueError(message)
    for row in dataset.rows:
        yield _figure(dict(zip(dataset.columns, row, strict=True)))


def _figure(row: dict[str, Cell]) -> tuple[Cell, ...]:
    key = [_dimension(row[column], empty) for column, empty in DIMENSIONS.values()]
    attributes = [flat(row[column]) for column in ATTRIBUTES.values()]
    return (*key, row["value"], STATUS[str(row["state"])], *attributes)


def _dimension(value: Cell, empty: str) -> Cell:
    # An open stretch ("2022-01-01/") is no SDMX time range; its ends stand in PERIOD_START and PERIOD_END.
    text = str(flat(value) or "")
    return empty if not text or text.startswith("/") or text.endswith("/") else text
