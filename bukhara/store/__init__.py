"""The append-only store of releases: typed records in, typed records out; it judges and computes nothing."""

from bukhara.store.releases import Store
from bukhara.store.submission import AuditEntry, AuditLeaf, Edition, StoredContents, Submission

__all__ = ["AuditEntry", "AuditLeaf", "Edition", "Store", "StoredContents", "Submission"]
