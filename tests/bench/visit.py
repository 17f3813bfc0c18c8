"""One visit in a fresh browser profile: bytes and requests on the wire, milliseconds to paint, and from touch to Dash."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
BLOCKED = """() => window.blocked || 0"""
WATCH = """
window.blocked = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => { window.blocked += Math.max(0, e.duration - 50) }))
  .observe({type: 'longtask', buffered: true});
"""
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  done([performance.getEntriesByName("first-contentful-paint")[0].startTime, list.getEntries().pop().startTime]);
}).observe({type: "largest-contentful-paint", buffered: true}))"""
LETTERS = "() => document.fonts.ready.then(() => performance.now())"
NOW = "() => performance.now()"
DASH = "#react-entry-point:not([hidden]) main"


@dataclass(frozen=True, slots=True)
class Visit:
    """Milliseconds since navigation began; kilobytes as they came over the wire before the page was touched.

    `drawn` is when the last chart is there in its letters. `live` are the milliseconds from the first touch until Dash
    has drawn, and `kilobytes_live` all that came until then; 0 for a page without Dash.
    """

    painted: float
    largest: float
    drawn: float
    kilobytes: float
    requests: int
    blocked: float
    live: float
    kilobytes_live: float


class Wire:
    """Counts what the browser received."""

    def __init__(self, page: Page, *, slow: bool = False) -> None:
        """Start counting on `page`, on a slow line if asked."""
        self.bytes = 0.0
        self.requests = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._sent)

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]

    def _sent(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        self.requests += not url.startswith("data:")


def visit(browser: Browser, address: str, *, last: str, slow: bool = False, times: int = 1) -> Visit:
    """Go to `address`, at first with an empty cache; `last` is the selector of what is drawn at the end."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(WATCH)
    try:
        return [_measured(context, address, last, slow=slow) for _ in range(times)][-1]
    finally:
        context.close()


def _measured(context: BrowserContext, address: str, last: str, *, slow: bool = False) -> Visit:
    page = context.new_page()
    wire = Wire(page, slow=slow)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(last, state="visible")
    drawn = page.evaluate(LETTERS)
    page.wait_for_load_state("networkidle")
    found = (*page.evaluate(PAINTED), drawn, wire.bytes / 1000, wire.requests, page.evaluate(BLOCKED))
    live = _touched(page) if page.locator("#first-paint").count() else 0.0
    page.close()
    return Visit(*found, live, wire.bytes / 1000 if live else 0.0)


def _touched(page: Page) -> float:
    begun = page.evaluate(NOW)
    page.mouse.move(700, 5)
    page.wait_for_selector(DASH)
    took: float = page.evaluate(NOW) - begun
    page.wait_for_load_state("networkidle")
    return took


def change(page: Page, label: str, value: str, settled: str) -> tuple[float, float]:
    """Choose `value` in the select of that label; return milliseconds until `settled` is there, and kilobytes."""
    wire = Wire(page)
    start = page.evaluate(NOW)
    page.get_by_label(label).select_option(value)
    page.wait_for_selector(settled)
    took = page.evaluate(NOW) - start
    page.wait_for_load_state("networkidle")
    return took, wire.bytes / 1000
