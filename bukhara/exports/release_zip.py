"""One archive of a release: its tables as a Data Package, the codebook and the guide."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bukhara.exports.data_package import DESCRIPTOR, data_package
from bukhara.exports.dataset import Dataset
from bukhara.exports.to_csv import to_csv
from bukhara.model.release import Snapshot

GUIDE = "data-guide.md"


def release_zip(snapshot: Snapshot, tables: Mapping[str, Dataset], guide: str) -> bytes:
    """Return the archive of the release of a snapshot; the same release gives the same bytes.

    Args:
        snapshot: the record of the release.
        tables: each table by the name of its file.
        guide: the text of the guide to the data.
    """
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
