"""What was presented, compared with today: nothing differs while no release came after it."""

from bukhara.views.releases import effect


def test_the_same_release_has_no_changed_status(record) -> None:
    assert effect.with_another_mark(record.snapshot(), record.snapshot(release=record.ready())) == ()


def test_a_status_of_an_earlier_release_that_is_another_today_is_named_with_both_marks(invented) -> None:
    changed = effect.with_another_mark(invented.snapshot(), invented.snapshot(release=1))
    assert changed
    assert all(cell.before.mark != cell.after.mark for cell in changed)
