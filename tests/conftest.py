"""What several suites share: the running dashboards, started once a session."""

from __future__ import annotations

import pytest

from tests.serving import serving


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The address of the dashboard on the real record."""
    with serving(tmp_path_factory.mktemp("var")) as address:
        yield address


@pytest.fixture(scope="session")
def exercise(tmp_path_factory):
    """The address of the dashboard on the invented rounds."""
    with serving(tmp_path_factory.mktemp("var-exercise"), exercise=True) as address:
        yield address
