"""A round with stages, as the other suites have it."""

from tests.web.test_stages import site

__all__ = ["site"]
