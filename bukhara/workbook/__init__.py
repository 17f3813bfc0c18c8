"""The workbook in and out: `read` an .xlsx with findings, `write` the template, say a finding in words.

It knows nothing of the store; what a workbook may contain comes from the framework it is given.
"""

from bukhara.workbook.contents import WorkbookContents, WorkbookReading
from bukhara.workbook.findings import sentence
from bukhara.workbook.reader import read
from bukhara.workbook.template import write

__all__ = ["WorkbookContents", "WorkbookReading", "read", "sentence", "write"]
