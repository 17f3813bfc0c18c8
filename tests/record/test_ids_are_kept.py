"""The ids of the shipped rows are promised: they are hashes of column lists, so a list that changes would change them."""

import hashlib

import pytest

from bukhara.comparability.editions import differences_by_edition
from bukhara.workbook import read
from tests.serving import ROOT

KEPT = {
    "figures": (2867, "df0937418cf98723"),
    "statements": (695, "137ef511f2f2dd42"),
    "differences": (11, "53b5698cfe347b6b"),
}
"""Kind of row -> the number of its ids and a hash of all of them."""


@pytest.fixture(scope="module")
def ids(framework):
    """The ids of all rows of data/ without the exercise, and of the differences between its figures."""
    paths = sorted(path for path in (ROOT / "data").rglob("*.xlsx") if "exercise" not in path.parts)
    books = [read(path, framework) for path in paths]
    figures = [figure for book in books for figure in book.observations]
    found = differences_by_edition(figures, [source for book in books for source in book.sources])
    return {
        "figures": sorted(figure.observation_id for figure in figures),
        "statements": sorted(row.evidence_id for book in books for row in book.statements),
        "differences": sorted(each.group for each in found),
    }


@pytest.mark.parametrize("kind", KEPT)
def test_every_id_of_the_shipped_record_is_as_it_was(kind: str, ids, tmp_path) -> None:
    listed = tmp_path / f"{kind}.txt"
    listed.write_text("\n".join(ids[kind]), encoding="utf-8")
    found = (len(ids[kind]), hashlib.sha256(listed.read_bytes()).hexdigest()[:16])
    assert found == KEPT[kind], (
        f"Ids of {kind} have changed. {listed} has those of now: break this test on the last commit, too, and compare "
        "the two lists. Enter the new number and hash only if rows in data/, or a rule of differences, were meant to change."
    )
