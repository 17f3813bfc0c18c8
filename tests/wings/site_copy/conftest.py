"""The sites and the browser of the other suites."""

from tests.browser.conftest import browser_type_launch_args, page
from tests.web.conftest import _passwords, exercise_site

__all__ = ["_passwords", "browser_type_launch_args", "exercise_site", "page"]
