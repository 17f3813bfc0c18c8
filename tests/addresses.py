"""Every public page of the product, for crawls."""

from __future__ import annotations

from itertools import product

from bukhara.framework import parse
from tests.serving import ROOT

LANGUAGES = ("en", "ru")
FIXED = (
    "/",
    "/themes",
    "/challenges",
    "/compare",
    "/countries",
    "/statistics",
    "/victims",
    "/partners",
    "/evidence",
    "/method",
    "/data-quality",
)


def framework(*, exercise: bool = False):
    """Return the shipped framework."""
    return parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"), exercise=exercise)


def pages(*, exercise: bool = False) -> list[str]:
    """Return every page's path: fixed ones, one a country, one a theme."""
    shipped = framework(exercise=exercise)
    countries = [f"/countries/{country.code}" for country in shipped.countries]
    themes = [f"/themes/{item.id}" for item in shipped.items]
    return [*FIXED, *countries, *themes]


def crawl(*, exercise: bool = False) -> list[str]:
    """Return every page in every language."""
    return [f"{path}?lang={language}" for path, language in product(pages(exercise=exercise), LANGUAGES)]
