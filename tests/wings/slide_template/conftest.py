"""The decks of other suites."""

from tests.pack.conftest import invented, packs, record, written

__all__ = ["invented", "packs", "record", "written"]
