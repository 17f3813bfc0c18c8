"""Addresses of pages that are gone: each answers 301 to the page that has its content now. They are kept for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from web.addresses import address_of
from web.dash_internals import PAGES

BEFORE_A_CHART = ("/chart", "/embed")
"""What comes before a page in the address of one of its charts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where the content of a page is now.

    Attributes:
        path: the page.
        query: what is chosen there.
        tabs: where a tab of the old page is, if elsewhere.
        charts: where a chart of the old page is, if elsewhere.
        names: the new names of selections.
    """

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    tabs: Mapping[str, "Moved"] = field(default_factory=dict)
    charts: Mapping[str, "Moved"] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


_UNODC_VICTIMS = {"measure": "CTX-unodc-victims", "part": "sex_age"}
_COVERAGE = Moved(path="/method", query={"tab": "coverage"})
MOVED: Mapping[str, Moved] = {
    "/data-quality": Moved(
        path="/contested",
        tabs={
            "coverage": _COVERAGE,
            "grades": Moved(path="/method", query={"tab": "grades"}),
            "revisions": Moved(path="/method", query={"tab": "revisions"}),
        },
        charts={"reported": Moved(path="/statistics", query={"tab": "reported"}), "coverage-by-country": _COVERAGE},
    ),
    "/victims": Moved(
        path="/statistics",
        query={"tab": "victims"},
        tabs={
            "years": Moved(path="/statistics", query=_UNODC_VICTIMS),
            "bodies": Moved(path="/statistics", query={"tab": "bodies"}),
            "routes": Moved(path="/statistics", query={"tab": "routes"}),
        },
    ),
}


def register(server: Flask) -> None:
    """Answer the old addresses of pages, of their charts and of the files of these."""
    server.before_request(_redirect)


def moved(path: str, query: Mapping[str, str], chart: str = "") -> tuple[str, dict[str, str]] | None:
    """Return path and selection of the page that has the content of an old page, or one of its charts."""
    rule = MOVED.get(path)
    if rule is None:
        return None
    place = rule.charts.get(chart) or rule.tabs.get(query.get("tab", "")) or rule
    kept = {rule.names.get(name, name): value for name, value in query.items() if name != "tab"}
    return place.path, {**place.query, **kept}


def _redirect() -> Response | None:
    if request.method not in ("GET", "HEAD"):
        return None
    address = _new_address(request.endpoint, request.path, request.args.to_dict())
    return redirect(address, 301) if address else None


def _new_address(endpoint: str | None, path: str, query: dict[str, str]) -> str:
    """Return where the content of an address is now; empty if it is where it was."""
    if endpoint == "download":
        chart = path.rpartition("/")[2].rpartition(".")[0]
        found = moved(query.pop("page", ""), query, chart)
        return address_of(path, {**found[1], "page": found[0]}) if found else ""
    before = next((each for each in BEFORE_A_CHART if path.startswith(f"{each}/")), "")
    if not before:
        found = moved(path, query) if endpoint in PAGES else None
        return address_of(*found) if found else ""
    page, _, chart = path.removeprefix(before).rpartition("/")
    found = moved(page, query, chart)
    return address_of(f"{before}{found[0]}/{chart}", found[1]) if found else ""
