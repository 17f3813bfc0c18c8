"""A receipt in words: facts, then a section for each fate; the PDF and the workbook are made from it."""

from collections.abc import Callable
from dataclasses import dataclass

from bukhara.exports.receipt import Fate, Receipt, ReceiptEntry
from bukhara.i18n import receipts as texts
from bukhara.i18n.changes import EMPTY, column_text, field_text
from bukhara.i18n.moments import moment_text
from bukhara.i18n.words import Words
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework, Indicator, Item

Say = Callable[["Finding"], str]


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell in words."""

    column: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """One entry in words; `place` is `Statements!A7:W7`."""

    sheet: str
    place: str
    about: str
    cells: tuple[PrintedCell, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptSection:
    """The entries of one fate."""

    fate: Fate
    heading: str
    explanation: str
    rows: int
    entries: tuple[PrintedEntry, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole receipt in one language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[ReceiptSection, ...]
    columns: tuple[str, ...]
    empty: str


def printed(receipt: Receipt, framework: Framework, words: Words, say: Say) -> Printed:
    """Return a receipt in words; `say` returns the sentence of a finding."""
    printer = _Printer(framework, words, say)
    found = ((fate, receipt.of(fate)) for fate in Fate)
    return Printed(
        language=words.language,
        title=words(texts.TITLE),
        facts=printer.facts(receipt),
        sections=tuple(printer.section(fate, held) for fate, held in found if held),
        columns=tuple(words(column) for column in texts.COLUMNS),
        empty=words(EMPTY),
    )


@dataclass(frozen=True, slots=True)
class _Printer:
    framework: Framework
    words: Words
    say: Say

    def facts(self, receipt: Receipt) -> tuple[tuple[str, str], ...]:
        words = self.words
        at = "at" if receipt.release is not None else "judged_at"
        facts_by_name = {
            "release": self._release(receipt),
            "draft": "" if receipt.draft is None else str(receipt.draft),
            "subject": self._subject(receipt.subject),
            at: moment_text(receipt.at, "UTC", words),
            "who": receipt.who,
            "approved_by": receipt.approved_by,
            "confirmed_by": receipt.confirmed_by,
            "note": receipt.note,
            "file_name": receipt.file_name,
            "file_hash": receipt.file_hash,
            "base": words(texts.UNNAMED) if receipt.base is None else str(receipt.base),
        }
        facts = [(words(texts.FACTS[name]), text) for name, text in facts_by_name.items() if text]
        counts = [(fate, receipt.count(fate)) for fate in Fate if receipt.of(fate)]
        return (*facts, *((words(texts.HEADINGS[fate.value]), words.number(count)) for fate, count in counts))

    def section(self, fate: Fate, held: tuple[ReceiptEntry, ...]) -> ReceiptSection:
        return ReceiptSection(
            fate=fate,
            heading=self.words(texts.HEADINGS[fate.value]),
            explanation=self.words(texts.EXPLAINED[fate.value]),
            rows=sum(entry.rows for entry in held),
            entries=tuple(self._entry(entry) for entry in held),
        )

    def _release(self, receipt: Receipt) -> str:
        if receipt.release is None:
            return self.words(texts.NOT_PUBLISHED)
        if receipt.changed:
            return str(receipt.release)
        return f"{receipt.release} ({self.words(texts.UNCHANGED)})"

    def _subject(self, subject: str) -> str:
        if subject in texts.SUBJECTS:
            return self.words(texts.SUBJECTS[subject])
        return self._place(subject)

    def _entry(self, entry: ReceiptEntry) -> PrintedEntry:
        finding = entry.finding
        return PrintedEntry(
            sheet=entry.sheet,
            place=entry.place,
            about=self._about(entry),
            cells=tuple(
                PrintedCell(
                    column_text(cell.column, self.words),
                    cell.place,
                    self._value(cell.column, cell.before) if cell.before or entry.fate is Fate.CHANGED else "",
                    self._value(cell.column, cell.after) if cell.after or entry.fate is Fate.CHANGED else "",
                )
                for cell in entry.cells
            ),
            reason=self.say(finding) if finding is not None else entry.reason,
        )

    def _about(self, entry: ReceiptEntry) -> str:
        if entry.finding is not None:
            return column_text(entry.finding.column, self.words) if entry.finding.column else ""
        if not entry.subject:
            return texts.rows_text(entry.rows, self.words)
        return ", ".join(self._named(column, text) for column, text in entry.subject)

    def _named(self, column: str, text: str) -> str:
        """Return the name of a row's subject without the code, which its cells have."""
        found = self._of_framework(column, text)
        return self.words.text(found.name) if found else self._value(column, text)

    def _value(self, column: str, text: str) -> str:
        if column == "country" and text:
            return self._place(text)
        found = self._of_framework(column, text)
        return f"{text} ({self.words.text(found.name)})" if found else field_text(column, text, self.words)

    def _of_framework(self, column: str, text: str) -> Item | Indicator | None:
        places: dict[str, tuple[Item | Indicator, ...]] = {
            "item": self.framework.items,
            "indicator": self.framework.indicators,
        }
        return next((each for each in places.get(column, ()) if each.id == text), None)

    def _place(self, code: str) -> str:
        known = {each.code: each for each in self.framework.countries + self.framework.regions}
        return self.words.text(known[code].short) if code in known else code
