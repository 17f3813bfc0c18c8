"""The shipped record, read from the workbooks in data/ as the product reads it."""

import pytest

from bukhara.framework import parse
from bukhara.workbook import read
from tests.serving import ROOT

BOOKS = sorted(p for d in ("trackers", "statistics", "partners") for p in (ROOT / "data" / d).glob("*.xlsx"))


@pytest.fixture(scope="session")
def framework():
    """The shipped framework."""
    return parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def books(framework):
    """Every shipped workbook, read."""
    return {path.stem if path.parent.name == "trackers" else path.parent.name: read(path, framework) for path in BOOKS}


@pytest.fixture(scope="session")
def statements(books):
    """Every statement and every gap of the six trackers."""
    return [s for book in books.values() for s in book.statements]


@pytest.fixture(scope="session")
def figures(books):
    """Every observation of the statistics and partners workbooks."""
    return [o for book in books.values() for o in book.observations]


def lines(locator: str) -> list[int]:
    """Return the report lines that a locator names."""
    return [int(place.strip().removeprefix("L")) for place in locator.split("|") if place.strip()]
