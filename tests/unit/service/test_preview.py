"""A preview is shown behind the same guard as a release, and leaves nothing behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from bukhara.errors import BaseOutdated
from bukhara.model.codes import ActKind, SourceClass, State, WorkbookKind
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.drafts.preview import effect_of, preview_snapshot, rows_between, workbook_changes
from bukhara.settings import Settings
from bukhara.store import Submission, blocks
from bukhara.store.row_merge import merge_rows
from bukhara.store.rows import to_row
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges


def asked(service: Service, base: int | None = 1, **changes) -> Submission:
    rows = tuple(s for s in service.stored_contents(1).statements if s.country == "KAZ")
    statements = (replace(rows[0], **changes), *rows[1:])
    return Submission(
        kind=WorkbookKind.TRACKER,
        countries=("KAZ",),
        sources=service.stored_contents(1).sources,
        statements=statements,
        base=base,
    )


def changes_of(service: Service, submission: Submission, newest: int = 1) -> WorkbookChanges:
    found = merge_rows([submission], service.stored_contents(newest), service.stored_contents)
    return workbook_changes(found, submission)


def test_a_preview_shows_counts_as_a_release_would(tmp_path: Path) -> None:
    service = Service(Settings(exercise=True, var_dir=tmp_path / "var"))
    seen = service.preview_of(service.stored_contents(2), "12")
    assert seen.observations == service.snapshot(release=2).observations
    assert State.SUPPRESSED in {row.state for row in seen.observations}
    service.close()


def test_a_preview_shows_what_would_be_and_the_record_stays(service: Service) -> None:
    seen = preview_snapshot(service, [asked(service, statement="Another step.")], "12")
    assert seen.draft.startswith("12:")
    assert "Another step." in [row.statement for row in seen.statements]
    assert service.ready() == 1
    assert "Another step." not in [row.statement for row in service.snapshot().statements]


def test_two_previews_of_one_draft_differ_by_their_content(service: Service) -> None:
    names = {preview_snapshot(service, [asked(service, statement=text)], "12").draft for text in ("One.", "Two.")}
    assert len(names) == 2


def test_the_rows_of_other_states_are_no_matter_of_a_workbook(service: Service) -> None:
    found = changes_of(service, asked(service))
    assert found.nothing
    assert {row.country for row in found.rows} == {"", "KAZ"}


def test_rows_that_came_between_and_were_left_alone_count_as_confirmed(service: Service, tmp_path: Path) -> None:
    store = service.opened()
    later = asked(service, base=None, statement="By another.")
    store.publish([later], service.stamp("olga", "n"))
    found = changes_of(service, asked(service, base=1), newest=2)
    assert found.nothing
    assert (
        rows_between(service.stored_contents(1), service.stored_contents(2), ("tracker/KAZ/astana-2023-report",)).count(
            Sort.CHANGED
        )
        == 1
    )
    with pytest.raises(BaseOutdated):
        effect_of(service, [asked(service, base=1, statement="By me.")], "1")


def test_a_draft_looked_at_again_reads_its_own_rows_alone(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    draft = asked(service, statement="Another step.")
    monkeypatch.setattr(blocks, "to_row", lambda record: read.append(record) or to_row(record))
    preview_snapshot(service, [draft], "12")
    read.clear()
    changes_of(service, draft)
    preview_snapshot(service, [draft], "13")
    assert set(read) <= {*draft.sources, *draft.statements}


def test_a_release_reads_only_its_changed_rows_also_after_a_fork(service: Service) -> None:
    now, draft = service.stored_contents(1), asked(service, statement="Another step.")
    service.close()
    service.opened().publish([draft], service.stamp("lena", "n"))
    then = service.stored_contents(2)
    assert {id(row) for row in now.sources} == {id(row) for row in then.sources}
    assert "Another step." in [row.statement for row in then.statements]


def test_an_act_on_file_stays_beside_what_a_letter_says_also_of_that_act(service: Service) -> None:
    one = service.stored_contents(1)
    said = replace(one.statements[0], source_id="letter", status=None, level=None)
    act = replace(said, source_id="gazette", act_kind=ActKind.LAW, act_name=Text((("en", "Law 7"),)))
    gazette = replace(one.sources[0], source_id="gazette", source_class=SourceClass.DESK_RESEARCH)
    letter = replace(gazette, source_id="letter", source_class=SourceClass.STATE_SUBMISSION)
    held = replace(one, sources=(*one.sources, gazette), statements=(*one.statements, act))
    for row in (said, replace(act, source_id="letter")):
        sent = Submission(
            kind=WorkbookKind.TRACKER, countries=(act.country,), sources=(letter,), statements=(row,), base=1
        )
        kept = merge_rows([sent], held, lambda _: held).applied_to(held).statements
        assert row in kept
        assert act in kept
