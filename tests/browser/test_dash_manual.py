"""Dash's manual works here: a page as it has them, its callbacks, and the page that docs/contributing.md shows."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import becomes, drawn
from tests.developing import developing, until_whole
from tests.serving import ROOT

MANUAL = """
import dash_bootstrap_components as dbc
from dash import MATCH, Input, Output, State, callback, clientside_callback, dcc, html, register_page

register_page(__name__, path="/manual", title="Manual")

layout = html.Div([
    html.H1("Manual"),
    html.Button("Press", id="press"),
    dbc.Input(id="name", value="Ada"),
    html.P("not pressed", id="pressed"),
    dbc.Checklist(id="several", options=["a", "b", "c"], value=["a"]),
    html.P(id="chosen"),
    *(html.Div([html.Button("Add", id={"type": "add", "part": n}), html.P(id={"type": "added", "part": n})], id=f"part-{n}")
      for n in range(2)),
    html.P(id="sum"),
    dcc.Graph(id="bars"),
    html.P(id="greeting"),
])


@callback(Output("pressed", "children"), Input("press", "n_clicks"), State("name", "value"), prevent_initial_call=True)
def press(n_clicks, name):
    return f"{name}: {n_clicks}"


@callback(Output("chosen", "children"), Input("several", "value"))
def choose(values):
    return ", ".join(values)


@callback(Output({"type": "added", "part": MATCH}, "children"), Input({"type": "add", "part": MATCH}, "n_clicks"))
def add(n_clicks):
    return f"added {n_clicks or 0} times"


@callback(Output("sum", "children"), Output("bars", "figure"), Input("several", "value"))
def draw(values):
    return len(values), {"data": [{"type": "bar", "x": values, "y": [1] * len(values)}]}


clientside_callback("function (name) { return `Hello, ${name}`; }", Output("greeting", "children"), Input("name", "value"))
"""

KINDS = """
import dash_bootstrap_components as dbc
from dash import dcc, html, register_page

register_page(__name__, path="/kinds/<number>", path_template="/kinds/<number>", title=lambda number: f"Kinds {number}")
OPTIONS = [{"label": "One & only", "value": "1"}, {"label": "Two", "value": "2"}]


def layout(number, word="none"):
    return [
        html.H1(f"{number} {word}"),
        html.P(["a", None, 0, html.B("c"), html.Br(), " <i>d</i>"]),
        html.Details([html.Summary("S"), "text"], open=True, hidden=False),
        html.Button("B", disabled=True, n_clicks=3, tabIndex="-1", **{"aria-pressed": "true", "data-n": 4}),
        html.Label("L", htmlFor="field", className="x y", title='"quoted" & <b>'),
        html.Table(html.Tbody(html.Tr([html.Th("H", scope="row", colSpan=2), html.Td("D", rowSpan=1)]))),
        html.Time("day", dateTime="2026-11-28"),
        html.Div("styled", style={"marginTop": 4, "lineHeight": 1.5, "backgroundColor": "red", "--own": 3, "top": 0}),
        html.A("here", href="/themes", id="link"),
        html.Img(src="/assets/icon.svg", alt=""),
        html.Form([html.Hr(), html.Span(lang="ru")], method="get", action="/kinds/1"),
        html.MapEl(html.Area(alt="a", shape="rect", coords="0,0,1,1", href="/method"), name="map"),
        html.P(id={"a": 1}),
        html.Span("fixed", draggable="false", spellCheck="false"),
        dbc.Select(id="field", name="f", options=OPTIONS, value="2"),
        dbc.Input(id="typed", type="text", name="t", value="v", placeholder="p", className="own"),
        dbc.Input(type="hidden", name="h", value="1"),
        dcc.Graph(id="empty", style={"height": "80px"}),
    ]
"""

NODES = """root => {
  const plain = node => node.nodeType === 3 ? node.data : [
    node.localName,
    Object.fromEntries([
      ...[...node.attributes].map(a => [a.name, a.name === "style" ? node.style.cssText : a.value]),
      ...("value" in node ? [["value", node.value]] : []),
    ]),
    [...node.childNodes].map(plain),
  ];
  return [...root.children].map(plain);
}"""
BOOLEAN = ("open", "disabled", "hidden")


@pytest.fixture(scope="module")
def developed(tmp_path_factory):
    """The dashboard as `python app.py` serves it, with four pages more; and the folder of pages."""
    example, pair = re.findall(r"```python\n(.*?)```", (ROOT / "docs/contributing.md").read_text(), re.DOTALL)
    assert pair.count("\n") < 60
    pages = {"statements.py": example, "pair.py": pair, "manual.py": MANUAL, "kinds.py": KINDS}
    with developing(tmp_path_factory.mktemp("developed"), pages) as found:
        yield found


def test_the_five_kinds_of_callbacks_of_the_manual(page, developed, troubles) -> None:
    page.goto(f"{developed[0]}/manual?lang=en")
    page.locator("#first-paint").wait_for(state="detached")  # without a touch
    expect(page).to_have_title("Manual · Bukhara Monitor")
    page.fill("#react-entry-point #name", "Grace")
    page.get_by_text("Hello, Grace", exact=True).wait_for()
    page.click("#press")
    page.get_by_text("Grace: 1", exact=True).wait_for()
    page.get_by_label("b", exact=True).check()
    page.get_by_text("a, b", exact=True).wait_for()
    page.locator("#sum", has_text="2").wait_for()
    page.locator("#bars .point").nth(1).wait_for(state="attached")
    page.click("#part-1 button")
    page.locator("#part-1", has_text="added 1 times").wait_for()
    assert page.locator("#part-0 p").text_content() == "added 0 times"
    assert troubles == []


def test_the_page_of_the_document_shows_what_is_chosen(page, developed, troubles) -> None:
    page.goto(f"{developed[0]}/statements?lang=ru&country=UZB")
    drawn(page)
    first = page.locator("#number", has_text=re.compile(r"^\d+$"))
    first.wait_for()
    before = first.text_content()
    page.locator("#kinds .point").first.wait_for(state="attached")
    page.locator("#react-entry-point #state").select_option("KAZ")
    page.locator("#number", has_text=re.compile(f"^(?!{before}$)")).wait_for()
    expect(page.locator("#kinds .xtick").first).to_have_text("осуществление")
    expect(page.locator("#react-entry-point #state")).to_have_value("KAZ")
    assert troubles == []


SUM = """() => [...document.querySelectorAll("#react-entry-point #{chart} .bartext")]
  .reduce((all, bar) => all + Number(bar.textContent), 0)"""


def click_bar(page, chart: str, number: int) -> None:
    """Click a bar when plotly has found it: what it listens to lies over the bars, and not yet while it draws again."""
    bar, found = (page.locator(f"#react-entry-point #{chart} {part}") for part in (".point path", ".hovertext"))
    for _ in range(20):
        page.mouse.move(0, 0)
        bar.nth(number).hover(force=True)
        with suppress(Error):
            found.first.wait_for(state="attached", timeout=2000)
            return bar.nth(number).click(force=True)
    raise AssertionError("plotly does not find the bar")


def test_two_charts_of_the_document_filter_each_other(page, developed, troubles) -> None:
    page.set_viewport_size({"width": 1000, "height": 1600})
    page.goto(f"{developed[0]}/pair?lang=en")
    drawn(page)
    states, pillars = (page.locator(f"#react-entry-point #{name} .bartext") for name in ("countries", "pillar"))
    for chart in (states, pillars):
        chart.first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    of_states, of_pillars = states.all_text_contents(), pillars.all_text_contents()
    click_bar(page, "countries", 2)
    expect(page).to_have_url(re.compile(r"/pair\?lang=en&countries=TJK$"))
    assert becomes(page, SUM.replace("{chart}", "pillar"), int(of_states[2])) == int(of_states[2])
    of_one = pillars.all_text_contents()
    click_bar(page, "pillar", 1)
    expect(page).to_have_url(re.compile("countries=TJK&pillar="))
    assert becomes(page, SUM.replace("{chart}", "countries"), int(of_pillars[1])) == int(of_pillars[1])
    page.reload()
    drawn(page)
    expect(pillars).to_have_text(of_one)
    assert troubles == []


def test_each_component_is_drawn_by_the_server_as_react_draws_it(page, developed, troubles) -> None:
    page.goto(f"{developed[0]}/kinds/7?lang=en&word=two&other=3")
    drawn(page)
    page.locator("#main .dash-graph--pending").first.wait_for(state="detached")
    later = page.locator("#main").evaluate(NODES)
    first = page.request.get(page.url).text().split('<div id="first-paint">')[1].split('<div id="react-entry-point"')[0]
    earlier = page.evaluate(
        f"html => ({NODES})(new DOMParser().parseFromString(html, 'text/html').getElementById('main'))", first
    )
    assert compared(earlier) == compared(later)
    expect(page).to_have_title("Kinds 7 · Bukhara Monitor")
    assert troubles == []


def compared(nodes: list) -> list:
    """Return nodes without what only callbacks and plotly read, and texts of one parent as one text."""
    found: list = []
    for node in nodes:
        if isinstance(node, str):
            if found and isinstance(found[-1], str):
                found[-1] += node
            else:
                found.append(node)
            continue
        name, attributes, inner = node
        kept = {key: "" if key in BOOLEAN else value for key, value in attributes.items()}
        if kept.get("id", "").startswith("{"):
            del kept["id"]
        for of_scripts in ("selected", "data-drawn"):
            kept.pop(of_scripts, None)
        found.append([name, kept, [] if kept.get("id") == "empty" else compared(inner)])
    return found


def test_a_changed_page_is_served_at_once_and_the_browser_is_told(page, developed) -> None:
    base, folder = developed
    page.goto(f"{base}/manual?lang=en")
    drawn(page)
    page.wait_for_event("response", lambda answer: answer.url.endswith("/_reload-hash"))
    file = folder / "manual.py"
    file.write_text(file.read_text().replace('html.H1("Manual")', 'html.H1("Another heading")'))
    page.get_by_role("heading", name="Another heading").wait_for(timeout=120_000)
    until_whole(base)
