"""The one door for reading and changing; it publishes whole or not at all."""

from bukhara.service.core import utc_now
from bukhara.service.publish_result import Checked, Outcome
from bukhara.service.service import Service
from bukhara.workbook import WorkbookReading, sentence

__all__ = ["Checked", "Outcome", "Service", "WorkbookReading", "sentence", "utc_now"]
