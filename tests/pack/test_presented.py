"""What was presented, compared with today: nothing differs while no release came after it."""

from bukhara.views import frozen_changes


def test_the_same_release_has_no_changed_status(record) -> None:
    assert frozen_changes.build(record.snapshot(), record.snapshot(release=record.ready())) == ()


def test_a_status_of_an_earlier_release_that_is_another_today_is_named_with_both_marks(invented) -> None:
    changed = frozen_changes.build(invented.snapshot(), invented.snapshot(release=1))
    assert changed
    assert all(cell.before != cell.after for cell in changed)
