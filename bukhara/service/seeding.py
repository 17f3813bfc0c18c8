"""Which workbooks of the data folder are published at the first need, and in which releases."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bukhara.errors import StoreUnavailable
from bukhara.model.codes import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bukhara.service.outcome import Checked

FOLDERS = ("trackers", "statistics", "partners", "updates")


def shipped(data_dir: Path, *, exercise: bool) -> tuple[Path, ...]:
    """Return the workbooks to publish, in order; an exercise may lay them out in folders as it likes."""
    found = (
        sorted(data_dir.rglob("*.xlsx"))
        if exercise
        else [path for folder in FOLDERS for path in sorted((data_dir / folder).glob("*.xlsx"))]
    )
    return tuple(path for path in found if not path.name.startswith("~$"))


def rounds(checked: Sequence[Checked], data_dir: Path, *, exercise: bool) -> tuple[tuple[Checked, ...], ...]:
    """Return the workbooks in groups, a release each: all at once, or an exercise round by round."""
    if not exercise:
        return (tuple(checked),)
    in_order = sorted(checked, key=lambda each: _round(each, data_dir))
    return tuple(tuple(group) for _, group in groupby(in_order, key=lambda each: _round(each, data_dir)))


def refuse_faulty(checked: Sequence[Checked]) -> None:
    """Raise StoreUnavailable, naming the files, where a shipped workbook has errors."""
    faulty = [
        f"{each.path.name} ({each.reading.count(Severity.ERROR)})" for each in checked if not each.reading.acceptable
    ]
    if faulty:
        raise StoreUnavailable(f"errors in the workbooks to begin with: {', '.join(faulty)}; see bukhara check")


def _round(each: Checked, data_dir: Path) -> tuple[str, str]:
    """Return the folder of a round; of workbooks that lie loose or by kind, the day of their last source."""
    parts = each.path.relative_to(data_dir).parts[:-1]
    folder = parts[0] if parts and parts[0] not in FOLDERS else ""
    last = max((source.date.isoformat() for source in each.reading.sources), default="")
    return folder, "" if folder else last
