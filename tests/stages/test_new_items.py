"""The list of themes is edited without code: what is added to it later changes nothing of an earlier reading."""

import re

import pytest

from bukhara.framework import parse
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.situation.rows import progress_rows
from tests.clock import Clock
from tests.seeded import shipped
from tests.serving import ROOT
from tests.stages import SIXTH_STATE

NEW_THEME = "BD-18"


def with_new_theme(text: str, *, in_readings: bool) -> str:
    """Return the text of a framework with one theme more, which the report of 2023 was not read for."""
    block = re.search(r"\n  - id: BD-12\n.*?(?=\n  - id: BD-13\n)", text, re.DOTALL)[0]
    added = block.replace("BD-12", NEW_THEME).replace("in_readings: true", f"in_readings: {str(in_readings).lower()}")
    return text.replace("\n  - id: AC-1\n", f"{added}\n  - id: AC-1\n", 1)


@pytest.mark.parametrize(("in_readings", "more"), [(False, 0), (True, 1)])
def test_a_theme_that_is_not_in_readings_changes_no_count_of_the_report(tmp_path, in_readings: bool, more: int) -> None:
    text = (ROOT / "indicators.yaml").read_text(encoding="utf-8")
    parse(edited := with_new_theme(text, in_readings=in_readings))
    (tmp_path / "indicators.yaml").write_text(edited, encoding="utf-8")
    edited_list = Service(
        Settings(_env_file=None, var_dir=tmp_path, framework_file=tmp_path / "indicators.yaml"), Clock()
    )
    after, before = (
        {row.country: row.n for row in progress_rows(service.snapshot()) if row.country and not row.item}
        for service in (edited_list, shipped(exercise=False))
    )
    edited_list.close()
    assert after == {country: n + more for country, n in before.items()}


def test_no_page_counts_the_states_in_words(stages) -> None:
    """A number of states is that of the list; “the five states” of a condition is the list's own text."""
    site = stages.read(SIXTH_STATE)
    state = site.service.framework().countries[-1].code
    wrong = "five countries|five states shown|two to five|пят[иь] стран"
    pages = ("/", "/countries", f"/evidence/{state}/BD-12", "/timeline", "/statistics", "/panel", "/method")
    for path in pages:
        for language in ("en", "ru"):
            assert not re.search(wrong, site.read(f"{path}?lang={language}", language), re.IGNORECASE), path
