"""The machine-readable lines of the sheet `Read me`: the same keys written and read in a hidden column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.workbook.columns import README_TITLE
from bukhara.workbook.letters import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bukhara.workbook.xlsx.raw_workbook import RawSheet

TEMPLATE_VERSION = "3"
LARGEST = 2**31 - 1
"""A number of a release that no store has; it replaces every longer one."""
KEYS = ("template_version", "kind", "country", "round", "base_release")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The facts on the front sheet about its workbook; empty if they are missing."""

    country: str = ""
    base_release: int | None = None
    template_version: str = ""
    round_title: str = ""


def front_of(sheets: Sequence[RawSheet]) -> Front:
    """Return the facts on the sheet `Read me`; all are empty without that sheet."""
    for sheet in sheets:
        if folded(sheet.title) == folded(README_TITLE):
            lines = {str(row[0]): row[2] for row in sheet.head(60) if len(row) > 2 and row[0] in KEYS}
            release = str(lines.get("base_release") or "")
            return Front(
                country=str(lines.get("country") or ""),
                base_release=min(int(release[:12]), LARGEST) if release.isascii() and release.isdigit() else None,
                template_version=str(lines.get("template_version") or ""),
                round_title=str(lines.get("round") or ""),
            )
    return Front()
