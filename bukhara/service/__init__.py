"""The service: everything that reads or changes the record goes through it."""

from bukhara.service.core import utc_now
from bukhara.service.publish_result import Checked, Outcome
from bukhara.service.service import Service
from bukhara.workbook import WorkbookReading, sentence

__all__ = ["Checked", "Outcome", "Service", "WorkbookReading", "sentence", "utc_now"]
