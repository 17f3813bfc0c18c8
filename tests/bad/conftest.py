"""What untrusted files do to the process that reads them."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def reading_of_workbooks() -> None:
    """Leave the reading to its own process."""
