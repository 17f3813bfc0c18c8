"""The append-only store of releases: it reads and writes typed records."""

from bukhara.store.audit_log import Acknowledged, AuditEntry, AuditPage
from bukhara.store.releases import Store
from bukhara.store.submission import FrameworkVersion, StoredContents, Submission

__all__ = ["Acknowledged", "AuditEntry", "AuditPage", "FrameworkVersion", "Store", "StoredContents", "Submission"]
