"""The archive of a release as others read it: frictionless finds each table as its descriptor says."""

import io
import json
from zipfile import ZipFile

import pytest
from frictionless import Package

from bukhara.exports.breakdowns import breakdowns
from bukhara.exports.data_package import release_zip
from bukhara.model.codes import State
from bukhara.model.observation import BREAKDOWNS
from bukhara.service.releases import open_data
from tests.seeded import shipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The archive of the shipped record, unpacked."""
    place = tmp_path_factory.mktemp("release")
    service = shipped(exercise=False)
    snapshot = service.snapshot()
    with ZipFile(io.BytesIO(release_zip(snapshot, open_data.packaged(service, snapshot), "guide"))) as archive:
        archive.extractall(place)
    return next(place.iterdir())


def faults(folder) -> list[str]:
    report = Package(str(folder / "datapackage.json")).validate()
    return [f"{task.name}: {error.type}" for task in report.tasks for error in task.errors] + list(report.errors)


def test_every_table_is_as_its_descriptor_says(folder) -> None:
    assert faults(folder) == []
    described = json.loads((folder / "datapackage.json").read_text())
    assert {each["path"] for each in described["resources"]} == {each.name for each in folder.glob("*.csv")}


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("observations.csv", ",exact,", ",nothing,", "observations: constraint-error"),
        ("evidence.csv", ",astana-2023-report,", ",another,", "evidence: foreign-key"),
        ("progress.csv", "country,", "state,", "progress: incorrect-label"),
    ],
)
def test_a_table_that_is_not_is_found(folder, file, old, new, fault) -> None:
    whole = (folder / file).read_bytes()
    assert old.encode() in whole
    (folder / file).write_bytes(whole.replace(old.encode(), new.encode(), 1))
    try:
        assert fault in faults(folder)
    finally:
        (folder / file).write_bytes(whole)


def test_breakdowns_are_those_of_the_figures_and_say_what_is_absent() -> None:
    snapshot = shipped(exercise=False).snapshot()
    table = breakdowns(snapshot)
    rows = {row[:3]: row[3:] for row in table.rows}
    for figure in snapshot.observations:
        for name in BREAKDOWNS:
            key = (figure.indicator, figure.country, name)
            if figure.state is State.VALUE and getattr(figure, name) not in ("", "total", "all") and key in rows:
                assert rows[key][0] != "absent", key
    assert {found for found, _, _ in rows.values()} == {"published", "masked", "absent"}
    assert all((found == "absent") == (published + masked == 0) for found, published, masked in rows.values())
    assert all((found == "masked") == (masked > 0 == published) for found, published, masked in rows.values())
