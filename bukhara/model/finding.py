"""What is wrong with an input, as data; the sentence is in the message catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field

from bukhara.model.codes import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One trouble at one place; `values` fill the sentence of `code`."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str | None = None
    row: int | None = None
    column: str = ""
    value: str = ""
    values: dict[str, str] = field(default_factory=dict)
