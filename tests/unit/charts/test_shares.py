"""Charts of shares: one scale of per cent, and a hatch for what the source does not explain."""

import pytest

from bukhara.charts import shares
from bukhara.i18n.words import words_of
from bukhara.views.identified import Shares
from tests.unit.views.observed import YEAR, figure

WOMEN = figure(48, YEAR, country="REG", unit="percent", counting_unit="victim", sex="female", age_group="adult")
FORM = figure(76, YEAR, country="REG", unit="percent", counting_unit="victim", form_of_exploitation="forced_labour")


def shares_chart(*figures, rest=0.0):
    return shares.chart(
        Shares(figures, rest),
        words_of("en"),
        heading=("shares", "Shares"),
        source="Source",
        href=lambda found: f"/evidence?q={found}",
    )


def test_the_scale_runs_from_zero_to_a_hundred_per_cent() -> None:
    axis = shares_chart(WOMEN).figure["layout"]["xaxis"]
    assert (axis["range"], axis["ticksuffix"].strip()) == ([0, 100], "%")


def test_the_subtitle_says_that_the_base_is_not_given() -> None:
    assert "base not given" in shares_chart(WOMEN).subtitle


def test_the_unexplained_share_is_an_open_hatch_with_its_words() -> None:
    drawn = shares_chart(FORM, rest=24.0)
    rest = drawn.figure["data"][1]
    assert (rest["x"], rest["marker"]["color"], rest["marker"]["pattern"]["shape"]) == ([24.0], "rgba(0,0,0,0)", "/")
    assert rest["y"] == ["not explained in the source"]
    assert any("not explained" in note for note in drawn.notes)


def test_a_heading_that_explains_all_has_no_hatch() -> None:
    assert [trace["type"] for trace in shares_chart(WOMEN).figure["data"]] == ["bar", "scatter"]


def test_exports_keep_the_per_cent_sign_and_no_bare_number() -> None:
    assert [cell.exported for row in shares_chart(WOMEN, rest=52.0).table.rows for cell in row[1:2]] == [
        "48\u00a0%",
        "52\u00a0%",
    ]


@pytest.mark.parametrize(
    ("sex", "age", "name"),
    [
        ("female", "adult", "women"),
        ("female", "minor", "girls"),
        ("male", "adult", "men"),
        ("male", "minor", "boys"),
        ("female", "", "female"),
    ],
)
def test_groups_of_persons_have_names(sex, age, name) -> None:
    share = figure(1, YEAR, sex=sex, age_group=age)
    assert shares.name(share, words_of("en")) == name
