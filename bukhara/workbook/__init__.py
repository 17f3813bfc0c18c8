"""Workbooks in and out: `read` an .xlsx with findings, put a finding in words; `writing` has what makes a workbook.

The package does not use the store; the given framework defines what a workbook may contain. An unknown file is read by
`reading.inspection`, in a limited process of its own, which loads nothing that writes: it starts three times as fast.
"""

from bukhara.workbook.columns import columns_of
from bukhara.workbook.findings import sentence
from bukhara.workbook.labels import codes_of
from bukhara.workbook.letters import folded, skeleton
from bukhara.workbook.questions import LEFT_OPEN, Question, asked
from bukhara.workbook.reading.contents import WorkbookContents, WorkbookReading
from bukhara.workbook.reading.exported import Exported, as_exported
from bukhara.workbook.reading.noticed import at_own_cells, finding_at, with_findings
from bukhara.workbook.reading.reader import read
from bukhara.workbook.reading.values import as_day, as_due_day, as_first_day, as_last_day, as_number_of

__all__ = [
    "LEFT_OPEN", "Exported", "Question", "WorkbookContents", "WorkbookReading", "as_day", "as_due_day", "as_exported",
    "as_first_day", "as_last_day", "as_number_of", "asked", "at_own_cells", "codes_of", "columns_of", "finding_at",
    "folded", "read", "sentence", "skeleton", "with_findings",
]  # fmt: skip
