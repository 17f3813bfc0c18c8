"""The list of the Declaration's articles (.csv or .xlsx) -> articles with the ids of our items, findings by cell."""

import re
from dataclasses import dataclass
from pathlib import Path

from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.framework import Article, Framework
from bukhara.workbook.glotip_table import sheet_name, table
from bukhara.workbook.grid import column_letters

HEADINGS = {
    "article": ("article", "number", "статья", "номер"),
    "text": ("text", "wording", "текст"),
    "items": ("items", "item", "themes", "пункты", "темы"),
}
"""The words for a column in the row of headings, in any case and order."""
_HEADING_ROWS = 20


@dataclass(frozen=True, slots=True)
class ArticleList:
    """The articles that could be read, and what is wrong with the table."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]


def read_articles(path: Path, framework: Framework, *, lang: str = "en") -> ArticleList:
    """Return the articles of a table with the columns article, text and items; ids of items may be joined by commas.

    Raises Refused for a damaged workbook.
    """
    rows = list(enumerate(table(path), start=1))
    heading, columns = next(
        ((number, found) for number, row in rows[:_HEADING_ROWS] if "text" in (found := _columns(row))), (0, {})
    )
    reader = _Rows(sheet_name(path), columns, {item.id.casefold(): item.id for item in framework.items}, lang)
    for name in HEADINGS:
        if name not in columns:
            reader.find("missing-column", heading or 1, name)
    if not reader.findings:
        for number, row in rows[heading:]:
            if any(row):
                reader.take(number, row)
    return ArticleList(tuple(reader.articles.values()), tuple(reader.findings))


def _columns(row: list[str]) -> dict[str, int]:
    cells = [cell.casefold() for cell in row]
    return {name: cells.index(word) for name, words in HEADINGS.items() for word in words[::-1] if word in cells}


class _Rows:
    """Collects articles and findings row by row."""

    def __init__(self, sheet: str, columns: dict[str, int], known: dict[str, str], lang: str) -> None:
        self._sheet, self._columns, self._known, self._lang = sheet, columns, known, lang
        self._rows: dict[str, int] = {}
        self.articles: dict[str, Article] = {}
        self.findings: list[Finding] = []

    def find(self, code: str, row: int, column: str, value: str = "", **values: str) -> None:
        at = self._columns.get(column)
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                sheet=self._sheet,
                cell=None if at is None else f"{column_letters(at + 1)}{row}",
                row=row,
                column=column,
                value=value,
                values={"column": column, **values},
            )
        )

    def take(self, number: int, row: list[str]) -> None:
        cells = {name: row[at] if at < len(row) else "" for name, at in self._columns.items()}
        for name in ("article", "text"):
            if not cells[name]:
                self.find("missing-value", number, name)
        named = [word for word in re.split(r"[\s,;|]+", cells["items"]) if word]
        for word in named:
            if word.casefold() not in self._known:
                self.find("unknown-item", number, "items", word)
        article = cells["article"]
        if article in self._rows:
            self.find(
                "duplicate-conflict", number, "article", article, first=str(self._rows[article]), second=str(number)
            )
            return
        self._rows[article] = number
        if article and cells["text"]:
            items = dict.fromkeys(self._known[w.casefold()] for w in named if w.casefold() in self._known)
            self.articles[article] = Article(article=article, text=cells["text"], lang=self._lang, items=tuple(items))
