"""A record of its own for each test."""

from pathlib import Path

import pytest

from bukhara.service import Service
from tests.unit.service.small_record import small_service


@pytest.fixture
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Service:
    """Return the record of KAZ and UZB, release 1, at the `NOW` of the module."""
    now = getattr(request.module, "NOW", None)
    return small_service(tmp_path, now and (lambda: now))
