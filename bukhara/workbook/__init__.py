"""Workbooks in and out: `read` an .xlsx with findings, `write` the template, put a finding in words.

The package does not use the store; the given framework defines what a workbook may contain. An unknown file is read by
`inspect`, in a limited process of its own.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from bukhara.workbook.columns import columns_of
from bukhara.workbook.findings import sentence
from bukhara.workbook.labels import codes_of
from bukhara.workbook.letters import folded, skeleton
from bukhara.workbook.questions import LEFT_OPEN, Question, asked
from bukhara.workbook.reading.contents import WorkbookContents, WorkbookReading
from bukhara.workbook.reading.exported import Exported, as_exported
from bukhara.workbook.reading.noticed import finding_at, with_findings
from bukhara.workbook.reading.reader import read
from bukhara.workbook.reading.values import as_day, as_number
from bukhara.workbook.reading.word_text import WordForm

if TYPE_CHECKING:
    from bukhara.workbook.reading.inspection import ChildLimits, Watch, document_acts, grids, inspect, word_form_in
    from bukhara.workbook.writing.clearance_form import word_form
    from bukhara.workbook.writing.marks import marked
    from bukhara.workbook.writing.pasted import pasted
    from bukhara.workbook.writing.template import write

# loaded when they are first asked for: the process that only reads starts three times as fast without them
_LOADED_LATER = {
    **dict.fromkeys(("ChildLimits", "Watch", "grids", "inspect", "word_form_in"), "reading.inspection"),
    "document_acts": "reading.inspection",
    "marked": "writing.marks",
    "pasted": "writing.pasted",
    "word_form": "writing.clearance_form",
    "write": "writing.template",
}

__all__ = [
    "LEFT_OPEN", "ChildLimits", "Exported", "Question", "Watch", "WordForm", "WorkbookContents", "WorkbookReading",
    "as_day", "as_exported", "as_number", "asked", "codes_of", "columns_of", "document_acts", "finding_at", "folded",
    "grids", "inspect", "marked", "pasted", "read", "sentence", "skeleton", "with_findings", "word_form",
    "word_form_in", "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Import what writes, and what starts the reading process, on first use."""
    if name not in _LOADED_LATER:
        raise AttributeError(name)
    # kept here: the next time a module of the same name would be found instead
    loaded = globals()[name] = getattr(import_module(f"{__name__}.{_LOADED_LATER[name]}"), name)
    return loaded
