"""A real Chromium before a real server; nothing may fail quietly in the page."""

import pytest

from tests.services import browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the machine's own Chromium."""
    return {**browser_type_launch_args, "executable_path": browser(), "args": ["--no-sandbox"]}


@pytest.fixture
def troubles(page):
    """Everything the browser complained about, and every request to another host."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda r: None if _ours(r.url) else found.append(f"outside: {r.url}"))
    page.on("response", lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return found


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def drawn(page) -> None:
    """Wait until Dash has drawn the page and every chart in it."""
    page.wait_for_selector("#react-entry-point main", state="visible")
    page.wait_for_selector("#first-paint", state="detached")
    for graph in page.locator(".frame-graph .dash-graph").all():
        graph.locator(".main-svg").first.wait_for(state="attached")
