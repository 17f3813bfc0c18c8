"""The record as shipped."""

from tests.record.conftest import books, figures, framework

__all__ = ["books", "figures", "framework"]
