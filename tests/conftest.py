"""What several suites share: the running dashboards, started once a session."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.serving import serving

# no test asserts a time: `make bench` measures
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


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
