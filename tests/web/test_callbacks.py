"""The callbacks of the site: each has its parts, and Dash itself finds nothing wrong with a page that it checks."""

from dash import Dash, page_registry

from bukhara.model.access import ANYBODY
from tests.web.site_client import new_site
from web.dash_internals import Place, _place
from web.shared_parts import CHOICE

DRAWN_LATER = "graph"
"""Plotly's part of a chart is there when the chart has been touched."""


def parts(component) -> list:
    """Return the ids in a tree of components."""
    return [each.id for each in [component, *component._traverse()] if getattr(each, "id", None)]


def changed(output: str) -> list[Place]:
    """Return what a callback changes, of the name that Dash gives it; one that changes nothing has a hash."""
    named = (each.rpartition(".") for each in output.strip(".").split("..."))
    return [_place({"id": part, "property": name}) for part, _, name in named if part]


def is_there(place: Place, shown: list) -> bool:
    wanted = place[0]
    if isinstance(wanted, str):
        return wanted in shown
    return wanted["type"] == DRAWN_LATER or any(
        each["type"] == wanted["type"] for each in shown if isinstance(each, dict)
    )


def test_each_callback_reads_and_changes_parts_of_a_page_or_beside_it(tmp_path) -> None:
    app: Dash = new_site(tmp_path, actor=ANYBODY).app
    with app.server.test_request_context("/"):
        pages = [entry["layout"]() for entry in page_registry.values()]
    shown = [*parts(app.layout), *(part for page in pages for part in parts(page))]
    read = [each for entry in app.callback_map.values() for each in (*entry["inputs"], *entry["state"])]
    places = [*map(_place, read), *(place for output in app.callback_map for place in changed(output))]
    assert len(places) > 15
    assert [place for place in places if not is_there(place, shown)] == []


def test_a_choice_of_pictures_makes_dash_go_through_no_page(tmp_path) -> None:
    """A callback that hears it asks each component of the page several times: 30 ms of 50."""
    heard = [place["id"] for entry in new_site(tmp_path).app.callback_map.values() for place in entry["inputs"]]
    assert ("evidence-asked" in heard, CHOICE in heard) == (True, False)
