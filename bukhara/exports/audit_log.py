"""The audit log as CSV; text never becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from bukhara.exports.formula import safe

COLUMNS = ("at_utc", "actor", "action", "detail", "release")


def audit_log_csv(rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """Return UTF-8 with a byte-order mark (for Excel): header, then a row for each entry."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([[safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")
