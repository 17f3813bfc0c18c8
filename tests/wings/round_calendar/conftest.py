"""A round with stages, as the other suites have it."""

from tests.web.conftest import _passwords
from tests.web.test_stages import site

__all__ = ["_passwords", "site"]
