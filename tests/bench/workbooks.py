"""A large workbook of statistics, as Excel would write it."""

from pathlib import Path

import xlsxwriter

HEAD = (
    "country", "indicator", "value", "state", "unit", "counting_unit", "sex", "age_group", "citizenship",
    "period_start", "period_end", "period_basis", "reporter", "source_id", "note",
)  # fmt: skip
SOURCE = ("bench-source", "state_submission", "Figures of the bench", "Ministry of Internal Affairs of Kazakhstan")


def made(path: Path, rows: int) -> Path:
    """Write a statistics workbook with that many rows, as Excel would."""
    book = xlsxwriter.Workbook(str(path))
    data = book.add_worksheet("Statistics")
    data.write_row(0, 0, HEAD)
    for n in range(rows):
        state = ("KAZ", "KGZ", "TJK", "TKM", "UZB")[n % 5]
        year = str(1990 + n // 5 % 30)
        who = (("female", "male")[n // 150 % 2], f"{n // 300}", "", f"{year}-01-01", f"{year}-12-31", "stated")
        row = (state, "CTX-registered-strict", n % 997, "value", "count", "offence", *who, SOURCE[3], SOURCE[0], "")
        data.write_row(n + 1, 0, row)
    sources = book.add_worksheet("Sources")
    sources.write_row(0, 0, ("source_id", "source_class", "title", "body", "date"))
    sources.write_row(1, 0, (*SOURCE, "2026-11-01"))
    book.close()
    return path
