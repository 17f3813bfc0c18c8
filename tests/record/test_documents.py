"""Every document that the shipped record cites has its text here, or the reason why not."""

from collections import Counter
from dataclasses import replace

import pytest

from bukhara.model.codes import SourceText, State
from bukhara.views.evidence.library import documents
from tests.seeded import shipped

WITH_TEXT = {SourceText.PASSAGES, SourceText.QUOTED, SourceText.OWN_WORDS}


@pytest.fixture(scope="module", params=[False, True], ids=["record", "exercise"])
def library(request):
    """The snapshot and its documents."""
    service = shipped(exercise=request.param)
    snapshot = service.snapshot()
    return snapshot, {each.source.source_id: each for each in service.library(snapshot)}


def test_each_cited_document_is_there_once_with_its_rows(library) -> None:
    snapshot, documents = library
    rows = [row for row in (*snapshot.statements, *snapshot.observations) if row.state != "not_asked"]
    rows += [report.record for report in snapshot.public_reports]
    cited = Counter(row.source_id for row in rows if row.source_id)
    assert cited == {name: each.rows for name, each in documents.items() if each.rows}
    assert {name for name, each in documents.items() if not each.rows} == {
        name for name, each in documents.items() if each.text is SourceText.UNUSED
    }


def test_whatever_sets_a_status_has_its_text(library) -> None:
    snapshot, documents = library
    setting = {row.source_id for row in snapshot.statements if row.status and row.source_id}
    assert setting
    assert {documents[name].text for name in setting} <= WITH_TEXT


def test_a_document_that_only_says_that_something_is_not_available_is_used() -> None:
    snapshot = shipped(exercise=True).snapshot()
    row = replace(snapshot.statements[0], source_id="XAA-round-2", state=State.NOT_AVAILABLE, status=None)
    others = [each for each in snapshot.statements if each.source_id != row.source_id]
    figures = [each for each in snapshot.observations if each.source_id != row.source_id]
    alone = replace(snapshot, statements=(*others, row), observations=tuple(figures))
    (found,) = (each for each in documents(alone, ()) if each.source.source_id == row.source_id)
    assert (found.text, found.rows) == (SourceText.OWN_WORDS, 1)


def test_a_copy_that_anybody_may_have_is_said_where_nothing_better_is_there() -> None:
    snapshot, given = shipped(exercise=False).snapshot(), {"desk-kaz-kt-2025", "astana-2023-report"}
    found = {each.source.source_id: each.text for each in documents(snapshot, ("astana-2023-report",), given)}
    assert (found["desk-kaz-kt-2025"], found["astana-2023-report"]) == (SourceText.COPY, SourceText.PASSAGES)
    assert list(found.values()).count(SourceText.COPY) == 1


def test_what_has_no_text_is_a_public_report_with_an_address() -> None:
    service = shipped(exercise=False)
    documents = service.library(service.snapshot())
    without = [each.source for each in documents if each.text not in WITH_TEXT]
    assert (len(documents), len(without)) == (163, 110)
    assert all(source.source_class == "desk_research" and source.address for source in without)
    figures = Counter(
        report.source.source_id for report in service.snapshot().public_reports if hasattr(report.record, "value")
    )
    assert figures == {"desk-kaz-kt-2025": 3, "desk-kaz-mgorod-2025": 6, "desk-kgz-24kg-2024": 5}
