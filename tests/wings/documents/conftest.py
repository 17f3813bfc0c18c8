"""The sites of the other suites."""

from tests.web.conftest import _passwords

__all__ = ["_passwords"]
