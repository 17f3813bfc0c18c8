"""One workbook of a ministry: its sheets as rows of values, what its sender answers, and what becomes of it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.comments import Comment


@dataclass(frozen=True)
class Answers:
    """What the sender chooses for one table, beside what is understood."""

    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    periods: dict[str, tuple[str, str]] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)
    general: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Form:
    """One workbook: its sheets as rows of values, and what becomes of it; without `expected` it has no table."""

    name: str
    sheets: dict[str, list[list[object]]]
    expected: str = ""
    country: str = "KAZ"
    merges: list[str] = field(default_factory=list)
    answers: tuple[Answers, ...] = ()
    asked: str = ""
    formats: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    through_office: bool = False

    def content(self) -> bytes:
        """Return the file as Excel would hold it."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        first = book.worksheets[0]
        for merge in self.merges:
            first.merge_cells(merge)
        for cell, number_format in self.formats.items():
            first[cell].number_format = number_format
        for cell, text in self.comments.items():
            first[cell].comment = Comment(f"Author:{text}", "Author")
        for name in self.hidden:
            if name in book.sheetnames:
                book[name].sheet_state = "hidden"
            else:
                first.column_dimensions[name].hidden = True
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def forms() -> Iterator[Form]:
    """Yield the workbooks of forms.yaml, and one with a sheet that is too large to map."""
    for each in yaml.safe_load(Path(__file__).with_name("forms.yaml").read_text(encoding="utf-8")):
        yield Form(**{**each, "answers": tuple(Answers(**_choices(given)) for given in each.get("answers", ()))})
    yield Form("a sheet too large to map", {"Журнал": [["Дата", "Число"], *([f"{n}", n] for n in range(600))]})


def _choices(given: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        name: {of: tuple(chosen) if isinstance(chosen, list) else chosen for of, chosen in choices.items()}
        for name, choices in given.items()
    }
