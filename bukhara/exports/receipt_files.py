"""A receipt in words as a workbook: its head, then the changes; text is never a formula."""

import io
from collections.abc import Callable, Iterator

from bukhara.exports.change_table import ChangeLine, lines_of
from bukhara.exports.receipt import Receipt
from bukhara.exports.to_xlsx import cut, new_book
from bukhara.i18n.changes import column_text, counts_text
from bukhara.i18n.moments import moment_text
from bukhara.i18n.subjects import place
from bukhara.i18n.words import Words
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges

FindingText = Callable[[Finding], str]
NOT_STORED = frozenset(
    {
        *("cells-outside", "unknown-column", "unknown-sheet", "hidden-sheet", "several-data-sheets"),
        *("duplicate-row", "rows-unanswered", "comments-present", "external-links"),
    }
)
"""Findings about content that is left out; every other warning is about cells that are stored."""
LEFT_OUT, NOTED = N_("Not stored"), N_("Stored, with a remark")
COLUMNS = {
    "sort": (N_("Outcome"), 20),
    "place": (N_("Row"), 18),
    "about": (N_("What it is about"), 60),
    "column": (N_("Column"), 24),
    "before": (N_("Before"), 34),
    "after": (N_("Now"), 34),
    "remark": (N_("Remark"), 60),
}
"""The columns of the table, each with its width in the workbook."""
SUBJECTS = {"statistics": N_("Statistics"), "partners": N_("Partners")}


def receipt_xlsx(
    receipt: Receipt, changes: WorkbookChanges, framework: Framework, words: Words, finding_text: FindingText
) -> bytes:
    """Return the workbook of a receipt: a front sheet, and a line for each finding, then for each cell.

    `finding_text` returns the sentence of a finding.
    """
    out, title = io.BytesIO(), words("Receipt")
    facts = _facts(receipt, changes, framework, words)
    columns = {name: (words(text), width) for name, (text, width) in COLUMNS.items()}
    lines = (
        *(_finding_line(finding, words, finding_text) for finding in receipt.findings),
        *lines_of(changes.differing, framework, words),
    )
    with new_book(out) as book:
        bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        wrapped = book.add_format({"valign": "top", "text_wrap": True})
        front, cells = book.add_worksheet(title[:31]), book.add_worksheet(columns["sort"][0][:31])
        front.set_column(0, 0, 28)
        front.set_column(1, 1, 90)
        for line, texts in enumerate([(title, ""), ("", ""), *facts]):
            front.write_string(line, 0, texts[0], bold)
            front.write_string(line, 1, str(cut(texts[1])), wrapped)
        cells.freeze_panes(1, 0)
        for column, (name, width) in enumerate(columns.values()):
            cells.set_column(column, column, width)
            cells.write_string(0, column, name, bold)
        last = 0
        for last, each in enumerate(lines, start=1):
            for column, name in enumerate(COLUMNS):
                if text := getattr(each, name):
                    cells.write_string(last, column, str(cut(text)), wrapped)
        cells.autofilter(0, 0, last, len(COLUMNS) - 1)
        for sheet in (front, cells):
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _facts(receipt: Receipt, changes: WorkbookChanges, framework: Framework, words: Words) -> Iterator[tuple[str, str]]:
    subject = receipt.subject
    unnamed = words("not known, the workbook was not made by this program")
    added, changed, removed = (changes.count(sort) for sort in (Sort.ADDED, Sort.CHANGED, Sort.REMOVED))
    counts = counts_text(added, changed, removed, receipt.left, words)
    left = words("Every cell of these rows was already in the record. Leaving a row does not confirm it.")
    facts = (
        (words("Release"), _release(receipt, words)),
        (words("Draft"), "" if receipt.draft is None else str(receipt.draft)),
        (words("Workbook"), words(SUBJECTS[subject]) if subject in SUBJECTS else place(subject, words, framework)),
        (words("Published"), moment_text(receipt.at, "UTC", words)),
        (words("By"), receipt.who),
        (words("Approved by"), receipt.approved_by),
        (words("Published before the day that was told"), _early(receipt, framework, words)),
        (words("Warnings of the check confirmed by"), receipt.confirmed_by),
        (words("Note"), receipt.note),
        (words("File"), receipt.file_name),
        (words("Its SHA-256"), receipt.file_hash),
        (words("Made from release"), unnamed if receipt.base is None else str(receipt.base)),
        (words("Rows"), counts),
        (words("Confirmed by the state"), "\n".join(_confirmed(receipt, framework, words))),
        (words("Left as they were"), left if receipt.left else ""),
    )
    yield from ((name, text) for name, text in facts if text)


def _confirmed(receipt: Receipt, framework: Framework, words: Words) -> Iterator[str]:
    items, questions = ({each.id: each.name for each in named} for named in (framework.items, framework.indicators))
    for item, indicator in receipt.confirmed:
        yield words.text(questions[indicator] if indicator in questions else items[item]) if item in items else item


def _early(receipt: Receipt, framework: Framework, words: Words) -> str:
    told = (
        words("{state} was told: publication from {day} on.", state=place(code, words, framework), day=words.date(day))
        for code, day in receipt.promised.items()
    )
    return " ".join((*told, receipt.early))


def _release(receipt: Receipt, words: Words) -> str:
    unchanged = words("no new release: everything was in the record already")
    return str(receipt.release) if receipt.changed else f"{receipt.release} ({unchanged})"


def _finding_line(finding: Finding, words: Words, finding_text: FindingText) -> ChangeLine:
    return ChangeLine(
        sort=words(LEFT_OUT if finding.code in NOT_STORED else NOTED),
        place=finding.reference,
        about=column_text(finding.column, words) if finding.column else "",
        remark=finding_text(finding),
    )
