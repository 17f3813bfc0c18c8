"""The audit log as CSV; text never becomes a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bukhara.exports.formula import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS = ("at_utc", "actor", "action", "detail", "release")


def audit_log_csv(rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """Return UTF-8 with a byte-order mark (for Excel): header, then a row for each entry."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([[safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")
