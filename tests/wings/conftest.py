"""The sites, the browser and the passwords of the other suites."""

from tests.browser.conftest import browser_type_launch_args, page, troubles
from tests.web.conftest import _a_reader_again, _passwords, base, exercise_site, record_site, shared

__all__ = [
    "_a_reader_again",
    "_passwords",
    "base",
    "browser_type_launch_args",
    "exercise_site",
    "page",
    "record_site",
    "shared",
    "troubles",
]
