"""A store and workbooks made by version 0.1 of 24 November 2026 open, upgrade, and take what is sent in.

`tests/fixtures/store_of_0.1` was made by that version: accounts, a decision, a round with two states, a reply that is
published and one that waits, a draft in each state, a refusal, and two templates. `facts.json` says what it showed.
"""

import gzip
import json
import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bukhara.errors import NotAllowed
from bukhara.model.access import Actor, Role
from bukhara.model.codes import WorkbookKind
from bukhara.progress.rows import progress_rows
from bukhara.service import Service
from bukhara.service.doctor import examine
from bukhara.service.two_releases import compared
from bukhara.service.unpublished import unpublished
from bukhara.settings import ROOT, Settings
from tests.clock import Clock
from tests.contents import FILE, contents
from tests.filled_in import FilledIn

MADE = ROOT / "tests/fixtures/store_of_0.1"
FACTS = json.loads((MADE / "facts.json").read_text(encoding="utf-8"))
LENA = Actor(name="lena", roles=frozenset({Role.SECRETARIAT}))
KAZ = Actor(name="kaz-commission", roles=frozenset({Role.COMMISSION}), country="KAZ")


@pytest.fixture
def service(tmp_path: Path) -> Service:
    (tmp_path / "bukhara.sqlite").write_bytes(gzip.decompress((MADE / "bukhara.sqlite.gz").read_bytes()))
    return Service(Settings(var_dir=tmp_path), Clock())


def test_the_record_is_as_it_was(service: Service) -> None:
    assert service.prepare() == FACTS["release"]
    snapshot = service.snapshot()
    shown = {name: len(getattr(snapshot, name)) for name in ("statements", "observations", "requests", "replies")}
    assert shown == {name: FACTS[name] for name in shown}
    found = [[d.kind.value, d.first, d.second, d.status.value] for d in snapshot.differences]
    assert found == FACTS["differences"]
    assert [entry.action for entry in service.opened().audit()] == FACTS["audit"]


def test_accounts_drafts_and_replies_are_there(service: Service) -> None:
    assert service.accounts.sign_in("lena", "a long password of lena", address="127.0.0.1") is not None
    assert {draft.state.value: draft.draft_id for draft in service.drafts.drafts(LENA)} == FACTS["drafts"]
    assert [reply.country for reply in service.replies.pending(LENA, "UZB")] == ["UZB"]
    with pytest.raises(NotAllowed):
        service.drafts.publish(KAZ, FACTS["drafts"]["draft"])


def test_an_approved_draft_is_published(service: Service) -> None:
    made = service.drafts.publish(LENA, FACTS["drafts"]["approved"])
    assert made.number == FACTS["release"] + 1
    assert service.snapshot().release.number == made.number


def test_its_templates_come_back_without_a_change(service: Service) -> None:
    before = service.held(service.ready())
    outcome = service.publish([MADE / "KAZ.xlsx", MADE / "statistics-ru.xlsx"], "lena", "as it was")
    assert all(each.reading.acceptable for each in outcome.checked)
    after = service.held(service.ready())  # a release with the framework of now, and the same rows
    assert (after.statements, after.observations, after.sources) == (
        before.statements,
        before.observations,
        before.sources,
    )


def test_a_workbook_without_topics_keeps_those_of_the_record(service: Service, tmp_path: Path) -> None:
    """The topics of a row are added without a reason; a form made before them leaves them as they are."""
    book = FilledIn(service.template("KAZ", "ru"))
    book.write(next(row for row in book.rows() if book.value(row, "quote")), topics="Дети; online")
    new = book.save(tmp_path / "new.xlsx")
    checked = service.check(new)
    assert [each.code for each in checked.findings if each.column == book.column["topics"]] == []
    service.publish([new], "lena", "two topics")
    held = [each.topics for each in service.held(service.ready()).statements if each.topics]
    assert held == ["children, online"]
    service.publish([MADE / "KAZ.xlsx"], "lena", "a form of before")
    assert [each.topics for each in service.held(service.ready()).statements if each.topics] == held
    form = tmp_path / "form.xlsx"
    form.write_bytes(service.template("KAZ"))
    assert not service.publish([form], "lena", "sent back as it was").changed


def test_a_filled_template_of_it_is_published(service: Service, tmp_path: Path) -> None:
    book = FilledIn((MADE / "KAZ.xlsx").read_bytes())
    row = next(row for row in book.rows() if book.value(row, "statement"))
    book.write(row, statement="A step was taken, and reported again.", revision_reason="The sentence was incomplete.")
    outcome = service.publish([book.save(tmp_path / "KAZ.xlsx")], "lena", "a corrected sentence")
    assert outcome.changed
    assert outcome.release is not None
    assert outcome.release.number == FACTS["release"] + 1


def test_the_list_of_contents_is_that_of_the_shipped_workbooks(tmp_path: Path) -> None:
    assert FILE.read_text(encoding="utf-8") == contents(), "after a change of data/: python -m tests.contents"
    fresh = Service(Settings(var_dir=tmp_path), Clock())
    assert unpublished(fresh.settings, fresh.opened()) == ()
    fresh.close()


def test_its_start_and_doctor_print_how_the_new_data_are_published(service: Service, tmp_path: Path, caplog) -> None:
    """Updates and UNODC's figures came later: the commands named publish them, in this order, and nobody else does."""
    before = service.snapshot()
    assert [each.dataset for each in before.sources if each.dataset] == []
    named = [
        record.getMessage().split(": ", 1)[1] for record in caplog.records if "not published yet" in record.message
    ]
    settings = service.settings
    results = [each for each in examine(settings, service.now()) if each.check == "data"]
    assert [each.cure for each in results] == named
    assert [each.failed for each in results] == [False, False, False]
    assert "data/updates/KAZ.xlsx" in named[0]
    for command in named:
        _, _, *paths, _, actor, _, note = shlex.split(command)
        assert service.publish([Path(path) for path in paths], actor, note).changed
    assert [each for each in examine(settings, service.now()) if each.check == "data"] == []
    form = tmp_path / "form.xlsx"
    form.write_bytes(service.template(WorkbookKind.STATISTICS))
    assert not any(row.is_international for row in service.check(form).observations), "no form has them"
    assert not service.publish([form], "lena", "sent back as it was").changed
    after = service.snapshot()
    assert after.release.number == FACTS["release"] + 3
    assert sum(o.is_international for o in after.observations) == 1484
    shipped = [s for s in service.held(after.release.number).statements if s.source_id.startswith("desk-")]
    assert {s.item for s in shipped} >= {"AC-1", "AC-2.1", "AC-6"}
    (edition,) = service.revisions(after)
    assert len(edition.changed) == 143
    compared_with_then = compared(service, after.release.number - 1, after.release.number)
    assert [len(each.changed) for each in compared_with_then.editions] == [143]
    assert compared_with_then.blocks == ()
    first = compared(service, after.release.number - 2, after.release.number - 1)
    assert [(each.older, len(each.revisions)) for each in first.editions] == [(None, 1153)]


def test_the_method_of_then_is_shown_after_the_new_figures(service: Service) -> None:
    before = service.snapshot(method_then=True)
    service._clock.advance(days=2)
    for path in sorted((ROOT / "data/unodc").glob("*.xlsx")):
        service.publish([path], "lena", path.stem)
    then = service.snapshot(before.as_of, method_then=True)
    assert then.method_of is not None
    assert then.method_of <= FACTS["release"]
    assert then.framework.version == before.framework.version
    assert service.snapshot(before.as_of).framework.version != then.framework.version
    shown = [replace(row, release=0) for row in progress_rows(then)]
    assert shown == [replace(row, release=0) for row in progress_rows(before)]


def test_the_method_of_then_gives_the_numbers_of_then(service: Service) -> None:
    day = date(2023, 7, 28)
    before = [replace(row, release=0) for row in progress_rows(service.snapshot(day))]
    service.publish([MADE / "KAZ.xlsx", MADE / "statistics-ru.xlsx"], "lena", "as it was")
    assert service.snapshot(day).framework.version == "2026.1"
    then = service.snapshot(day, method_then=True)
    assert then.framework.version == "2023.1"
    assert [replace(row, release=0) for row in progress_rows(then)] == before
