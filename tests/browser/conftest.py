"""A real Chromium before a real server; nothing may fail quietly in the page."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.services import browser

PATIENCE = 60_000
CLIENT = "head script[src*='/assets/client-']"
IN_ITS_STYLES = """new Promise(styled => {
  const link = document.querySelector("link[href*='/assets/all-']");
  link.sheet ? styled() : link.addEventListener("load", () => styled());
})"""
expect.set_options(timeout=PATIENCE)  # a busy machine shows what a quiet one shows, later


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the machine's own Chromium."""
    return {
        **browser_type_launch_args,
        "executable_path": browser(),
        "args": ["--no-sandbox", "--font-render-hinting=none"],
    }


@pytest.fixture
def page(page):
    """A page that waits as long as its expectations do."""
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture
def troubles(page):
    """Everything the browser complained about, and every request to another host."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda r: None if _ours(r.url) else found.append(f"outside: {r.url}"))
    page.on("response", lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return found


def given_up(request) -> bool:
    """Return whether a request was ended by going to the next page, which is no fault of the site."""
    return bool(request.failure == "net::ERR_ABORTED")


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def drawn(page) -> None:
    """Wait until Dash has drawn the page and every chart in it, in its own letters."""
    touched(page)
    page.wait_for_selector("#react-entry-point main", state="visible")
    page.wait_for_selector("#first-paint", state="detached")
    for graph in page.locator(".frame-graph .dash-graph").all():
        graph.locator(".main-svg").first.wait_for(state="attached")
    lettered(page)


def read(page) -> None:
    """Wait until a page is as its reader sees it who touches nothing: whole, in its own letters, and without Dash."""
    page.locator(CLIENT).wait_for(state="attached")
    page.evaluate(IN_ITS_STYLES)
    lettered(page)


def touched(page) -> None:
    """Touch a page where it changes nothing, so that it asks for Dash; it listens when it has asked for our script."""
    page.locator(CLIENT).wait_for(state="attached")
    page.evaluate("document.dispatchEvent(new MouseEvent('mousemove'))")


def lettered(page) -> None:
    """Wait until the letters have come that a page, or a frame of it, asks for with its first drawing."""
    page.evaluate("new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))")
    page.evaluate("document.fonts.ready.then(() => null)")


def becomes(page, script: str, wanted: Any) -> Any:
    """Return what a function of the page returns as soon as it is what is wanted, at the latest after a while."""
    # wait_for_function compiles the text again and again, which our pages forbid
    waiting = f"""async ([wanted, patience]) => {{
      const end = Date.now() + patience;
      for (;;) {{
        const found = ({script})();
        if (JSON.stringify(found) === wanted || Date.now() > end) return found;
        await new Promise(requestAnimationFrame);
      }}
    }}"""
    return page.evaluate(waiting, [json.dumps(wanted, separators=(",", ":")), PATIENCE])


def held(page, *addresses: str) -> Callable[[], None]:
    """Hold requests for these addresses until what this returns is called; one that comes later does not wait."""
    waiting, may_come = [], []
    for address in addresses:
        page.route(address, lambda route: route.continue_() if may_come else waiting.append(route))

    def let_go() -> None:
        may_come.append(True)
        while waiting:
            waiting.pop().continue_()

    return let_go
