"""Tables of shares: what the source does not explain is a row of its own."""

import pytest

from bukhara.charts import shares
from bukhara.i18n.words import words_of
from bukhara.views.statistics.identified import Shares
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


def test_the_subtitle_says_that_the_base_is_not_given() -> None:
    assert "base not given" in shares_chart(WOMEN).subtitle


def test_the_unexplained_share_has_its_words_and_shares_without_a_base_are_not_drawn() -> None:
    shown = shares_chart(FORM, rest=24.0)
    assert shown.figure is None
    assert [row[0].text for row in shown.table.rows] == ["forced labour", "not explained in the source"]
    assert any("not explained" in note for note in shown.notes)


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
