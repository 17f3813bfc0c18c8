"""Names of libraries that are not public: each library's stand in one module, and the installed version has them.

Where a name is missing after an upgrade, its message says where it is used. Look for what took its place in the
changes of the library, mend that one module, and correct the name here. Until then, pin the version before.
"""

import ast
import re
from importlib.metadata import version
from pathlib import Path

import openpyxl
import plotly
import pptx
import pytest
from dash import Dash, Input, Output, dcc, html, page_container
from pptx.chart.axis import DateAxis

from app import create_app
from bukhara.settings import Settings
from tests.serving import ROOT

PRODUCT = ("bukhara", "office", "pages", "web")
MODULES = {
    "dash": "web/dash_internals.py",
    "plotly": "web/static/plotly_bundle.py",
    "openpyxl": "bukhara/workbook/writing/openpyxl_internals.py",
    "python-pptx": "bukhara/exports/packs/pptx/pptx_internals.py",
}
IMPORTED = {"pptx": "python-pptx"}
OF_A_LIBRARY = re.compile("from (?:dash|plotly|openpyxl|pptx)")


def names_of_dash() -> dict[str, bool]:
    app = Dash("names", use_pages=False)
    app.layout = html.Div()
    app.callback(Output("out", "children"), Input("in", "value"))(lambda value: value)
    page = app.server.test_client().get("/").text
    made, wanted = app.callback_map["out.children"], ("inputs", "state", "output", "callback", "inputs_state_indices")
    component = (
        "_namespace",
        "_type",
        "_prop_names",
        "_valid_wildcard_attributes",
        "available_properties",
        "available_wildcard_properties",
    )
    from web.dash_internals import ENDPOINTS, ENTRY, PAGE_LOAD, ROUTER, properties_of

    given = {"children": "text", "id": "part", "data-b": "c"}
    return {
        **{name: hasattr(html.Div(), name) for name in component},
        "what vars() has besides properties": properties_of(html.Div(**given)) == given,
        **{f"callback_map[...][{name!r}]": name in made for name in wanted},
        **{f"endpoint {name}": name in app.server.view_functions for name in ENDPOINTS},
        f"id {ROUTER}": ROUTER in str(page_container),
        f"{ENTRY} in the page": ENTRY in page,
        "polyfill@ in a script of the page": re.search(r'<script src="[^"]*/polyfill@[^"]*"></script>', page)
        is not None,
        "end_id in the page": PAGE_LOAD.search(page) is not None,
    }


def names_of_plotly() -> dict[str, bool]:
    file = "package_data/plotly.min.js"
    app = Dash("plots", use_pages=False)
    app.layout = dcc.Graph()
    app.server.test_client().get("/")
    return {file: (Path(plotly.__file__).parent / file).is_file() and file in app.registered_paths["plotly"]}


def names_of_openpyxl() -> dict[str, bool]:
    sheet = openpyxl.Workbook().active
    names = {"_style": hasattr(sheet["A1"], "_style"), "_cells": hasattr(sheet, "_cells")}
    return {**names, "_writer": isinstance(openpyxl.worksheet._writer.ALL_TEMP_FILES, list)}


def names_of_python_pptx() -> dict[str, bool]:
    slides = pptx.Presentation()
    page = slides.slides.add_slide(slides.slide_layouts[6])
    table = page.shapes.add_table(1, 1, 0, 0, 9, 9).table
    paragraph = table.cell(0, 0).text_frame.paragraphs[0]
    return {"_element": hasattr(paragraph, "_element") and "_element" in DateAxis.__init__.__code__.co_names}


NAMES = {
    "dash": names_of_dash,
    "plotly": names_of_plotly,
    "openpyxl": names_of_openpyxl,
    "python-pptx": names_of_python_pptx,
}


def imported(path: Path) -> set[str]:
    """Return the private names that a module imports from these libraries."""
    found, text = set(), path.read_text()
    for node in ast.walk(ast.parse(text)) if OF_A_LIBRARY.search(text) else ():
        if isinstance(node, ast.ImportFrom) and node.module:
            library, *names = node.module.split(".")
            names += [each.name for each in node.names]
            found |= {name for name in names if name[0] == "_" and IMPORTED.get(library, library) in MODULES}
    return found


def read(path: Path) -> set[str]:
    """Return the private names that a module reads of anything but itself."""
    attributes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)]
    others = [node for node in attributes if not ast.unparse(node.value).startswith("self")]
    return {node.attr for node in others if re.match("_[^_]", node.attr)}


@pytest.mark.parametrize("library", MODULES)
def test_the_installed_version_has_every_name(library) -> None:
    missing = [name for name, is_there in NAMES[library]().items() if not is_there]
    assert missing == [], f"{library} {version(library)} lacks them; {MODULES[library]} uses them.\n{__doc__}"


def test_an_element_made_quickly_is_that_of_dash() -> None:
    """Unusual arguments are left to Dash's own constructor, which says what is wrong."""
    given = {"className": "a", "title": None, "data-b": "c", "style": {"top": 0}}
    elements = [
        each for each in vars(html).values() if isinstance(each, type) and hasattr(each.__init__, "__wrapped__")
    ]
    assert len(elements) > 100
    for kind in elements:
        element = object.__new__(kind)
        kind.__init__.__wrapped__(element, ["text"], id="part", **given)
        quick = kind(["text"], id="part", **given)
        assert quick.to_plotly_json() == element.to_plotly_json()
        assert repr(quick) == repr(element)
    for others, wrong in (((), {"href": "/"}), ((html.B(),), {}), ((), {"title": html.B()}), ((), {"id": 1})):
        with pytest.raises(TypeError):
            html.Div("text", *others, **wrong)
    assert html.Div(id={"type": "part", "n": 1}).id == {"type": "part", "n": 1}


@pytest.mark.parametrize("library", MODULES)
def test_every_private_name_of_the_module_is_checked(library) -> None:
    module = ROOT / MODULES[library]
    assert imported(module) | read(module) <= set(NAMES[library]())


def test_no_other_module_imports_a_private_name_of_a_library() -> None:
    """Ruff refuses to read one (SLF001)."""
    files = [file for name in PRODUCT for file in (ROOT / name).rglob("*.py")] + [ROOT / "app.py"]
    others = [file for file in files if str(file.relative_to(ROOT)) not in MODULES.values()]
    assert len(others) > 500
    assert {name for file in others for name in imported(file)} == set()


def test_scripts_use_no_private_names() -> None:
    scripts = [*(ROOT / "assets").glob("*.js"), *(ROOT / "assets/client").glob("*.js")]
    used = {
        name
        for file in scripts
        for name in re.findall(r"/?\b_(?:dash|pages|full)[\w-]*|/_dash-[\w-]+", file.read_text())
    }
    assert scripts
    assert used == set()


def test_dash_starts_no_store_of_its_own(tmp_path, monkeypatch) -> None:
    """Dash 4.5 starts one in the folder for temporary files; an older Dash does not know the argument."""
    given, begin = [], Dash.__init__

    def init(self: Dash, *args: object, shared_storage: object = "a store", **more: object) -> None:
        given.append(shared_storage)
        begin(self, *args, **more)

    monkeypatch.setattr(Dash, "__init__", init)
    create_app(Settings(var_dir=tmp_path))
    assert given == [None]
