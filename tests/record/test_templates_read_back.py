"""A template that nobody touched is read back without a word about what the program itself wrote into it."""

from pathlib import Path

import pytest

from bukhara.model.codes import WorkbookKind
from tests.seeded import shipped

NO_ANSWER_YET = {"rows-unanswered", "no-rows"}


@pytest.mark.parametrize(("exercise", "language"), [(False, "ru"), (True, "en")])
def test_an_untouched_template_is_read_without_a_warning_about_a_cell(
    tmp_path: Path, exercise: bool, language: str
) -> None:
    service = shipped(exercise=exercise)
    framework = service.framework()
    assert language in framework.languages
    places = [place.code for place in (*framework.countries, *framework.regions)]
    for subject in (*places, WorkbookKind.STATISTICS, WorkbookKind.PARTNERS):
        path = tmp_path / f"{subject}.xlsx"
        path.write_bytes(service.template(subject, language))
        found = {(each.code, each.reference, each.value) for each in service.check(path).findings}
        assert {code for code, *_ in found} <= NO_ANSWER_YET, (subject, found)
