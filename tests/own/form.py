"""One workbook of a ministry: its sheets as rows of values, what its sender answers, and what becomes of it."""

import io
from dataclasses import dataclass, field

import openpyxl
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
    merges: tuple[str, ...] = ()
    answers: tuple[Answers, ...] = ()
    asked: str = ""
    formats: dict[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
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
