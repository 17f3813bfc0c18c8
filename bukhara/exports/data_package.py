"""The archive of a release: its tables as a Data Package with Table Schema, for any reader, the codebook, the guide."""

import io
import json
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bukhara.exports.columns import CODES, ColumnType, type_of
from bukhara.exports.dataset import Dataset
from bukhara.exports.tables import TABLES
from bukhara.exports.to_csv import to_csv
from bukhara.i18n.words import words_of
from bukhara.model.columns import columns_of
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement

DESCRIPTOR = "datapackage.json"
_TYPES = {ColumnType.NUMBER: "number", ColumnType.COUNT: "integer", ColumnType.TRUTH: "boolean", ColumnType.DAY: "date"}
"""Every other column is text; a list is joined by " | "."""
_LABELS = {each.name: each.label for record in (Statement, Observation) for each in columns_of(record)}
GUIDE = "data-guide.md"


def data_package(snapshot: Snapshot, tables: Mapping[str, Dataset]) -> str:
    """Return the descriptor of the tables of a release, which are files beside it; by the name of each file."""
    release = snapshot.release
    described = {
        "profile": "tabular-data-package",
        "name": f"bukhara-release-{release.number}",
        "title": f"Bukhara Monitor, release {release.number}",
        "description": "The sources keep their rights. Please name them and this release when you use the tables.",
        "version": str(release.number),
        "created": release.created_at.isoformat(timespec="seconds"),
        "sources": [{"title": each.citation} for each in snapshot.sources],
        "resources": [_resource(name, table) for name, table in tables.items()],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _resource(name: str, table: Dataset) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table.name, column) for column in table.columns], "missingValues": [""]}
    if key := TABLES[table.name].key:
        schema["primaryKey"] = key
    if table.name in ("observations", "evidence"):
        reference = {"resource": "sources", "fields": "source_id"}
        schema["foreignKeys"] = [{"fields": "source_id", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table.title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: str, column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _TYPES.get(type_of(column), "string")}
    if label := _LABELS.get(column):
        field["title"] = words_of("en")(label)
    if codes := CODES.get(table, {}).get(column):
        field["constraints"] = {"enum": [code.value for code in codes]}
    return field


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
