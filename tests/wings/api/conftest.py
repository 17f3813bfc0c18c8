"""The sites of the other suites."""

from tests.web.conftest import _passwords, record_site

__all__ = ["_passwords", "record_site"]
