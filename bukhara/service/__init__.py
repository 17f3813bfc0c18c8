"""The service: everything that reads or changes the record goes through it."""

from bukhara.service.core import utc_now
from bukhara.service.publish_result import Checked, Outcome
from bukhara.service.service import Service
from bukhara.workbook import WorkbookReading, sentence
from bukhara.workbook.finding_groups import FindingGroup, grouped
from bukhara.workbook.findings import meanings

__all__ = [
    "Checked", "FindingGroup", "Outcome", "Service", "WorkbookReading", "grouped", "meanings", "sentence", "utc_now",
]  # fmt: skip
