"""Puts the findings of one cause together: all cells with one unlisted body, all that a column of a sheet misreads."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.i18n.words import Words
from bukhara.model.finding import Finding
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.workbook.findings import sentence, with_names

_OF_MANY = {
    "value-normalised": N_("Read in another way than it is written: {pairs}. Please check these cells."),
    "gap-read": N_("{values} were read as states of the answer. Please check these cells."),
    "gap-in-words": N_(
        "{values} are not numbers. If there were no cases, please write 0. If it is not known, leave the cell empty "
        "and choose the reason in “State of the answer”."
    ),
    "no-answer": N_("{values} are no answers. Please write them, or choose the reason in “State of the answer”."),
    "number-unreadable": N_("{values} are not only numbers. Please write numbers alone, and words in the note."),
    "date-unreadable": N_("{values} are not read as dates. Please write them like 2023-07-28."),
    "unknown-code": N_("{values} are not known in “{column}”. Expected is one of: {allowed}."),
}
"""What is said of one column of a sheet together, or of all that was read in another way, if the cells differ."""

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings with one sentence, in the order of their cells."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The first of them."""
        return self.findings[0]

    @property
    def cells(self) -> str:
        """All cells, each sheet named once: `Statements!B7, B9; Figures!I4`; empty for a row or a file."""
        sheets = group_by((each for each in self.findings if each.cell), lambda each: each.sheet)
        named = {sheet: [each.cell or "" for each in found] for sheet, found in sheets.items()}
        return "; ".join(f"{each}!{', '.join(n[:_SHOWN])}{' …' * (len(n) > _SHOWN)}" for each, n in named.items())

    def sentence(self, words: Words) -> str:
        """Return the sentence for all of them, in the reader's language."""
        different = {(each.value, *each.values.items()): each for each in self.findings}
        if len(different) == 1:
            return sentence(self.first, words)
        read = [(with_names(each.value, words), each.values.get("read", "")) for each in different.values()]
        pairs = "; ".join(words(N_("“{before}” as “{after}”"), before=one, after=other) for one, other in read)
        values = ", ".join(dict.fromkeys(words(N_("“{name}”"), name=each) for each, _ in read))
        return sentence(self.first, words, _OF_MANY[self.first.code], {"pairs": pairs, "values": values})


def grouped(findings: Iterable[Finding]) -> list[FindingGroup]:
    """Return findings in groups, each where its first one is."""
    groups = group_by(enumerate(findings), lambda each: _cause(*each))
    return [FindingGroup(tuple(finding for _, finding in found)) for found in groups.values()]


def _cause(n: int, finding: Finding) -> tuple[object, ...]:
    if finding.code == "unknown-body":
        return finding.code, finding.value
    if finding.code in ("gap-read", "value-normalised"):
        return (finding.code,)
    if finding.code in _OF_MANY:
        return finding.code, finding.sheet, finding.column, finding.values.get("allowed")
    return (n,)
