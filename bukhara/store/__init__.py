"""The append-only store of releases: typed records in, typed records out; it judges and computes nothing."""

from bukhara.store.releases import Store
from bukhara.store.submission import AuditEntry, Edition, StoredContents, Submission

__all__ = ["AuditEntry", "Edition", "Store", "StoredContents", "Submission"]
