"""Every public page of the product, for crawls."""

from functools import cache
from itertools import product

from bukhara.framework import parse
from bukhara.wing import merged
from tests.serving import ROOT

LANGUAGES = ("en", "ru")
FIXED = (
    "/",
    "/themes",
    "/needs",
    "/countries",
    "/timeline",
    "/statistics",
    "/panel",
    "/downloads",
    "/evidence",
    "/contested",
    "/search",
    "/method",
    "/declaration",
    "/accessibility",
    "/privacy",
)
SOURCES = ("/evidence/astana-2023-report", "/evidence/desk-kaz-law-2024")
OTHER_TABS = (
    "/needs?tab=support",
    "/declaration?tab=conclusions",
    "/evidence?topic=online",
    "/evidence?countries=TJK",
    "/themes?tab=picture",
    "/themes/BD-12?tab=states",
    "/timeline?countries=KAZ,UZB",
    *(f"/statistics?tab={tab}" for tab in ("victims", "bodies", "routes", "reported")),
)
TABS = ("figures", "timeline")


@cache
def framework(*, exercise: bool = False):
    """Return the shipped framework."""
    return parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"), exercise=exercise)


def pages(*, exercise: bool = False) -> list[str]:
    """Return every page's path: fixed ones, one a country and theme, some of the evidence, two sources, a chart."""
    shipped = framework(exercise=exercise)
    countries = [f"/countries/{country.code}" for country in shipped.countries]
    themes = [f"/themes/{item.id}" for item in shipped.items]
    # a theme in place, one that is not covered, one of the region
    first, last = shipped.countries[0].code, shipped.countries[-1].code
    evidence = [f"/evidence/{first}/BD-12", f"/evidence/{last}/BD-17", "/evidence/REG/BD-3"]
    sources = () if exercise else SOURCES
    return [*FIXED, *countries, *themes, *evidence, *sources, "/chart/timeline/time-axis"]


def of_tables(*names: str, query: str = "") -> list[str]:
    """Return the addresses of tables of open data as files; none where no wing has them."""
    known = merged("table_files")
    return [known[name] + query for name in names if name in known]


def public_answers() -> list[str]:
    """Return the addresses of the exercise that anybody can fetch: pages, tables, what is open of wings, a download."""
    return [
        *pages(exercise=True),
        *of_tables("evidence", "observations", "progress", query="?limit=10000"),
        *of_tables("differences", "sources", "framework", "releases"),
        *of_tables("evidence", query="?format=csv"),
        *of_tables("observations", query="?format=xlsx"),
        *(address for address in merged("open").values() if "<" not in address),
        "/download/country-figures.csv?page=/countries/XAA",
        "/download/country-timeline.json?page=/countries/XAA",
        "/download/country-timeline.svg?page=/countries/XAA",
    ]


def crawl(*, exercise: bool = False) -> list[str]:
    """Return every page in every language, the other tabs of one state, and those of lists."""
    one = f"/countries/{framework(exercise=exercise).countries[2].code}"
    others = (*(f"{one}?tab={tab}" for tab in TABS), *OTHER_TABS)
    tabs = [f"{address}&lang={language}" for address, language in product(others, LANGUAGES)]
    return [*(f"{path}?lang={language}" for path, language in product(pages(exercise=exercise), LANGUAGES)), *tabs]
