"""Open data as pandas data frames: one row for each record, the documented columns, and dtypes by their types."""

from __future__ import annotations  # pandas.Series takes parameters in its stubs only

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from bukhara.exports import records
from bukhara.exports.columns import CODES, ColumnType, type_of
from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.model.codes import State
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.progress.rows import ProgressRow, progress_rows

DTYPES = {
    ColumnType.TEXT: "str",
    ColumnType.NUMBER: "Float64",
    ColumnType.COUNT: "Int64",
    ColumnType.TRUTH: "boolean",
    ColumnType.DAY: "datetime64[s]",
    ColumnType.LIST: "str",
    ColumnType.CITATIONS: "str",
}
"""Type of a column -> its dtype. Several entries of a list are joined by ` | `, as in CSV."""


def observations(snapshot: Snapshot, whole: Snapshot | None = None) -> pd.DataFrame:
    """Return every figure and gap; `difference_group` is by the differences of the `whole` snapshot.

    `state` is one of the six states in every row; `value` is missing (NA) in each row with another state than `value`.
    """
    return data_frame(records.observations(snapshot, whole), snapshot.framework)


def evidence(snapshot: Snapshot) -> pd.DataFrame:
    """Return every statement; `state` is one of the six states in every row."""
    return data_frame(records.evidence(snapshot), snapshot.framework)


def progress(snapshot: Snapshot, rows: Iterable[ProgressRow] | None = None) -> pd.DataFrame:
    """Return the given rows of progress, by default all of the snapshot.

    A row of counts (no item, or no country) has numbers, so its `state` is `value`; the exports leave it empty.
    """
    made = data_frame(records.progress(snapshot, progress_rows(snapshot) if rows is None else rows), snapshot.framework)
    return made.assign(state=made["state"].fillna(State.VALUE.value))


def differences(snapshot: Snapshot, found: Iterable[Difference] | None = None) -> pd.DataFrame:
    """Return the given differences between sources, by default all of the snapshot."""
    every = snapshot.differences if found is None else found
    return data_frame(records.differences(snapshot, every), snapshot.framework)


def data_frame(dataset: Dataset, framework: Framework) -> pd.DataFrame:
    """Return a table of open data with the dtypes of its columns.

    Codes become categories in the order in which they are documented, countries in the fixed order; an empty code is
    missing (NaN). The categories are not ordered in the sense of pandas: sorting and grouping follow the list, but
    `<`, `min` and `max` are errors. Text is never missing: empty text is "".
    """
    codes = {name: [code.value for code in kind] for name, kind in CODES[dataset.name].items()}
    codes["country"] = [country.code for country in framework.countries + framework.regions]
    cells = zip(*dataset.rows, strict=True) if dataset.rows else ((),) * len(dataset.columns)
    columns = zip(dataset.columns, cells, strict=True)
    return pd.DataFrame({name: _series(values, type_of(name), codes.get(name)) for name, values in columns})


def _series(values: Sequence[Cell], held: ColumnType, codes: list[str] | None) -> pd.Series[Any]:
    if codes is not None:
        return pd.Series([value or None for value in values], dtype=pd.CategoricalDtype(codes))
    if DTYPES[held] == "str":
        return pd.Series([flat(value) or "" for value in values], dtype="str")
    return pd.Series(values, dtype=DTYPES[held])
