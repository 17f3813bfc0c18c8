"""Workbooks that came to `data/` after a store was made: the start says so, doctor names the commands for it."""

import shlex
import shutil
from pathlib import Path

import pytest

from app import create_server
from bukhara.model.codes import WorkbookKind
from bukhara.root import ROOT
from bukhara.service import Service
from bukhara.service.operation.doctor import examine
from bukhara.service.operation.seed import unpublished
from bukhara.service.releases.two_releases import compare_releases
from bukhara.settings import Settings
from tests.clock import Clock
from tests.contents import FILE, contents


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """A service on all of `data/`, with a store that was made before updates and UNODC's figures were there."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("exercise", "updates", "unodc"))
    first = Service(Settings(var_dir=tmp_path / "var", data_dir=tmp_path / "data"), Clock())
    first.ready()
    first.close()
    return Service(Settings(var_dir=tmp_path / "var"), Clock())


def test_the_list_of_contents_is_that_of_the_shipped_workbooks(tmp_path: Path) -> None:
    assert FILE.read_text(encoding="utf-8") == contents(), "after a change of data/: python -m tests.contents"
    fresh = Service(Settings(var_dir=tmp_path), Clock())
    assert unpublished(fresh.settings, fresh.opened()) == ()
    fresh.close()


def test_the_start_says_it_once_in_a_sentence(service: Service, caplog) -> None:
    application = create_server(service.settings)
    for _ in range(2):  # as each worker does
        application.config["SERVICE"].prepare()
        application.config["SERVICE"].close()
    [said] = [each.getMessage() for each in caplog.records if "not published yet" in each.message]
    assert "bukhara doctor" in said
    assert "/" not in said
    assert len(said) < 120


def test_doctor_prints_how_the_new_data_are_published(service: Service, tmp_path: Path) -> None:
    """The commands that are named publish everything, in this order, and nothing is published without them."""
    before = service.snapshot()
    assert [each.dataset for each in before.sources if each.dataset] == []
    results = [each for each in examine(service.settings, service.now()) if each.check == "data"]
    named = [each.cure for each in results]
    assert [each.failed for each in results] == [False, False, False]
    assert "data/updates/KAZ.xlsx" in named[0]
    for command in named:
        _, _, *paths, _, actor, _, note = shlex.split(command)
        assert service.publish([Path(path) for path in paths], actor, note).changed
    assert [each for each in examine(service.settings, service.now()) if each.check == "data"] == []
    form = tmp_path / "form.xlsx"
    form.write_bytes(service.template(WorkbookKind.STATISTICS))
    assert not any(row.is_international for row in service.check(form).observations), "no form has them"
    assert not service.publish([form], "lena", "sent back as it was").changed
    after = service.snapshot()
    assert after.release.number == before.release.number + 3
    assert sum(o.is_international for o in after.observations) == 1484
    shipped = [s for s in service.stored_contents(after.release.number).statements if s.source_id.startswith("desk-")]
    assert {s.item for s in shipped} >= {"AC-2.3", "AC-4", "AC-6"}
    (edition,) = service.revisions(after)
    assert len(edition.changed) == 143
    newest = compare_releases(service, after.release.number - 1, after.release.number)
    assert [len(each.changed) for each in newest.editions] == [143]
    assert newest.rows == ()
    first = compare_releases(service, after.release.number - 2, after.release.number - 1)
    assert [(each.older, len(each.revisions)) for each in first.editions] == [(None, 1153)]
    service.close()
