"""Open data as pandas data frames: one row for each record, the documented columns, and dtypes by their types."""

from __future__ import annotations  # pandas.Series takes parameters in its stubs only

from collections.abc import Sequence
from typing import Any

import pandas as pd

from bukhara.exports.columns import CODES, ColumnType, type_of
from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.model.codes import State
from bukhara.model.framework import Framework

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


def data_frame(dataset: Dataset, framework: Framework) -> pd.DataFrame:
    """Return a table of open data with the dtypes of its columns.

    Codes become categories in the order in which they are documented, countries in the fixed order; an empty code is
    missing (NaN). The categories are not ordered in the sense of pandas: sorting and grouping follow the list, but
    `<`, `min` and `max` are errors. Text is never missing: empty text is "". A row of counts in `progress` has numbers,
    so its `state` is `value`; the files leave it empty.
    """
    codes = {name: [code.value for code in kind] for name, kind in CODES[dataset.name].items()}
    codes["country"] = [country.code for country in framework.countries + framework.regions]
    cells = zip(*dataset.rows, strict=True) if dataset.rows else ((),) * len(dataset.columns)
    columns = zip(dataset.columns, cells, strict=True)
    made = pd.DataFrame({name: _series(values, type_of(name), codes.get(name)) for name, values in columns})
    return made.assign(state=made["state"].fillna(State.VALUE.value)) if dataset.name == "progress" else made


def _series(values: Sequence[Cell], held: ColumnType, codes: list[str] | None) -> pd.Series[Any]:
    if codes is not None:
        return pd.Series([value or None for value in values], dtype=pd.CategoricalDtype(codes))
    if DTYPES[held] == "str":
        return pd.Series([flat(value) or "" for value in values], dtype="str")
    return pd.Series(values, dtype=DTYPES[held])
