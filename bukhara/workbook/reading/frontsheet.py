"""The machine-readable lines of the sheet `Read me`: the same keys written and read in a hidden column."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.workbook.xlsx.raw_workbook import RawSheet

TEMPLATE_VERSION = "3"
"""The version that is written and read; it changes with the layout of the sheets or the meaning of a column."""
LARGEST = 2**31 - 1
"""A number of a release that no store has; it replaces every longer one."""
KEYS = ("template_version", "kind", "country", "round", "base_release")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The facts on the front sheet about its workbook, and the row of its version; empty if they are missing."""

    country: str = ""
    kind: str = ""
    base_release: int | None = None
    template_version: str = ""
    round_title: str = ""
    sheet: str = ""
    version_row: int | None = None

    @property
    def is_of_another_version(self) -> bool:
        """Whether the template has another version than the one that is read."""
        return self.template_version not in ("", TEMPLATE_VERSION)


def front_of(sheets: Sequence[RawSheet]) -> Front:
    """Return the facts on the sheet `Read me`, whatever its name; all are empty without that sheet."""
    for sheet in sheets:
        head = sheet.head(60)
        rows = {str(row[0]): number for number, row in enumerate(head, 1) if len(row) > 2 and row[0] in KEYS}
        lines = {key: head[number - 1][2] for key, number in rows.items()}
        if "template_version" in lines or len(lines) > 1:
            release = str(lines.get("base_release") or "")
            return Front(
                country=str(lines.get("country") or ""),
                kind=str(lines.get("kind") or ""),
                base_release=min(int(release[:12]), LARGEST) if release.isascii() and release.isdigit() else None,
                template_version=str(lines.get("template_version") or ""),
                round_title=str(lines.get("round") or ""),
                sheet=sheet.title,
                version_row=rows.get("template_version"),
            )
    return Front()
