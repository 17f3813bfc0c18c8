"""One archive of a release: its tables as a Data Package, the codebook and the guide."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bukhara.exports import framework_rows, records
from bukhara.exports.breakdowns import breakdowns
from bukhara.exports.data_package import DESCRIPTOR, data_package
from bukhara.exports.to_csv import to_csv
from bukhara.model.release import Snapshot
from bukhara.progress.rows import progress_rows

GUIDE = "data-guide.md"


def release_zip(snapshot: Snapshot, guide: str) -> bytes:
    """Return the archive of the release of a snapshot; the same release gives the same bytes.

    Args:
        snapshot: the record of the release.
        guide: the text of the guide to the data.
    """
    tables = {
        "observations": records.observations(snapshot),
        "evidence": records.evidence(snapshot),
        "progress": records.progress(snapshot, progress_rows(snapshot)),
        "differences": records.differences(snapshot, snapshot.differences),
        "sources": records.sources(snapshot),
        "breakdowns": breakdowns(snapshot),
        "codebook": framework_rows.framework(snapshot, "en"),
    }
    files = {f"{name}.csv": to_csv(table) for name, table in tables.items()} | {
        DESCRIPTOR: data_package(snapshot, tables),
        GUIDE: guide,
    }
    made, folder = io.BytesIO(), f"bukhara-release-{snapshot.release.number}"
    day = snapshot.release.created_at
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return made.getvalue()
