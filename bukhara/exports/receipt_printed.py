"""A receipt in words: facts, then a section for each fate; the PDF and the workbook are made from it."""

from collections.abc import Callable
from dataclasses import dataclass

from bukhara.exports.change_lines import value_text
from bukhara.exports.receipt import Fate, Receipt, ReceiptCell, ReceiptEntry
from bukhara.i18n.changes import EMPTY, column_text
from bukhara.i18n.moments import moment_text
from bukhara.i18n.subjects import place
from bukhara.i18n.words import Words
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework, Indicator, Item
from bukhara.model.messages import N_

FindingText = Callable[[Finding], str]
HEADINGS = {
    Fate.REFUSED: N_("Refused"),
    Fate.NOT_STORED: N_("Not stored"),
    Fate.CHANGED: N_("Changed"),
    Fate.REMOVED: N_("Removed"),
    Fate.ACCEPTED: N_("Accepted as new"),
    Fate.NOTED: N_("Stored, with a remark"),
    Fate.CONFIRMED: N_("Left as they were"),
}
EXPLAINED = {
    Fate.REFUSED: N_("These cells kept the workbook from being published."),
    Fate.NOT_STORED: N_("These parts of the workbook are not in the record."),
    Fate.CHANGED: N_("The cells listed have a new value. The other cells of these rows were left as they were."),
    Fate.REMOVED: N_("These rows were in the record and are no longer in the workbook."),
    Fate.ACCEPTED: N_("Every filled cell of these rows is in the record."),
    Fate.NOTED: N_("These cells are in the record; this was found in them."),
    Fate.CONFIRMED: N_("Every cell of these rows was already in the record. Leaving a row does not confirm it."),
}
COLUMNS = (
    N_("Outcome"),
    N_("Sheet"),
    N_("Cells"),
    N_("What it is about"),
    N_("Column"),
    N_("Before"),
    N_("Now"),
    N_("Reason or remark"),
)
SUBJECTS = {"statistics": N_("Statistics"), "partners": N_("Partners")}


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """One entry in words; `place` is `Statements!A7:W7`."""

    sheet: str
    place: str
    about: str
    cells: tuple[ReceiptCell, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptSection:
    """The entries with one result; `left_out` says where the rest is, if they are too many for the page."""

    fate: Fate
    heading: str
    explanation: str
    rows: int
    entries: tuple[PrintedEntry, ...]
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole receipt in one language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[ReceiptSection, ...]
    columns: tuple[str, ...]
    empty: str


def printed(
    receipt: Receipt, framework: Framework, words: Words, finding_text: FindingText, most: int | None = None
) -> Printed:
    """Return a receipt in words; `finding_text` returns the sentence of a finding.

    A section has at most so many entries, and says how many it leaves out.
    """
    printer = _Printer(framework, words, finding_text, most)
    sections = tuple(printer.section(fate, receipt) for fate in Fate if receipt.of(fate))
    counts = tuple((section.heading, words.number(section.rows)) for section in sections)
    return Printed(
        language=words.language,
        title=words("Receipt"),
        facts=(*printer.facts(receipt), *counts),
        sections=sections,
        columns=tuple(words(column) for column in COLUMNS),
        empty=words(EMPTY),
    )


@dataclass(frozen=True, slots=True)
class _Printer:
    framework: Framework
    words: Words
    finding_text: FindingText
    most: int | None

    def facts(self, receipt: Receipt) -> list[tuple[str, str]]:
        words, subject = self.words, receipt.subject
        is_published = receipt.release is not None
        about = words(SUBJECTS[subject]) if subject in SUBJECTS else place(subject, words, self.framework)
        unnamed = words("not known, the workbook was not made by this program")
        facts = (
            (words("Release"), self._release(receipt)),
            (words("Draft"), "" if receipt.draft is None else str(receipt.draft)),
            (words("Workbook"), about),
            (words("Published") if is_published else words("Checked"), moment_text(receipt.at, "UTC", words)),
            (words("By"), receipt.who),
            (words("Approved by"), receipt.approved_by),
            (words("Warnings of the check confirmed by"), receipt.confirmed_by),
            (words("Note"), receipt.note),
            (words("File"), receipt.file_name),
            (words("Its SHA-256"), receipt.file_hash),
            (words("Made from release"), unnamed if receipt.base is None else str(receipt.base)),
        )
        return [(name, text) for name, text in facts if text]

    def _release(self, receipt: Receipt) -> str:
        if receipt.release is None:
            return self.words("not published")
        if receipt.changed:
            return str(receipt.release)
        unchanged = self.words("no new release: everything was in the record already")
        return f"{receipt.release} ({unchanged})"

    def section(self, fate: Fate, receipt: Receipt) -> ReceiptSection:
        every = receipt.of(fate)
        shown = every[: self.most]
        left = len(every) - len(shown)
        return ReceiptSection(
            fate=fate,
            heading=self.words(HEADINGS[fate]),
            explanation=self.words(EXPLAINED[fate]),
            rows=receipt.count(fate),
            entries=tuple(self._entry(entry) for entry in shown),
            left_out=self.words.plural(
                "{n} more entry is in the receipt as an Excel file.",
                "{n} more entries are in the receipt as an Excel file.",
                left,
            )
            if left
            else "",
        )

    def _entry(self, entry: ReceiptEntry) -> PrintedEntry:
        return PrintedEntry(
            sheet=entry.sheet,
            place=entry.place,
            about=self._about(entry),
            cells=tuple(self._cell(cell, entry.fate) for cell in entry.cells),
            reason=self.finding_text(entry.finding) if entry.finding is not None else entry.reason,
        )

    def _cell(self, cell: ReceiptCell, fate: Fate) -> ReceiptCell:
        """Return a cell in words; only where a value changed, an empty cell is named."""
        before, after = (
            self._value(cell.column, text) if text or fate is Fate.CHANGED else "" for text in (cell.before, cell.after)
        )
        return ReceiptCell(column_text(cell.column, self.words), cell.place, before, after)

    def _about(self, entry: ReceiptEntry) -> str:
        if entry.finding is not None:
            return column_text(entry.finding.column, self.words) if entry.finding.column else ""
        if not entry.subject:
            return self.words.plural("{n} row", "{n} rows", entry.rows)
        # the codes of items and indicators are in the cells
        return ", ".join(self._name(column, text) or self._value(column, text) for column, text in entry.subject)

    def _value(self, column: str, text: str) -> str:
        name = self._name(column, text)
        return f"{text} ({name})" if name else value_text(column, text, self.framework, self.words)

    def _name(self, column: str, code: str) -> str:
        """Return the name of an item or indicator; empty for what is neither."""
        known: dict[str, Callable[[str], Item | Indicator]] = {
            "item": self.framework.item,
            "indicator": self.framework.indicator,
        }
        try:
            return self.words.text(known[column](code).name)
        except KeyError:
            return ""
