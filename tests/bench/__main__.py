"""Runs the visits in turn and prints the table: medians, spread, and the ratio to the static page."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import orjson
from flask import request
from playwright.sync_api import Browser, sync_playwright

from app import create_app
from bukhara.charts.chart import Figure
from bukhara.charts.theme import in_words
from bukhara.progress.rows import progress_rows
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.workbook import read
from tests.bench import load, memory, packs, scale, visit, workbooks
from tests.bench.limit import static_page
from tests.services import browser
from tests.serving import ROOT, serving
from web.public_pages import page_at

PATHS = ("/?lang=en", "/themes?lang=en", "/statistics?lang=en", "/api/v1/observations", "/api/v1/progress")
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
    parser.add_argument("--pages", action="store_true", help="only the tables of pages in the browser")
    asked = parser.parse_args()
    runs = asked.runs
    print(f"# {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {runs} runs\n")
    with tempfile.TemporaryDirectory() as var, serving(Path(var)) as base, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        print(f"# Chromium {chromium.version}\n")
        one, many = _charts(Path(var))
        with static_page(one) as limit, static_page(many) as wide:
            _visits(chromium, base, {ONE: limit, AS_MANY: wide}, runs)
        _changes(chromium, base, runs)
        if asked.pages:
            chromium.close()
            return 0
        _server(base)
        memory.table(base, PATHS, Path(var) / "server.log")
        load.together(base, PATHS)
        load.slow_clients(base)
        chromium.close()
        _domain(Path(var))
        packs.table(Path(var), runs)
    _commands(runs)
    workbooks.table(runs)
    scale.table()
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


def _server(base: str) -> None:
    print("\n| address | ms median of 30 | kB compressed |\n|---|---|---|")
    for path in PATHS:
        took, size = [], 0
        for _ in range(30):
            request = urllib.request.Request(base + path, headers={"Accept-Encoding": "br"})
            start = time.perf_counter()
            with urllib.request.urlopen(request) as answer:
                size = len(answer.read())
            took.append((time.perf_counter() - start) * 1000)
        print(f"| {path} | {statistics.median(took):.1f} | {size / 1000:.1f} |")


def _commands(runs: int) -> None:
    print("\n| command, as a whole process | s median (min-max) | s of work |\n|---|---|---|")
    program = str(Path(sys.executable).parent / "bukhara")
    for words in (["--help"], ["check", "data/statistics/astana-2023.xlsx"]):
        took, work = [], []
        for _ in range(runs):
            start = time.perf_counter()
            process = subprocess.Popen([program, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            took.append(time.perf_counter() - start)
            work.append(usage.ru_utime + usage.ru_stime)
        middle, least, most = statistics.median(took), min(took), max(took)
        print(f"| bukhara {' '.join(words)} | {middle:.2f} ({least:.2f}-{most:.2f}) | {min(work):.2f} |")


def _domain(var: Path) -> None:
    service = Service(Settings(var_dir=var))
    snapshot = service.snapshot()
    book = ROOT / "data/statistics/astana-2023.xlsx"
    print("\n| domain | ms median of 9 |\n|---|---|")
    for name, work in {
        "progress of the whole framework": lambda: progress_rows(snapshot),
        f"check of {book.name}": lambda: read(book, snapshot.framework),
        "progress rows as JSON": lambda: orjson.dumps([str(r) for r in progress_rows(snapshot)]),
    }.items():
        took = []
        for _ in range(9):
            start = time.perf_counter()
            work()
            took.append((time.perf_counter() - start) * 1000)
        print(f"| {name} | {statistics.median(took):.1f} |")


if __name__ == "__main__":
    sys.exit(main())
