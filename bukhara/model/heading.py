"""A heading of a country's own form, and the column that it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`text` as the reader compares it, `kind` of workbook, key of the column; `country` as a draft's subject."""

    country: str
    kind: str
    text: str
    column: str
