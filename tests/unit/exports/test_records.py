"""Flat rows: promised columns, fixed order, derived columns, gaps without numbers, references of other forms."""

import pytest

from bukhara.comparability.cautions import Caution
from bukhara.exports import columns, framework_rows, records
from bukhara.exports.records import as_codes
from bukhara.situation.rows import progress_rows
from tests.unit.exports.sample import ORDER, sample


def rows(dataset):
    return [dict(zip(dataset.columns, row, strict=True)) for row in dataset.rows]


def test_columns_are_those_promised():
    assert columns.OBSERVATIONS[:5] == ("observation_id", "country", "indicator", "value", "state")
    assert columns.OBSERVATIONS[-8:] == (
        "difference_group",
        "partner",
        "kind_of_support",
        "asked_on",
        "release",
        "note",
        "topics",
        "parts_disagree",
    )
    assert len(columns.OBSERVATIONS) == 37
    assert columns.EVIDENCE[0] == "evidence_id"
    assert columns.EVIDENCE[-10:] == (
        *("topics", "position"),
        *("next_step", "due_date", "lead", "promised_document", "step_outcome"),
        *("act_kind", "act_name", "act_text"),
    )
    assert columns.PROGRESS[-5:] == ("period_ended", "reported_on", "answer_due", "overdue", "no_level")


def test_states_are_in_fixed_order():
    found = [row["country"] for row in rows(records.observations(sample()))]
    assert found == sorted(found, key=ORDER.index)
    assert list(dict.fromkeys(found)) == list(ORDER)


def test_zero_is_zero_and_derived_columns_are_filled():
    row = next(r for r in rows(records.observations(sample())) if r["sex"] == "female")
    assert row["value"] == 0
    assert row["value"] is not None
    assert row["period_code"] == "2022"
    assert row["source_class"] == "conference_report"
    assert row["comparability_key"].startswith("BD-1.1|year|P12M|count|")
    assert row["difference_group"] == ""
    assert row["release"] == 3
    assert row["quote"] == ("no case", "none")


def test_progress_has_the_promised_columns():
    shot = sample()
    found = rows(records.progress(shot, progress_rows(shot)))
    assert [r["country"] for r in found[:5]] == list(ORDER[:5])
    assert found[0]["n"] == 2


def test_framework_has_a_row_an_indicator():
    shot = sample()
    assert [r["indicator"] for r in rows(framework_rows.framework(shot, "en"))] == ["BD-1.1", "BD-2.1"]


def test_releases_name_nobody():
    shot = sample()
    (row,) = rows(records.releases(shot, [shot.release], ["new or revised figures"]))
    assert (row["number"], row["note"]) == (3, "new or revised figures")
    assert "actor" not in row


@pytest.mark.parametrize(("rows", "are_named"), [(200, True), (201, False)])
def test_a_warning_about_more_than_200_rows_does_not_name_them(rows: int, are_named: bool) -> None:
    (coded,) = as_codes([Caution("sources_differ", (), tuple(map(str, range(rows))))])
    assert ("observation_ids" in coded, coded["code"]) == (are_named, "sources_differ")
