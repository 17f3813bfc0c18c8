"""What anybody may send to Dash's callback: our own questions are answered, all else is refused shortly, nothing breaks."""

import json
import math
from copy import deepcopy

import pytest
from dash import ALL, MATCH, Input, Output, State
from hypothesis import given
from hypothesis import strategies as st

from bukhara.errors import StoreUnavailable
from bukhara.model.access import ANYBODY
from tests.web.site_client import ADMIN, SECRETARIAT, callback_body, new_site

COMPONENT = {"namespace": "dash_html_components", "type": "Iframe", "props": {"srcDoc": "<script>alert(1)</script>"}}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site with callbacks as in Dash's manual."""
    made = new_site(tmp_path_factory.mktemp("bodies"), actor=ANYBODY)

    @made.app.callback(Output("pressed", "children"), Input("press", "n_clicks"), State("name", "value"))
    def _press(n_clicks: int | None, name: str | None) -> str:
        return f"{name} {n_clicks}"

    @made.app.callback(Output("sum", "children"), Output("bars", "figure"), Input("several", "value"))
    def _draw(values: list[str]) -> tuple[str, dict[str, object]]:
        return ", ".join(values), {"data": [{"type": "bar", "x": values}]}

    @made.app.callback(
        Output({"kind": "shown", "part": MATCH}, "children"),
        Input({"kind": "part", "part": MATCH}, "value"),
        State({"kind": "other", "part": ALL}, "value"),
    )
    def _match(value, others):
        return f"{value} {others}"

    made.app.clientside_callback("x => x", Output("browser", "children"), Input("name", "value"))
    return made


def part(kind: str, number: object, **more: object) -> dict[str, object]:
    return {"id": {"kind": kind, "part": number}, "property": "value", **more}


PRESS = {
    "output": "pressed.children",
    "outputs": {"id": "pressed", "property": "children"},
    "inputs": [{"id": "press", "property": "n_clicks", "value": 1}],
    "state": [{"id": "name", "property": "value", "value": "Ada"}],
    "changedPropIds": ["press.n_clicks"],
}
DRAW = {
    "output": "..sum.children...bars.figure..",
    "outputs": [{"id": "sum", "property": "children"}, {"id": "bars", "property": "figure"}],
    "inputs": [{"id": "several", "property": "value", "value": ["a", "b"]}],
    "changedPropIds": [],
}
MATCHING = {
    "output": '{"kind":"shown","part":["MATCH"]}.children',
    "outputs": {"id": {"kind": "shown", "part": "ж"}, "property": "children"},
    "inputs": [part("part", "ж", value=2.5)],
    "state": [[part("other", 1, value=None), part("other", 2, value=["x", True])]],
    "changedPropIds": ['{"kind":"part","part":"ж"}.value'],
}
DRAWER = {
    "output": "evidence.children",
    "outputs": {"id": "evidence", "property": "children"},
    "inputs": [{"id": "evidence-asked", "property": "data", "value": "/evidence/XAA/BD-1a"}],
    "changedPropIds": ["evidence-asked.data"],
}


@pytest.mark.parametrize("body", [PRESS, DRAW, MATCHING, DRAWER], ids=["press", "draw", "match", "drawer"])
def test_a_callback_as_in_the_manual_is_answered(site, body) -> None:
    answer = sent(site, body)
    assert (answer.status_code, "response" in answer.json) == (200, True)


def with_value(body: dict, value: object) -> dict:
    (one, *more) = body["inputs"]
    return {**body, "inputs": [{**one, "value": value}, *more]}


@pytest.mark.parametrize(
    "body",
    [
        {**PRESS, "state": []},
        {**PRESS, "state": None},
        {**PRESS, "inputs": PRESS["inputs"] * 2},
        {**PRESS, "outputs": [PRESS["outputs"]]},
        {**DRAW, "outputs": DRAW["outputs"][:1]},
        {**MATCHING, "inputs": [[part("part", 1)]]},
        {**MATCHING, "inputs": [part("part", [1])]},
        {**MATCHING, "state": [part("other", 1)]},
        {**MATCHING, "state": [[part("part", 1)]]},
        {**PRESS, "output": "browser.children", "outputs": {"id": "browser", "property": "children"}},
        with_value(PRESS, "1"),
        with_value(PRESS, 10**400),
        with_value(DRAW, "ab"),
        with_value(DRAW, ["\ud800"]),
        with_value(DRAW, ["ж" * 2001]),
        with_value(MATCHING, math.inf),
        with_value(MATCHING, [[[[[[[[[[1]]]]]]]]]]),
        with_value(DRAWER, 7),
    ],
    ids=lambda body: str(body)[-60:],
)
def test_what_a_callback_does_not_take_is_refused(site, body) -> None:
    assert sent(site, body).status_code == 400


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=()), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "property", "x"]), inner),
    max_leaves=6,
)


def places(body: object, above: tuple = ()) -> list[tuple]:
    """Return the way to every part of a body."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    return [above, *(way for key, value in inner for way in places(value, (*above, key)))]


@st.composite
def bodies(draw) -> object:
    """A body that our own pages send, in which up to two parts are replaced by anything."""
    body = deepcopy(draw(st.sampled_from([callback_body("/"), PRESS, DRAW, MATCHING, DRAWER])))
    for _ in range(draw(st.integers(1, 2))):
        *way, last = draw(st.sampled_from(places(body)[1:] or [(None,)]))
        within = body
        for key in way:
            within = within[key]
        if last is not None:
            within[last] = draw(ANYTHING)
    return body


@given(body=bodies())
def test_nothing_that_is_sent_breaks_the_server(site, body) -> None:
    assert sent(site, body).status_code in (200, 400)


def sent(site, body: object, media: str = "application/json"):
    data = body if isinstance(body, (bytes, str)) else json.dumps(body)
    return site.client.post("/_dash-update-component", data=data, content_type=media)


def changed(**parts: object) -> dict[str, object]:
    return {**callback_body("/"), **parts}


@pytest.mark.parametrize(
    "body",
    [
        changed(output="other.children"),
        changed(output={"id": "x"}),
        {**callback_body("statistics")},
        changed(outputs=[]),
        changed(outputs=[{"id": "selected", "property": "children"}]),
        changed(inputs=[]),
        changed(inputs=[{"id": "_pages_location", "property": "pathname", "value": "/"}]),
        changed(inputs=[{"id": "selected", "property": "children", "value": "/"}] * 2),
        changed(changedPropIds=[{"a": 1}]),
        changed(state=[{"id": "x", "property": "y", "value": COMPONENT}]),
        [],
        "null",
        "",
        "{",
        b"\xff\xfe",
    ],
)
def test_a_body_of_another_shape_is_refused(site, body) -> None:
    assert sent(site, body).status_code == 400


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_a_deep_body_is_refused(site, opening, closing) -> None:
    assert sent(site, opening * 200_000 + "1" + closing * 200_000).status_code == 413
    assert sent(site, opening * 8_000 + "1" + closing * 8_000).status_code == 400


def test_a_long_body_is_not_read(site) -> None:
    assert sent(site, changed(more="x" * 100_000)).status_code == 413


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_that_a_form_could_send_is_refused(site, media) -> None:
    assert sent(site, callback_body("/"), media).status_code == 415


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "TRACE"])
def test_another_method_is_no_callback(site, method) -> None:
    answer = site.client.open("/_dash-update-component", method=method)
    assert answer.status_code in (404, 405)
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("path", ["/../..", "//evil.invalid", "/%00", "/countries/<script>", "/themes/BD-1/.."])
def test_a_path_that_leads_nowhere_is_drawn_as_such(site, path) -> None:
    answer = sent(site, callback_body(path))
    assert answer.status_code == 200
    assert "<script>" not in answer.text.replace("\\u003c", "<")


def test_an_unexpected_error_has_a_reference_that_is_in_the_log(tmp_path, monkeypatch, caplog) -> None:
    site = new_site(tmp_path, actor=ADMIN)
    monkeypatch.setattr(site.service.accounts, "accounts", lambda *_: 1 / 0)
    answer = site.client.get("/admin")
    assert answer.status_code == 500
    reference = answer.text.split("reference: ")[1][:8]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert not [word for word in ("Traceback", "ZeroDivision", "/work", ".py", "sqlite") if word in answer.text]


def test_a_surprise_is_one_record_whatever_the_address_holds(tmp_path, monkeypatch, caplog) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT)
    monkeypatch.setattr(site.service, "framework", lambda: 1 / 0)
    assert site.client.get("/upload/template/x%0a[2026-11-24] ERROR%1b[2J invented.xlsx").status_code == 500
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.getMessage().isprintable()


def test_a_script_that_there_is_not_is_not_found_and_no_trouble(site, caplog) -> None:
    for tail in ("dash/none.js", "none/none.js", "no%0ane/none.js"):
        assert site.client.get(f"/_dash-component-suites/{tail}").status_code == 404
    assert caplog.records == []


def test_a_store_that_cannot_be_reached_gives_a_plain_page(tmp_path, monkeypatch) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT)

    def away(**_):
        raise StoreUnavailable("sqlite:///a/place")

    monkeypatch.setattr(site.service, "snapshot", away)
    answer = site.client.get("/?lang=ru")
    assert answer.status_code == 503
    assert '<html lang="ru">' in answer.text
    assert "place" not in answer.text
