"""Runs the visits in turn and prints the table: medians, spread, and the ratio to the static page."""

import argparse
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from flask import request
from playwright.sync_api import Browser, sync_playwright

from app import create_app
from bukhara.charts.chart import Figure
from bukhara.charts.theme import in_words
from bukhara.settings import Settings
from tests.bench import visit
from tests.bench.limit import static_page
from tests.services import browser
from tests.serving import serving
from web.public_pages import page_at

CHART = ".chart >> nth=-1 >> .main-svg"
"""The last chart of a static page, as plotly draws it."""
DRAWN = ".frame-graph:visible >> nth=-1 >> svg.plot:visible >> nth=-1"
"""The last chart of a page of ours, as the server draws it."""
MANY = "/statistics?lang=en&source=unodc&countries=KAZ,KGZ,TJK,UZB"
"""Statistics with 20 small multiples in five figures."""
ONE, AS_MANY = "static page, one chart", "static page, as many charts"
SLOWLY = " at 1.6 Mbps"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    print(f"# {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {runs} runs\n")
    with tempfile.TemporaryDirectory() as var, serving(Path(var)) as base, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        print(f"# Chromium {chromium.version}\n")
        one, many = _charts(Path(var))
        with static_page(one) as limit, static_page(many) as wide:
            _visits(chromium, base, {ONE: limit, AS_MANY: wide}, runs)
        _changes(chromium, base, runs)
        chromium.close()
    return 0


def _charts(var: Path) -> tuple[list[tuple[Figure, int]], list[tuple[Figure, int]]]:
    """Return the figures of two pages with their heights: one chart, and those of `MANY`."""
    with create_app(Settings(var_dir=var)).server.test_request_context(MANY):
        pages = (page_at("/timeline", {}), page_at("/statistics", request.args.to_dict()))
        one, many = (
            [(in_words(c.figure, asked.words), c.height) for c in page.charts if c.figure] for asked, page in pages
        )
    return one, many


def _visits(chromium: Browser, base: str, limits: dict[str, str], runs: int) -> None:
    plans = {
        **{name: (address, CHART, False) for name, address in limits.items()},
        "Overview": (base + "/", ".scorecard", False),
        "Timeline (one chart)": (base + "/timeline", DRAWN, False),
        "Statistics, 20 small multiples": (base + MANY, DRAWN, False),
        "Statistics": (base + "/statistics", DRAWN, False),
        "Overview at 1.6 Mbps": (base + "/", ".scorecard", True),
        "Statistics at 1.6 Mbps": (base + "/statistics", DRAWN, True),
        "Country at 1.6 Mbps": (base + "/countries/KAZ", "footer", True),
        **{name + SLOWLY: (address, CHART, True) for name, address in limits.items()},
    }
    found: dict[str, list[visit.Visit]] = {name: [] for name in plans}
    for turn in range(runs + 1):
        for name, (address, last, slow) in plans.items():
            if slow and turn > 2:
                continue
            seen = visit.visit(chromium, address, last=last, slow=slow)
            if turn:
                found[name].append(seen)
    found["Overview, repeat visit"] = [visit.visit(chromium, base + "/", last=".scorecard", times=2) for _ in range(3)]
    print(f"load {os.getloadavg()[0]:.1f}\n")
    print(
        "| page | first paint ms | largest ms | drawn ms (min-max) | x one chart | x as many charts | kB | requests | blocked ms "
        "| touch to Dash ms | kB then |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, visits in found.items():
        slowly = SLOWLY if "1.6" in name else ""
        yardsticks = [statistics.median(v.drawn for v in found[each + slowly]) for each in (ONE, AS_MANY)]
        _row(name, visits, yardsticks)


def _row(name: str, visits: list[visit.Visit], yardsticks: list[float]) -> None:
    drawn = [v.drawn for v in visits]
    middle = {key: statistics.median(getattr(v, key) for v in visits) for key in visit.Visit.__dataclass_fields__}
    ratios = [f"{middle['drawn'] / each:.2f}" for each in yardsticks]
    print(
        f"| {name} | {middle['painted']:.0f} | {middle['largest']:.0f} | {middle['drawn']:.0f} ({min(drawn):.0f}-{max(drawn):.0f}) "
        f"| {' | '.join(ratios)} | {middle['kilobytes']:.0f} | {middle['requests']:.0f} | {middle['blocked']:.0f} "
        f"| {middle['live']:.0f} | {middle['kilobytes_live']:.0f} |"
    )


def _changes(chromium: Browser, base: str, runs: int) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(base + "/")
    page.mouse.move(700, 5)
    page.wait_for_selector(visit.DASH)
    page.locator(".filters-folded summary").click()
    took = []
    for turn in range(2 * runs):
        pillar, name = (("protection", "Protection"), ("prosecution", "Prosecution"))[turn % 2]
        settled = f".scorecard tbody:first-of-type .pillar:has-text('{name}'):only-child, .scorecard tbody:nth-of-type(1):last-of-type .pillar:has-text('{name}')"
        took.append(visit.change(page, "Pillar", pillar, settled))
    warm = took[2:] or took
    print("\n| filter change on Overview | ms median (min-max) | kB |\n|---|---|---|")
    milliseconds = [t for t, _ in warm]
    print(
        f"| pillar | {statistics.median(milliseconds):.0f} ({min(milliseconds):.0f}-{max(milliseconds):.0f}) "
        f"| {statistics.median(k for _, k in warm):.1f} |"
    )
    page.close()


if __name__ == "__main__":
    sys.exit(main())
