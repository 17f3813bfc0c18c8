"""Frames: the promised columns and dtypes, a state in every row, categories in the fixed order, equal to the exports."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from bukhara.exports import columns, data_frames, records
from bukhara.exports.columns import ColumnType
from bukhara.exports.tables import TABLES
from bukhara.exports.to_csv import to_csv
from bukhara.model.codes import State
from bukhara.service.releases import open_data
from tests.unit.exports.sample import ORDER, figure, sample

FRAMES = ("observations", "evidence", "progress", "differences")


def frame(name, shot):
    return data_frames.data_frame(open_data.table(None, name, shot), shot.framework)


def differing():
    return sample(figure(value=7.0), figure(value=9.0, source_id="partner", reporter="other"))


@pytest.mark.parametrize("name", FRAMES)
def test_columns_are_promised_and_each_has_its_dtype(name):
    made, promised = frame(name, differing()), TABLES[name].columns
    assert tuple(made.columns) == promised
    assert len(made)
    for column in promised:
        coded = column == "country" or column in columns.CODES[name]
        assert str(made[column].dtype) == ("category" if coded else data_frames.DTYPES[columns.type_of(column)]), column


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_frame_has_the_same_dtypes(name):
    shot = differing()
    full = frame(name, shot)
    empty = data_frames.data_frame(replace(open_data.table(None, name, shot), rows=()), shot.framework)
    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)


@pytest.mark.parametrize("name", ["observations", "evidence", "progress"])
def test_no_row_is_without_a_state(name):
    found = frame(name, sample())["state"]
    assert not found.isna().any()
    assert list(found.cat.categories) == [state.value for state in State]


def test_six_states_and_zero_are_seven_things():
    found = frame("observations", sample())
    assert set(found["state"]) == {state.value for state in State}
    gaps = found[found["state"] != "value"]
    assert gaps[["value", "value_low", "value_high"]].isna().all().all()
    zero = found[found["sex"] == "female"]
    assert zero["value"].tolist() == [0.0]


def test_countries_are_in_the_fixed_order_and_nothing_ranks_them():
    found = frame("observations", sample())
    assert list(found["country"].cat.categories) == list(ORDER)
    assert list(found.groupby("country", observed=True).size().index) == list(ORDER)
    mixed = found.sample(frac=1, random_state=1).sort_values("country")["country"]
    assert list(dict.fromkeys(mixed)) == list(ORDER)
    with pytest.raises(TypeError):
        found["country"].max()


def test_text_is_never_missing_and_citations_are_joined():
    found = frame("observations", sample())
    text = [c for c in found.columns if str(found[c].dtype) == "str"]
    assert not found[text].isna().any().any()
    assert found.loc[found["sex"] == "female", "quote"].tolist() == ["no case | none"]


def test_rows_of_counts_are_values_and_have_no_country_over_all():
    found = frame("progress", sample())
    counts = found[found["n"].notna()]
    assert set(counts["state"]) == {"value"}
    assert counts.loc[counts["item"] != "", "country"].isna().all()


def test_a_frame_says_what_the_csv_says():
    shot = sample()
    written = list(csv.DictReader(io.StringIO(to_csv(records.observations(shot)), newline="")))
    made = frame("observations", shot)
    for column in made.columns:
        held = columns.type_of(column)
        if held is ColumnType.DAY:
            shown = made[column].dt.strftime("%Y-%m-%d").fillna("")
        elif held in (ColumnType.NUMBER, ColumnType.COUNT):
            shown = made[column].map(lambda n: "" if n is pd.NA else f"{n:g}")
        elif held is ColumnType.TRUTH:
            shown = made[column].map({True: "true", False: "false"})
        else:
            shown = made[column].astype(object).where(made[column].notna(), "")
        assert [str(value) for value in shown] == [row[column] for row in written], column
