"""Which release spoke on a day."""

from datetime import UTC, date, datetime

from bukhara.model.release import Release
from bukhara.service.history import published_in

SOURCE = frozenset({"round-1"})
DAY = date(2025, 6, 30)


def release(number: int, day: int, *blocks: str) -> Release:
    return Release(
        number=number,
        created_at=datetime(2025, 6, day, tzinfo=UTC),
        actor="system",
        note="",
        framework_version="1",
        method_version="1",
        blocks=blocks,
    )


def test_the_release_current_on_the_day_speaks() -> None:
    releases = (release(1, 1, "tracker/KAZ/round-1"), release(2, 20, "tracker/KAZ/round-1"))
    assert published_in(releases, SOURCE, on=DAY) == 2


def test_a_source_published_later_is_taken_from_the_first_release_that_held_it() -> None:
    releases = (release(1, 1, "tracker/KAZ/other"), release(2, 20, "tracker/KAZ/round-1"), release(3, 21))
    assert published_in(releases, SOURCE, on=date(2025, 6, 10)) == 2


def test_each_state_has_the_release_that_held_its_own_answers() -> None:
    releases = (release(1, 20, "tracker/KAZ/round-1"), release(2, 21, "tracker/UZB/round-1"))
    on = date(2025, 6, 1)
    assert [published_in(releases, SOURCE, on=on, country=code) for code in ("KAZ", "UZB")] == [1, 2]


def test_a_source_that_no_release_held_leaves_the_release_of_the_day() -> None:
    assert published_in((release(1, 1),), SOURCE, on=DAY) == 1
    assert published_in((release(1, 1),), SOURCE, on=date(2024, 1, 1)) is None
