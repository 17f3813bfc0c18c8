"""Differences of a preview and of a day: the same as if they were computed from the figures that are shown."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bukhara.comparability.differences import differences
from bukhara.model.codes import SourceClass
from bukhara.model.difference import FoundDifferences
from bukhara.model.release import Release
from bukhara.service.found_differences import of_preview, visible
from bukhara.store import StoredContents
from bukhara.store.kept_differences import find
from tests.unit.progress.build import source
from tests.unit.views.observed import figure

NOW = datetime(2027, 4, 2, tzinfo=UTC)
TWO = (figure(50), figure(70, reporter="Other ministry", source_locator="L9"))
ELSEWHERE = tuple(replace(each, country="UZB") for each in TWO)
LATER = figure(90, reporter="Third ministry", source_locator="L11", source_id="later")
RELEASE = Release(number=1, created_at=NOW, actor="a", note="n", framework_version="1", method_version="1")


def contents(*figures) -> StoredContents:
    sources = (source(), source("later", date=date(2030, 1, 1), source_class=SourceClass.DESK_RESEARCH))
    return StoredContents(
        release=RELEASE, framework_text="", exercise=False, sources=sources, statements=(), observations=figures
    )


def all_of(held: StoredContents) -> FoundDifferences:
    return find(held.observations, held.sources)


def test_a_preview_finds_what_publishing_would_find() -> None:
    newest = contents(*TWO, *ELSEWHERE)
    after = contents(*TWO, *(replace(each) for each in ELSEWHERE), figure(60, country="UZB", source_locator="L12"))
    assert of_preview(after, newest, all_of(newest)) == all_of(after)


def test_a_country_that_a_draft_leaves_alone_keeps_its_differences_over_the_rows_of_the_preview() -> None:
    newest, after = contents(*TWO), contents(*(replace(each) for each in TWO))
    found = of_preview(after, newest, FoundDifferences(differences(newest.observations), ()))
    assert [id(o) for d in found.public for o in d.observations] == [id(o) for o in after.observations]


def test_a_difference_is_seen_where_all_its_figures_are() -> None:
    held = contents(*TWO, LATER)
    found = all_of(held)
    assert len(visible(found, held.observations, desk_research=True)) == 3
    assert len(visible(found, held.observations, desk_research=False)) == 1
    assert visible(found, held.observations[:1], desk_research=False) == ()
