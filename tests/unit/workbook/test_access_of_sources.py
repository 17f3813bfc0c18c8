"""A letter has a number and is not published: an empty `access` says so of a state's own submission only."""

from datetime import date

import pytest

from bukhara.model.codes import SourceClass
from bukhara.workbook.reading.ledger import DataRow, Ledger
from bukhara.workbook.reading.records import sources_from


@pytest.mark.parametrize("source_class", SourceClass)
@pytest.mark.parametrize("written", ["", "public", "internal"])
def test_an_empty_access_is_internal_for_the_states_own_submission_only(source_class, written) -> None:
    fields = {"source_id": "one", "source_class": source_class, "title": "T", "body": "B", "date": date(2026, 5, 1)}
    row = DataRow(Ledger(), "Sources", 3, {}, {}, fields={**fields, **({"access": written} if written else {})})
    (source,) = sources_from([row])
    empty = "internal" if source_class is SourceClass.STATE_SUBMISSION else "public"
    assert source.access == (written or empty)
