"""The history of publications as rows; who pressed the button stays inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.exports.columns import RELEASES
from bukhara.exports.dataset import Dataset, cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bukhara.model.release import Release, Snapshot


def releases(snapshot: Snapshot, history: Sequence[Release]) -> Dataset:
    """Return the releases in the order given."""
    return Dataset(
        name="releases",
        title="Releases",
        release=snapshot.release.number,
        as_of=snapshot.as_of,
        columns=RELEASES,
        rows=tuple(tuple(cell(getattr(release, column)) for column in RELEASES) for release in history),
    )
