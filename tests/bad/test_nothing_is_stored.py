"""A bad workbook changes nothing in the store; nor do the place and the language of the server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bukhara.service import Service
from bukhara.settings import Settings
from tests.bad.bad_cells import CELLS, DATES, NUMBERS
from tests.bad.bad_files import ALL_FILES
from tests.bad.bad_sheets import ALL_SHEETS
from tests.bad.bad_shown import ALL_SHOWN

ROOT = Path(__file__).parents[2]
STOPPED = [bad for bad in (*ALL_FILES, *ALL_SHEETS, *CELLS, *ALL_SHOWN) if bad.stops]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(Settings(var_dir=tmp_path_factory.mktemp("var"), exercise=False, database_url=""))
    made.ready()
    yield made
    made.close()


@pytest.mark.parametrize("bad", STOPPED[::9], ids=lambda bad: bad.name)
def test_a_bad_workbook_is_not_published(bad: object, service: Service, tmp_path: Path) -> None:
    path = tmp_path / bad.file_name
    path.write_bytes(bad.content())
    before = service.stored_contents(service.ready())
    outcome = service.publish([path], "tester", "why")
    assert outcome.release is None
    assert len(service.releases()) == before.release.number
    assert service.opened().contents(service.ready()) == before


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("places")
    names = []
    for cells in (*DATES[::3], *NUMBERS[:6]):
        path = folder / f"{cells.name}.xlsx"
        path.write_bytes(cells.made().content())
        names.append(str(path))
    return names


def _stored(workbooks: list[str], **environment: str) -> str:
    command = [str(Path(sys.executable).parent / "bukhara"), "check", "--json", *workbooks]
    ran = subprocess.run(command, env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    return ran.stdout


@pytest.fixture(scope="module")
def expected(workbooks: list[str]) -> str:
    return _stored(workbooks, TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    ("zone", "locale"),
    [("Pacific/Kiritimati", "C"), ("America/St_Johns", "de_DE.UTF-8"), ("Asia/Samarkand", "tr_TR.UTF-8")],
)
def test_zone_and_language_of_the_server_change_nothing(
    zone: str, locale: str, workbooks: list[str], expected: str
) -> None:
    assert _stored(workbooks, TZ=zone, LC_ALL=locale) == expected
