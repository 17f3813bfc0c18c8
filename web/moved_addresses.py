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
        chart: the id of the chart there: None if it is the old one, empty if there is none any more.
        query: what is chosen there.
        tabs: where a tab of the old page is, if elsewhere.
        charts: where a chart of the old page is, if elsewhere.
        below: the selection that the last part of an address below the page became.
        names: the new names of selections.
    """

    path: str
    chart: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    tabs: Mapping[str, "Moved"] = field(default_factory=dict)
    charts: Mapping[str, "Moved"] = field(default_factory=dict)
    below: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


_UNODC_VICTIMS = {"measure": "CTX-unodc-victims", "part": "sex_age"}
_COUNTRY = {"country": "countries"}
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
    "/challenges": Moved(
        path="/needs", charts={"challenges-by-country": Moved(path="/needs", chart="needs-by-country")}
    ),
    "/compare": Moved(
        path="/",
        tabs={
            "figures": Moved(path="/statistics", chart=""),
            "timeline": Moved(path="/timeline"),
            "words": Moved(path="/themes"),
        },
        charts={
            "compare-matrix": Moved(path="/themes", chart="status-by-country", query={"tab": "picture"}),
            "compare-measure": Moved(path="/statistics", chart=""),
            "compare-timeline": Moved(path="/timeline", chart="time-axis"),
        },
    ),
    "/conclusions": Moved(path="/declaration", query={"tab": "conclusions"}),
    "/partners": Moved(path="/needs", query={"tab": "support"}),
    "/topics": Moved(path="/evidence", chart="", below="topic", names=_COUNTRY),
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
RENAMED: Mapping[str, Mapping[str, str]] = {"/statistics": {"focus": "countries", **_COUNTRY}, "/evidence": _COUNTRY}
"""New names of the selections of a page that stayed; of two that became one the last one holds."""

MOVED_TABS: Mapping[str, Mapping[str, str]] = {
    "/countries": {"since": "#since", "challenges": "#difficult", "expected": "#expected", "words": "?tab=evidence"},
    "/themes": {"status": "", "list": ""},
}
"""Tabs that are gone from a page that is still there, or from each page below it: its part or tab that has them."""


def register(server: Flask) -> None:
    """Answer the old addresses of pages, of their charts and of the files of these."""
    server.before_request(_redirect)


def moved(path: str, query: Mapping[str, str], chart: str = "") -> tuple[str, str, dict[str, str]] | None:
    """Return path, chart and selection that have the content of an old page; no chart where it has no successor."""
    parent, _, last = path.rpartition("/")
    rule, chosen = MOVED.get(path), {}
    if rule is None:
        if not query.keys().isdisjoint(RENAMED.get(path, ())):
            return path, chart, _renamed(RENAMED[path], query)
        rule = MOVED.get(parent)
        if rule is None or not rule.below:
            return None
        chosen = {rule.below: last}
    place = rule.charts.get(chart) or rule.tabs.get(query.get("tab", "")) or rule
    kept = _renamed(place.names, {name: value for name, value in query.items() if name != "tab"})
    return place.path, chart if place.chart is None else place.chart, {**place.query, **kept, **chosen}


def _renamed(names: Mapping[str, str], query: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in query.items() if name not in names}
    return kept | {new: query[old] for old, new in names.items() if old in query}


def _redirect() -> Response | None:
    if request.method not in ("GET", "HEAD"):
        return None
    address = _new_address(request.endpoint, request.path, request.args.to_dict())
    return redirect(address, 301) if address else None


def _new_address(endpoint: str | None, path: str, query: dict[str, str]) -> str:
    """Return where the content of an address is now; empty if it is where it was."""
    if endpoint == "download":
        name, _, kind = path.rpartition("/")[2].rpartition(".")
        found = moved(query.pop("page", ""), query, name)
        if found and found[1]:
            return address_of(f"/download/{found[1]}.{kind}", {**found[2], "page": found[0]})
        return address_of(found[0], found[2]) if found else ""
    kept = {name: value for name, value in query.items() if name != "tab"}
    place = (MOVED_TABS.get(path) or MOVED_TABS.get(path.rpartition("/")[0], {})).get(query.get("tab", ""))
    if place is not None and endpoint in PAGES:
        part, _, tab = place.partition("?tab=")
        return address_of(path, {**kept, **({"tab": tab} if tab else {})}) + part
    before = next((each for each in BEFORE_A_CHART if path.startswith(f"{each}/")), "")
    page, _, name = path.removeprefix(before).rpartition("/") if before else (path, "", "")
    found = moved(page, query, name) if before or endpoint in PAGES else None
    if found is None:
        return ""
    return address_of(f"{before}{found[0]}/{found[1]}" if name and found[1] else found[0], found[2])
